import { type Element, ownWords } from '../elements';

/** A stage on the way of a record; `now` is where it is, `late` if it should be further. */
export interface Step {
  word: string;
  state: 'done' | 'now' | 'late' | 'to_come';
}

function drawn({ word, state }: Step): string {
  switch (state) {
    case 'done':
      return `<font color='green'>✓ ${word}</font>`;
    case 'now':
      return `**<font color='blue'>● ${word}</font>**`;
    case 'late':
      return `**<font color='red'>● ${word}</font>**`;
    case 'to_come':
      return `<font color='grey'>○ ${word}</font>`;
  }
}

/** The way of a record as one small line: `✓ 提交 ─ ● 接单 ─ ○ 处理 ─ ○ 回复客户`. The words are the product's own. */
export function stepLine(steps: Step[]): Element[] {
  return steps.length === 0 ? [] : [ownWords(steps.map(drawn).join("<font color='grey'> ─ </font>"), 'small')];
}
