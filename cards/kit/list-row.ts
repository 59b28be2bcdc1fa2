import type { CardContext } from './context';
import { button, type Element, lines, row } from './elements';
import { oneLine } from './plain-text';

const MAX_SNIPPET = 60;

/** A record as a list shows it, in ready strings; an empty string says nothing. */
export interface ListRow {
  head: string;
  facts: string;
  note: string;
  alarm: string;
  snippet: string;
  /** The button that opens the record. */
  open: { cmd: string; id: number };
}

/** Two or three lines, and beside them the button that opens the record. */
export function listRow({ head, facts, note, alarm, snippet, open }: ListRow, { texts }: CardContext): Element {
  return row(
    [
      ...lines([head]),
      ...lines([facts], 'quiet'),
      ...lines([note]),
      ...lines([alarm], 'alarm'),
      ...lines([oneLine(snippet, MAX_SNIPPET)], 'quiet'),
    ],
    [button(open.cmd, open.id, texts.list.view)],
  );
}
