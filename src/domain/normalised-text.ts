/**
 * What somebody typed, as words are compared: full-width forms and capitals mean the same as the plain ones, what ends a
 * sentence means nothing, and a slash before a word is what other bots ask for.
 */
export function normalised(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return folded.replace(/^\/(?=\S)/, '').replace(/[\s。．.!?~,、;:…]+$/, '');
}
