import { button } from './button';
import type { CardContext } from './context';
import { type Element, lines, row } from './elements';

/** One record in a list: a workflow writes the texts, the kit draws them. */
export interface ListRow {
  /** Number and subject: `FB-12 Acme`. */
  head: string;
  /** Status, holder and deadline. */
  facts: string;
  /** What the reader must do first; empty for nothing. */
  note: string;
  /** Stands out in red: since when the record is overdue; empty while it is on time. */
  alarm: string;
  /** The text around the words that were searched for; empty for none. */
  snippet: string;
  /** The button that opens the record. */
  opens: { cmd: string; id: number };
}

/** The row's lines, and beside them the button that opens the record. */
export function listRow({ head, facts, note, alarm, snippet, opens }: ListRow, { texts }: CardContext): Element {
  return row(
    [
      ...lines([head]),
      ...lines([facts], 'quiet'),
      ...lines([note]),
      ...lines([alarm], 'alarm'),
      ...lines([snippet], 'quiet'),
    ],
    [button({ ...opens, word: texts.list.view })],
  );
}
