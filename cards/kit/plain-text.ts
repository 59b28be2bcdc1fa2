import { clean } from '../../src/domain/text/clean-text';

export { clean };

/** Where the first `max` code points end; the rest of a very long text need not be taken apart. */
function endOf(text: string, max: number): number {
  let end = 0;
  for (let points = 0; points < max && end < text.length; points += 1) {
    end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  }
  return end;
}

/** Cuts a clean text to `max` code points; a cut text ends with "…" and the hint where to read the rest. */
export function shorten(text: string, max: number, hint = ''): string {
  if (text.length <= max) return text;
  const end = endOf(text, max);
  if (end === text.length) return text;
  const kept = text.slice(0, end).replace(/(?<!\u200D)\u200D+$/, '');
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
