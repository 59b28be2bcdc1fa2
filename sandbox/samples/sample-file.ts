import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The files of the samples are in the sources alone: the build does not copy them. */
const SOURCES = extname(__filename) === '.js' ? join(__dirname, '..', '..', '..', 'sandbox', 'samples') : __dirname;

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
  const bytes = loaded.get(name) ?? readFileSync(join(SOURCES, 'files', name));
  loaded.set(name, bytes);
  return bytes;
}
