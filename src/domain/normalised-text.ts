/**
 * A typed text in the form in which words are compared: without full-width forms, capitals, punctuation at the end, and
 * the slash in front that other bots ask for. ` /Help！` → `help`.
 */
export function normalised(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return folded.replace(/^\/(?=\S)/, '').replace(/[\s。．.!?~,、;:…]+$/, '');
}
