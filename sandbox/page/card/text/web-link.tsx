import type { ComponentChildren } from 'preact';

interface WebLinkProps {
  url: string;
  /** Whether the link has no text of its own and shows its address. */
  isEmpty: boolean;
  children: ComponentChildren;
}

/** A link out of a card, opened apart from this page. */
export function WebLink({ url, isEmpty, children }: WebLinkProps) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {isEmpty ? url : children}
    </a>
  );
}
