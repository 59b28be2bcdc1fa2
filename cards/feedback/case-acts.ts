import { owesInterim } from '../../src/domain/feedback/clock/deadline';
import type { CardCommand } from '../../src/domain/feedback/commands';
import { NEXT } from '../../src/domain/feedback/decide';
import type { Feedback } from '../../src/domain/feedback/model';
import type { Org } from '../../src/domain/org/org';
import { button } from '../kit/button';
import type { Element } from '../kit/elements';
import { actRow, type MenuAct, menu } from '../kit/parts/acts';
import type { View } from './case-frame';
import { commandButton } from './command-form';

/** What a reader is to a case: `member` is of its department, as a member of the group or the one who claimed it. */
export type CaseRole = 'rep' | 'member' | 'lead' | 'clerk' | 'manager' | 'admin';

/** A person's roles, as far as the organisation and the case tell them; `lead` is the lead of the case's department. */
export function caseRolesOf(
  personId: string,
  { clerks, managers, admins, departments }: Org,
  of: Pick<Feedback, 'department' | 'repId' | 'claimedBy'>,
): CaseRole[] {
  const leads = departments.flatMap(({ key, lead }) => (key === of.department && lead !== null ? [lead] : []));
  const people: [CaseRole, (string | null)[]][] = [
    ['rep', [of.repId]],
    ['member', [of.claimedBy]],
    ['lead', leads],
    ['clerk', clerks],
    ['manager', managers],
    ['admin', admins],
  ];
  return people.flatMap(([role, ids]) => (ids.includes(personId) ? [role] : []));
}

type ActWord = keyof View['texts']['acts'];

/** What readers may do with a case, and who of them (`rights.ts`). `claim` is called as on all cards. */
interface CaseAct {
  act: ActWord | 'claim';
  command: CardCommand;
  roles: CaseRole[];
  /** When it makes sense, beside what the case's status allows. */
  if?: (feedback: Feedback) => boolean;
}

const isOthersTurn = ({ status }: Feedback) => status !== 'waiting' && status !== 'answered';

/** The next act of each role first. */
const ACTS: CaseAct[] = [
  { act: 'provide', command: 'provide_info', roles: ['rep'] },
  { act: 'claim', command: 'claim', roles: ['member'] },
  { act: 'answer', command: 'answer', roles: ['member'], if: ({ status }) => status !== 'assigned' },
  { act: 'interim', command: 'interim', roles: ['rep'], if: owesInterim },
  { act: 'urge', command: 'urge', roles: ['manager', 'lead'] },
  { act: 'urge', command: 'urge', roles: ['rep'], if: isOthersTurn },
  { act: 'close', command: 'close', roles: ['rep', 'clerk'] },
  { act: 'transfer', command: 'transfer', roles: ['member'] },
  { act: 'extend', command: 'extend', roles: ['member'] },
  { act: 'instruct', command: 'instruct', roles: ['manager'] },
  { act: 'reopen', command: 'reopen', roles: ['rep', 'clerk', 'manager'] },
  { act: 'assign', command: 'assign', roles: ['lead'] },
  { act: 'reassign', command: 'correct', roles: ['clerk', 'admin', 'manager'] },
  { act: 'info', command: 'request_info', roles: ['member'] },
  { act: 'note', command: 'note', roles: ['rep'] },
  { act: 'assign', command: 'assign', roles: ['manager'] },
  { act: 'release', command: 'release', roles: ['member'] },
  { act: 'withdraw', command: 'withdraw', roles: ['rep'] },
];

/** What the case waits for stands out; what the office may change does not. */
const STANDS_OUT = new Set(['provide', 'claim', 'answer', 'interim', 'urge', 'close']);

/** These are done by a tap; the others bring a form. */
const AT_ONCE = new Set(['claim', 'urge']);

/** So many acts stand as buttons, the others in the menu. */
const BUTTONS = 3;

/** One row of what these roles may do with the case now; no element if that is nothing. */
export function caseActs(view: View, roles: CaseRole[]): Element[] {
  const { feedback, texts } = view;
  const { id } = feedback;
  const mine = ACTS.filter(
    (one) =>
      NEXT[feedback.status][one.command] !== undefined &&
      one.roles.some((role) => roles.includes(role)) &&
      (one.if?.(feedback) ?? true),
  );
  const allowed = mine.filter(({ act }, at) => mine.findIndex((one) => one.act === act) === at);
  const wordOf = (act: CaseAct['act']) => (act === 'claim' ? texts.commands.claim : (texts.acts[act] as string));
  const shown = allowed.slice(0, BUTTONS).map(({ act, command }, at) => {
    const look = at === 0 && STANDS_OUT.has(act) ? ('primary' as const) : ('default' as const);
    if (AT_ONCE.has(act)) return commandButton(view, command, { look });
    return button({ cmd: 'feedback.ask', id, word: wordOf(act), look, values: { act } });
  });
  const more: MenuAct[] = [
    ...allowed.slice(BUTTONS).map(({ act }) => ({ act, word: wordOf(act) })),
    ...(feedback.dueAt !== null ? [{ act: 'explain', word: texts.clock.explain }] : []),
  ];
  return shown.length === 0 ? [] : actRow(shown, menu({ cmd: 'feedback.ask', id }, more));
}
