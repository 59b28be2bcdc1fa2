import { clean } from '../../src/domain/text/clean-text';

export { clean };

/** Cuts a clean text to `max` code points; a cut text ends with "…" and the hint where to read the rest. */
export function shorten(text: string, max: number, hint = ''): string {
  if (text.length <= max) return text;
  // A code point is at most two units long: the rest of a very long text need not be taken apart.
  const points = [...text.slice(0, 2 * max + 2)];
  if (points.length <= max) return text;
  const kept = points
    .slice(0, max)
    .join('')
    .replace(/(?<!\u200D)\u200D+$/, '');
  return `${kept.trimEnd()}…${hint}`;
}

/** Cleans a text and cuts it to `max` code points. */
export function cut(typed: string, max: number, hint = ''): string {
  return shorten(clean(typed), max, hint);
}

/** Cleans and cuts a text to one line: a name, a title, an option. Only the beginning of a long text is read. */
export function oneLine(typed: string, max: number): string {
  return cut(typed.slice(0, 4 * max).replace(/\s+/g, ' '), max);
}
