import type { CardJson } from '../../src/domain/messaging';
import type { RegisterName } from '../../src/domain/registers/register';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines } from '../kit/elements';
import { form, textInput } from '../kit/form-elements';
import { oneLine } from '../kit/plain-text';
import { NAME_FIELD, REGISTER_COMMANDS } from './commands';
import type { NamedEntry } from './near-card';

const MAX_NAME = 60;

/** The question which entry is meant: the one whose alias a proposed name is, or the one into which another goes. */
export interface Pick {
  what: 'alias' | 'merge';
  register: RegisterName;
  /** The proposed name, or the entry that goes into another. */
  id: number;
  name: string;
  /** Entries that may be meant. */
  candidates: NamedEntry[];
  /** The name that was typed and not found; null if none was typed. */
  missed: string | null;
}

const COMMANDS = {
  alias: {
    picked: REGISTER_COMMANDS.alias,
    find: REGISTER_COMMANDS.findAlias,
    back: REGISTER_COMMANDS.overview,
  },
  merge: {
    picked: REGISTER_COMMANDS.merge,
    find: REGISTER_COMMANDS.findMerge,
    back: REGISTER_COMMANDS.show,
  },
} as const;

/** Asks for an entry: similar ones as buttons, any other by its name. */
export function pickEntryCard(pick: Pick, ctx: CardContext): CardJson {
  const { what, register, id, candidates, missed } = pick;
  const { registers } = ctx.texts;
  const isMerge = what === 'merge';
  const name = oneLine(pick.name, MAX_NAME);
  const { find, back } = COMMANDS[what];
  const field = { name: NAME_FIELD, label: '', placeholder: registers.otherName, required: true, initial: '' };
  return card({
    title: (isMerge ? registers.pickMerge : registers.pickAlias)(name),
    colour: 'wathet',
    summary: registers.names[register],
    elements: [
      ...lines([isMerge && registers.mergeNote], 'quiet'),
      ...lines([missed !== null && registers.notFound(oneLine(missed, MAX_NAME))], 'alarm'),
      ...candidates.map((one) => candidate(one, pick, ctx)),
      form(textInput(field), { cmd: find, id, word: registers.find, arg: `${register}.${id}` }),
      hr(),
      button({ cmd: back, id, word: registers.back, look: 'text', values: { register } }),
    ],
  });
}

function candidate({ id, name }: NamedEntry, pick: Pick, { texts }: CardContext): Element {
  const { registers } = texts;
  const word = (pick.what === 'merge' ? registers.mergeInto : registers.isAliasOf)(oneLine(name, MAX_NAME));
  return button({
    cmd: COMMANDS[pick.what].picked,
    id: pick.id,
    word,
    look: 'choice',
    confirm: pick.what === 'merge' ? registers.mergeConfirm : undefined,
    values: { register: pick.register, entry: id },
  });
}
