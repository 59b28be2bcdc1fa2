import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes the sample company's `org.yaml` with a short wait for a claim and no quiet hours; returns its path. */
export function impatientOrg(folder: string, nudgeAfter: string): string {
  const org = readFileSync(path.join(__dirname, '..', '..', 'sandbox', 'org.yaml'), 'utf8');
  const file = path.join(folder, 'org.yaml');
  writeFileSync(file, `${org}\nsla: { nudge_unclaimed_after: ${nudgeAfter}, quiet_hours: off }\n`);
  return file;
}
