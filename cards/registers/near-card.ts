import type { CardJson } from '../../src/domain/messaging';
import type { RegisterName } from '../../src/domain/registers/register';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import { oneLine } from '../kit/plain-text';
import { quoted } from '../kit/quoted';
import { TAKE_MESSAGE } from '../kit/take-message';
import { REGISTER_COMMANDS } from './commands';

const MAX_NAME = 60;

/** An entry as a button names it. */
export interface NamedEntry {
  id: number;
  name: string;
}

/** A typed name that is no entry's, and entries with similar names. */
export interface NearNames {
  register: RegisterName;
  typed: string;
  near: NamedEntry[];
  /** The typed message, which may be a customer's after all. */
  takes: string;
}

/** Asks which entry is meant; the message may still be taken in as a customer's. */
export function nearNamesCard({ register, typed, near, takes }: NearNames, ctx: CardContext): CardJson {
  const { registers } = ctx.texts;
  const what = registers.names[register];
  const title = near.length > 0 ? registers.which(what) : registers.unknown(what, oneLine(typed, MAX_NAME));
  return card({
    title,
    subtitle: near.length > 0 ? quoted(typed, ctx) : '',
    colour: 'wathet',
    summary: what,
    elements: [
      ...near.map(({ id, name }) =>
        button({
          cmd: REGISTER_COMMANDS.show,
          id,
          word: oneLine(name, MAX_NAME),
          look: 'choice',
          values: { register },
        }),
      ),
      button({ cmd: TAKE_MESSAGE, id: 0, word: registers.asFeedback, values: { message: takes } }),
    ],
  });
}

/** What the word alone says to somebody who does not keep the registers. */
export function registerHintCard(register: RegisterName, { texts }: CardContext): CardJson {
  const { names, hint, examples } = texts.registers;
  const what = names[register];
  return card({ title: what, colour: 'blue', summary: what, elements: lines([hint(what, examples[register])]) });
}
