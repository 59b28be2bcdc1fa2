import type { JsonObject } from '../../../src/domain/messaging';
import { callbackValue } from '../callback';
import { columnSet, type Element, plain } from '../elements';

/** An act in the menu ⋯: `act` comes back as the chosen option. */
export interface MenuAct {
  act: string;
  word: string;
}

/** The menu ⋯ with the rare acts of a record; each is asked for by its name (`feedback.ask`). No element if it is empty. */
export function menu({ cmd, id }: { cmd: string; id: number }, acts: MenuAct[]): Element[] {
  if (acts.length === 0) return [];
  const options = acts.map(({ act, word }) => ({ text: plain(word), value: act }));
  return [{ tag: 'overflow', value: callbackValue(cmd, id), options }];
}

const isFilled = (one: Element | undefined): boolean => one?.type === 'primary_filled';

/** How wide each of the buttons is: the next act stands left and is the widest. */
function weightsOf(buttons: Element[]): number[] {
  if (!isFilled(buttons[0])) return buttons.map(() => 1);
  return buttons.map((_, at) => (at === 0 ? (buttons.length > 2 ? 4 : 3) : buttons.length > 2 ? 3 : 2));
}

/** One row of buttons that fill its width, and at its end the menu. No element if there are neither. */
export function actRow(buttons: Element[], ofMenu: Element[] = []): Element[] {
  const weights = weightsOf(buttons);
  const columns: JsonObject[] = [
    ...buttons.map((one, at) => ({
      tag: 'column',
      width: 'weighted',
      weight: weights[at] ?? 1,
      vertical_align: 'center',
      elements: [{ ...one, width: 'fill' }],
    })),
    ...ofMenu.map((one) => ({ tag: 'column', width: 'auto', vertical_align: 'center', elements: [one] })),
  ];
  return columns.length === 0 ? [] : [columnSet(columns)];
}
