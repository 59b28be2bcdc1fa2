/**
 * Characters that show nothing yet change what a reader sees: controls, halves of surrogate pairs, and the marks that
 * turn the direction of writing around. The joiner inside emoji (U+200D) is none of them.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** What somebody typed, as it may stand in a `plain_text`: one sort of line break, nothing invisible, trimmed. */
export function clean(typed: string): string {
  return typed
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Cuts clean text to `max` code points; what was cut ends in "…" and the hint where the rest can be read. */
export function shorten(text: string, max: number, hint = ''): string {
  if (text.length <= max) return text;
  // A code point is at most two units long: no need to take apart a text that is far too long.
  const points = [...text.slice(0, 2 * max + 2)];
  if (points.length <= max) return text;
  const kept = points
    .slice(0, max)
    .join('')
    .replace(/\u200D+$/, '');
  return `${kept.trimEnd()}…${hint}`;
}

/** Cleans and cuts. */
export function cut(typed: string, max: number, hint = ''): string {
  return shorten(clean(typed), max, hint);
}

/** Cut for a single line: a name, a title, an option. Of a text far too long for that only the beginning is read. */
export function oneLine(typed: string, max: number): string {
  return cut(typed.slice(0, 4 * max).replace(/\s+/g, ' '), max);
}
