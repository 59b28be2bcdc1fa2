/**
 * Invisible characters that change what a reader sees: controls, halves of surrogate pairs, and marks that reverse the
 * direction of writing. The joiner inside emoji (U+200D) stays.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** A typed text for a `plain_text`: one sort of line break, nothing invisible, trimmed. */
export function clean(typed: string): string {
  return typed
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

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
