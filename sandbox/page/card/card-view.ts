import type { Acts } from '../../page-contract';

/** A JSON object of which nothing is known yet. */
export type Json = Record<string, unknown>;

/** What a drawn card needs from its surroundings. */
export interface CardView {
  /** Name of a person by open_id; the id itself if unknown. */
  nameOf(id: string): string;
  /** People that a person select offers: open_id and name. */
  people: [id: string, name: string][];
  /** Address of a picture or file. */
  fileUrl(key: string): string;
  /** Why the card cannot be tapped (too old, recalled) and is drawn disabled; null if it can be tapped. */
  disabledReason: string | null;
  /** Sends a tap; resolves when the platform has answered, with false if the tap failed. */
  tap(tap: Omit<Acts['tap'], 'person' | 'messageId'>): Promise<unknown>;
  /** Language of the client's labels, as in `zh-CN`; the document's language if absent. */
  locale?: string;
  /** The person's time in epoch milliseconds; the browser's time if absent. */
  now?(): number;
}
