import type { CardJson } from '../../src/domain/messaging';
import type { RegisterName } from '../../src/domain/registers/register';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { clamped, type Element, hr, lines } from '../kit/elements';
import { actRow } from '../kit/parts/acts';
import { quoted } from '../kit/quoted';
import { REGISTER_COMMANDS } from './commands';

/** A name that records brought, and how many of them. */
export interface ProposedName {
  id: number;
  name: string;
  count: number;
}

/** A register as those see it who keep it. */
export interface RegisterOverview {
  register: RegisterName;
  count: number;
  /** How many names wait, and the first of them. */
  total: number;
  proposed: ProposedName[];
}

/** How large the register is, how a list gets in, and the names that wait for a decision. */
export function registerOverviewCard(
  { register, count, total, proposed }: RegisterOverview,
  { texts, ...ctx }: CardContext,
): CardJson {
  const { registers } = texts;
  const what = registers.names[register];
  const left = total - proposed.length;
  return card({
    title: registers.overview(what, count),
    colour: total > 0 ? 'wathet' : 'blue',
    icon: 'list',
    summary: what,
    elements: [
      ...lines([total === 0 ? registers.noneWaits : registers.waiting(total)]),
      ...proposed.flatMap((one) => proposedName(one, register, { texts, ...ctx })),
      ...lines([left > 0 && registers.moreNames(left)], 'quiet'),
      hr(),
      ...lines([registers.howToImport], 'quiet'),
    ],
  });
}

function proposedName({ id, name, count }: ProposedName, register: RegisterName, ctx: CardContext): Element[] {
  const { registers } = ctx.texts;
  const act = (cmd: string, word: string, look: 'choice' | 'default') =>
    button({ cmd, id, word, look, values: { register } });
  return [
    ...clamped(quoted(name, ctx), 1),
    ...lines([registers.brought(count)], 'quiet'),
    ...actRow([
      act(REGISTER_COMMANDS.add, registers.add, 'choice'),
      act(REGISTER_COMMANDS.askAlias, registers.aliasOf, 'choice'),
      act(REGISTER_COMMANDS.decline, registers.decline, 'default'),
    ]),
  ];
}
