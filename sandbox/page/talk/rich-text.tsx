import { safeHref, textParts } from '../lib/text-parts';

/** A typed text with links and coloured mentions; the rest is literal. */
export function RichText({ text, names = [] }: { text: string; names?: readonly string[] }) {
  return (
    <>
      {textParts(text, names).map(({ kind, text: piece }, index) => {
        const key = `${index} ${piece}`;
        if (kind === 'mention') {
          return (
            <span key={key} class="mention-name">
              {piece}
            </span>
          );
        }
        return kind === 'link' ? <Address key={key} href={piece} label={piece} /> : piece;
      })}
    </>
  );
}

/** A link to a web address in a new tab; other addresses stay text. */
export function Address({ href, label }: { href: unknown; label: string }) {
  const safe = safeHref(href);
  if (safe === null) return <>{label}</>;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  );
}
