import { clamped, type Element, lines, sideBySide } from './elements';
import { actRow } from './parts/acts';

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

/** The row's lines, and beside them its act. */
export function listRow({ head, facts, isPressing, note, acts }: ListRow): Element {
  const said = [...clamped(head, 1), ...lines([facts], isPressing ? 'alarm' : 'quiet'), ...lines([note], 'quiet')];
  if (acts.length === 0) return sideBySide([[1, said]]);
  const [button, ...more] = acts;
  return sideBySide([
    [5, said],
    [3, button ? actRow([button], more) : []],
  ]);
}
