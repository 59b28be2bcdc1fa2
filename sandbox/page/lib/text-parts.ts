/** A piece of a message's text: a web address, a mention, or plain text. */
export type TextPart = { kind: 'text' | 'link' | 'mention'; text: string };

const ADDRESS = /https?:\/\/[^\s<>"'“”‘’（）【】《》，。；！？、]+/i;
/** Punctuation after an address belongs to the sentence. */
const TAIL = /[.,;:!?)\]}]+$/;

/** Splits a text at web addresses and at mentions of these names. */
export function textParts(text: string, names: readonly string[]): TextPart[] {
  const mentions = [...names].filter(Boolean).sort((one, other) => other.length - one.length);
  const pattern = new RegExp([ADDRESS.source, ...mentions.map((name) => `@${escaped(name)}`)].join('|'), 'gi');
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const isLink = !match[0].startsWith('@');
    const found = isLink ? match[0].replace(TAIL, '') : match[0];
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: isLink ? 'link' : 'mention', text: found });
    from = match.index + found.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The address if it begins with http or https, else null. */
export const safeHref = (href: unknown): string | null =>
  typeof href === 'string' && /^https?:\/\//i.test(href) ? href : null;
