import { clamped, columnSet, type Element, plain } from './elements';

/** One record in a list, a bundle or a digest: a workflow writes the texts, the kit draws them. */
export interface ListRow {
  /** `客户 · 事由`: what the record is about, as typed, masked; one line on the screen. */
  head: string;
  /** Priority, time left, number, status and holder: `特急 · 今天 18:20 · FB-6 品质部待接单`. */
  facts: string;
  /** How much it presses: red, or as usual. */
  isPressing: boolean;
  /** What the reader must do first, or the text around the words that were searched for; empty for nothing. */
  note: string;
  /** The act of the row, and the menu of its other acts; none if the record asks nothing of the reader. */
  acts: Element[];
}

/** One small line, red if it presses. */
function factLine(facts: string, isPressing: boolean): Element[] {
  const text = { ...plain(facts, 'quiet'), ...(isPressing ? { text_color: 'red' } : {}), lines: 1 };
  return facts === '' ? [] : [{ tag: 'div', text }];
}

/** An act as wide as its word: the lines beside it get the rest of the width. */
const actColumn = (act: Element): Element => ({
  tag: 'column',
  width: 'auto',
  vertical_align: 'center',
  elements: [act.tag === 'button' ? { ...act, size: 'small' } : act],
});

/** The row's lines, and beside them its acts. */
export function listRow({ head, facts, isPressing, note, acts }: ListRow): Element {
  const said = {
    tag: 'column',
    width: 'weighted',
    weight: 5,
    vertical_align: 'center',
    vertical_spacing: '2px',
    elements: [...clamped(head, 1), ...factLine(facts, isPressing), ...clamped(note, 1, 'quiet')],
  };
  return columnSet([said, ...acts.map(actColumn)]);
}
