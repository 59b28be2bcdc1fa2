import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of the files in `samples/files`. */
export type SampleFile =
  | 'colour-shades.png'
  | 'cracked-panel.png'
  | 'crushed-carton.png'
  | 'defect-list.xlsx'
  | 'dripping-heater.png'
  | 'scorched-plug.png';

const loaded = new Map<SampleFile, Buffer>();

/** The bytes of a picture or sheet in `samples/files`; read from disk once, when first asked for. */
export function sampleFile(name: SampleFile): Buffer {
  const bytes = loaded.get(name) ?? readFileSync(join(packageRoot(), 'sandbox', 'samples', 'files', name));
  loaded.set(name, bytes);
  return bytes;
}

/** The package's root, from the sources as well as from the build: the build does not copy the files. */
function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
