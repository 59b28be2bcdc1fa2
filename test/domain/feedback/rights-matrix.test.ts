import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/actor';
import type { Command } from '../../../src/domain/feedback/commands';
import { decide } from '../../../src/domain/feedback/decide';
import { type Feedback, STATUSES, type Status } from '../../../src/domain/feedback/model';
import { departmentWall } from '../../../src/domain/feedback/walls';
import { command, context, feedback, note } from './fixtures';

type Type = Command['type'];

/** The people of the matrix; the case is `ou_rep`’s, with `after_sales`, and `ou_member` claimed it. */
const PEOPLE = {
  rep: 'ou_rep',
  otherRep: 'ou_other_rep',
  holder: 'ou_member',
  colleague: 'ou_colleague',
  otherDepartment: 'ou_other',
  lead: 'ou_lead',
  clerk: 'ou_clerk',
  manager: 'ou_manager',
  admin: 'ou_admin',
  stranger: 'ou_stranger',
} as const;
type Person = keyof typeof PEOPLE;

/** Where somebody taps: a card of ours in the direct chat, in the case's group, in another group, or an unknown card. */
const PLACES = {
  'the direct chat': { chatId: 'oc_direct', shown: { wall: 'rep', isDirect: true } },
  'the department’s group': {
    chatId: 'oc_after_sales',
    shown: { wall: departmentWall('after_sales'), isDirect: false },
  },
  'an unknown card in the department’s group': { chatId: 'oc_after_sales' },
  'another department’s group': { chatId: 'oc_quality' },
  'a foreign group': { chatId: 'oc_foreign' },
} satisfies Record<string, Omit<Actor, 'id'>>;
type Place = keyof typeof PLACES;

/** Who has the right to a command, wherever they are; `group`: whoever acts from the case's group. */
const RIGHTS: Record<Type, (Person | 'group')[]> = {
  submit: ['rep'],
  save: ['rep'],
  set_priority: ['rep'],
  restore: ['rep'],
  discard: ['rep'],
  split: ['rep'],
  urge: ['rep', 'lead', 'manager'],
  nudge_rep: ['group', 'holder', 'lead'],
  assign: ['lead', 'manager'],
  cause: ['group', 'holder', 'lead'],
  withdraw: ['rep'],
  provide_info: ['rep'],
  interim: ['rep'],
  grant_extension: ['manager'],
  refuse_extension: ['manager'],
  route: ['clerk', 'admin'],
  correct: ['clerk', 'admin', 'manager'],
  adopt: ['clerk', 'admin'],
  instruct: ['manager'],
  look: ['clerk', 'manager'],
  close: ['rep', 'clerk'],
  reopen: ['rep', 'clerk', 'manager'],
  claim: ['group', 'lead'],
  answer: ['group', 'holder'],
  answer_with_reply: ['group', 'holder'],
  amend_answer: ['group'],
  transfer: ['group', 'holder', 'lead'],
  request_info: ['group', 'holder'],
  extend: ['group', 'holder', 'lead'],
  release: ['group', 'holder'],
  still_working: ['holder'],
  note: ['rep', 'group'],
  undo: ['rep', 'group', 'holder'],
  merge: ['rep'],
  reveal_contact: ['holder', 'rep', 'clerk', 'manager'],
  recall: [],
  edit: [],
  keep_attachment: [],
  forward_refused: [],
  unassign: [],
  move_department: [],
  take_over: [],
  skip_review: [],
};

const CONTACT = '13812345678';

/** One case a status, made once: the matrix decides some fifteen thousand times. */
const CASES: [Status, Feedback][] = STATUSES.map((status) => {
  const fields = { contact: CONTACT, customer: `海风公司 ${CONTACT}`, note: CONTACT, notes: [note('已更换')] };
  return [status, { ...feedback(status, fields), department: 'after_sales', claimedBy: 'ou_member' }];
});
const OFFICE = context('stranger');

const isInGroup = (place: Place) => PLACES[place].chatId === 'oc_after_sales';

const mayDo = (type: Type, who: Person, place: Place) =>
  RIGHTS[type].some((one) => (one === 'group' ? isInGroup(place) : one === who));

const names = <T extends string>(record: Record<T, unknown>) => Object.keys(record) as T[];

describe('who may do what, from where, in any status', () => {
  const cells = names(RIGHTS).flatMap((type) => names(PLACES).map((place): [Type, Place] => [type, place]));

  test.each(cells)('%s from %s', (type, place) => {
    const wrong: string[] = [];
    for (const who of names(PEOPLE)) {
      // The rep's own card hangs with the rep alone; to anybody else that chat's card is unknown.
      const { shown, ...where }: Omit<Actor, 'id'> = PLACES[place];
      const isTheirs = shown && (!shown.isDirect || who === 'rep');
      const actor: Actor = { id: PEOPLE[who], ...where, ...(isTheirs ? { shown } : {}) };
      for (const [status, record] of CASES) {
        const decision = decide(record, command(type), { ...OFFICE, actor });
        const lacksRight = !decision.ok && ['not_yours', 'not_noted'].includes(decision.reason);
        if (lacksRight === mayDo(type, who, place))
          wrong.push(`${who}, ${status}: ${lacksRight ? 'refused' : 'let in'}`);
        if (!decision.ok && JSON.stringify(decision).includes(CONTACT)) wrong.push(`${who}, ${status}: leaks`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a group that a case has left hears from its own card where the case went, and from a copy only who has the right', () => {
    const moved = { ...feedback('assigned'), department: 'quality' };
    const actor = { id: 'ou_member', chatId: 'oc_after_sales' };
    const shown = { wall: departmentWall('after_sales'), isDirect: false };
    const taps = (by: Actor) => decide(moved, command('claim'), { ...context('stranger'), actor: by });
    expect(taps({ ...actor, shown })).toMatchObject({ ok: false, reason: 'no_longer_applies' });
    expect(taps(actor)).toMatchObject({ ok: false, reason: 'not_yours', detail: { department: 'quality' } });
  });

  test('a holder whose case was released hears so from the question that was put to them, a colleague does not', () => {
    const free = { ...feedback('assigned'), claimedBy: null };
    const shown = { wall: null, isDirect: true };
    const taps = (actor: Actor) => decide(free, command('still_working'), { ...context('stranger'), actor });
    expect(taps({ id: 'ou_member', chatId: 'oc_direct', shown })).toMatchObject({ reason: 'no_longer_applies' });
    expect(taps({ id: 'ou_member', chatId: 'oc_after_sales' })).toMatchObject({ reason: 'not_yours' });
  });
});
