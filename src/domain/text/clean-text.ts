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
