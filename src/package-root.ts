import { existsSync } from 'node:fs';
import path from 'node:path';

/** The package's root folder, found from the sources as well as from `dist/src`. */
export function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

/** The file of the sandbox's sample organisation, with names in the bot's language. */
export function sampleOrgFile(locale: 'zh-CN' | 'en-US'): string {
  return path.join(packageRoot(), 'sandbox', locale === 'en-US' ? 'org-en.yaml' : 'org.yaml');
}
