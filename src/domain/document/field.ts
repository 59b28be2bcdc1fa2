import { widthOf } from '../text/width';
import type { DocumentField } from './model';

/** A text wider than this does not fit into half a line. */
const HALF_LINE = 14;

/** A field of a document; a long text gets a line of its own. */
export function documentField(key: string, label: string, text: string, isWide = false): DocumentField {
  return { key, label, text, isWide: isWide || text.includes('\n') || widthOf(text) > HALF_LINE };
}
