import type { CardCommand } from '../../src/domain/feedback/commands';
import { NEXT } from '../../src/domain/feedback/decide';
import type { Feedback } from '../../src/domain/feedback/model';
import type { Org } from '../../src/domain/org/org';
import { button } from '../kit/button';
import type { Element } from '../kit/elements';
import { actRow, type MenuAct, menu } from '../kit/parts/acts';
import type { View } from './case-frame';
import { commandButton } from './command-form';

/** A role in the office. */
export type OfficeRole = 'clerk' | 'manager' | 'admin' | 'lead';

/** A person's roles in the office; `lead` is the lead of the case's department. */
export function officeRolesOf(
  personId: string,
  { clerks, managers, admins, departments }: Org,
  of?: Feedback,
): OfficeRole[] {
  const leads = departments.flatMap(({ key, lead }) => (key === of?.department && lead !== null ? [lead] : []));
  const people: [OfficeRole, string[]][] = [
    ['clerk', clerks],
    ['manager', managers],
    ['admin', admins],
    ['lead', leads],
  ];
  return people.flatMap(([role, ids]) => (ids.includes(personId) ? [role] : []));
}

/** What the office may do although it is another's turn, the most used first, and who of it (`rights.ts`). */
const ACTS: [act: string, command: CardCommand, roles: OfficeRole[]][] = [
  ['urge', 'urge', ['manager', 'lead']],
  ['instruct', 'instruct', ['manager']],
  ['assign', 'assign', ['lead', 'manager']],
  ['close', 'close', ['clerk']],
  ['reopen', 'reopen', ['clerk', 'manager']],
  ['reassign', 'correct', ['clerk', 'admin', 'manager']],
];

/** So many acts stand as buttons, the others in the menu. */
const BUTTONS = 3;

/** One row of what these roles may do with the case now; no element if that is nothing. */
export function officeActs(view: View, roles: OfficeRole[]): Element[] {
  const { feedback, texts } = view;
  const { id } = feedback;
  const allowed = ACTS.filter(
    ([, command, of]) => NEXT[feedback.status][command] !== undefined && of.some((role) => roles.includes(role)),
  );
  const word = (act: string) => texts.acts[act as keyof typeof texts.acts] as string;
  const shown = allowed
    .slice(0, BUTTONS)
    .map(([act]) =>
      act === 'urge'
        ? commandButton(view, 'urge', { look: 'primary' })
        : button({ cmd: 'feedback.ask', id, word: word(act), values: { act } }),
    );
  const more: MenuAct[] = [
    ...allowed.slice(BUTTONS).map(([act]) => ({ act, word: word(act) })),
    ...(feedback.dueAt !== null ? [{ act: 'explain', word: texts.clock.explain }] : []),
  ];
  return shown.length === 0 ? [] : actRow(shown, menu({ cmd: 'feedback.ask', id }, more));
}
