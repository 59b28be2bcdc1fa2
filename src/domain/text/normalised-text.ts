/** Longer than any word with what may follow it, such as a search. */
const MAX_LENGTH = 400;

/**
 * A typed text in the form in which words are compared: without full-width forms, capitals, punctuation at the end, and
 * the slash in front that other bots ask for. ` /Help！` → `help`.
 * Empty for a text that is too long to be a word.
 */
export function normalised(text: string): string {
  if (text.length > MAX_LENGTH) return '';
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return folded.replace(/^\/(?=\S)/, '').replace(/(?<![\s。．.!?~,、;:…])[\s。．.!?~,、;:…]+$/, '');
}
