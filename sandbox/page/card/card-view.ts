import type { Acts } from '../../page-contract';

export type Json = Record<string, unknown>;

/** What a drawn card needs of the place where it hangs. */
export interface CardView {
  /** Name of a person by open_id; the id itself where unknown. */
  nameOf(id: string): string;
  /** Who can be picked in a person select: open_id and name. */
  people: [id: string, name: string][];
  /** Where a picture or file is read from. */
  fileUrl(key: string): string;
  /** Why the card cannot be tapped (too old, recalled); null where it can. It is drawn disabled then. */
  disabledReason: string | null;
  /** A control was used; settles when the platform has answered, with false where nothing came of it. */
  tap(tap: Omit<Acts['tap'], 'person' | 'messageId'>): Promise<unknown>;
  /** The language of the client's own words, as in `zh-CN`; the document's where absent. */
  locale?: string;
  /** What time it is for the person, in epoch milliseconds; the browser's clock where absent. */
  now?(): number;
}
