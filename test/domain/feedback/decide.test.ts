import { describe, expect, test } from '@jest/globals';
import type { Command } from '../../../src/domain/feedback/commands';
import { decide } from '../../../src/domain/feedback/decide';
import { type Feedback, STATUSES, type Status } from '../../../src/domain/feedback/model';
import { HOUR } from '../../../src/domain/time';
import { type ActorName, at, command, context, feedback, note } from './fixtures';

type Type = Command['type'];

/** The whole life: status → command → who gives it → the next status. Every other command must be refused. */
const LIFE: Record<Status, Partial<Record<Type, [ActorName, Status]>>> = {
  draft: {
    submit: ['rep', 'assigned'],
    save: ['rep', 'draft'],
    set_priority: ['rep', 'draft'],
    discard: ['rep', 'discarded'],
    split: ['rep', 'draft'],
    adopt: ['clerk', 'draft'],
    recall: ['program', 'draft'],
    edit: ['program', 'draft'],
    forward_refused: ['program', 'draft'],
    keep_attachment: ['program', 'draft'],
  },
  triage: {
    route: ['clerk', 'assigned'],
    correct: ['clerk', 'triage'],
    interim: ['rep', 'triage'],
    urge: ['rep', 'triage'],
    set_priority: ['rep', 'triage'],
    instruct: ['manager', 'triage'],
    withdraw: ['rep', 'withdrawn'],
    note: ['rep', 'triage'],
    look: ['clerk', 'triage'],
    reveal_contact: ['rep', 'triage'],
    recall: ['program', 'triage'],
    edit: ['program', 'triage'],
    forward_refused: ['program', 'triage'],
    keep_attachment: ['program', 'triage'],
  },
  review: {
    instruct: ['manager', 'assigned'],
    correct: ['clerk', 'review'],
    interim: ['rep', 'review'],
    urge: ['rep', 'review'],
    set_priority: ['rep', 'review'],
    withdraw: ['rep', 'withdrawn'],
    note: ['rep', 'review'],
    look: ['clerk', 'review'],
    reveal_contact: ['rep', 'review'],
    recall: ['program', 'review'],
    edit: ['program', 'review'],
    forward_refused: ['program', 'review'],
    keep_attachment: ['program', 'review'],
  },
  assigned: {
    claim: ['department', 'handling'],
    assign: ['manager', 'handling'],
    answer: ['department', 'answered'],
    answer_with_reply: ['department', 'answered'],
    transfer: ['department', 'assigned'],
    extend: ['department', 'assigned'],
    interim: ['rep', 'assigned'],
    correct: ['clerk', 'assigned'],
    urge: ['rep', 'assigned'],
    set_priority: ['rep', 'assigned'],
    instruct: ['manager', 'assigned'],
    withdraw: ['rep', 'withdrawn'],
    note: ['department', 'assigned'],
    look: ['clerk', 'assigned'],
    reveal_contact: ['rep', 'assigned'],
    recall: ['program', 'assigned'],
    edit: ['program', 'assigned'],
    forward_refused: ['program', 'assigned'],
    keep_attachment: ['program', 'assigned'],
  },
  handling: {
    release: ['department', 'assigned'],
    assign: ['manager', 'handling'],
    answer: ['department', 'answered'],
    answer_with_reply: ['department', 'answered'],
    transfer: ['department', 'assigned'],
    request_info: ['department', 'waiting'],
    extend: ['department', 'handling'],
    interim: ['rep', 'handling'],
    correct: ['clerk', 'handling'],
    urge: ['rep', 'handling'],
    set_priority: ['rep', 'handling'],
    instruct: ['manager', 'handling'],
    withdraw: ['rep', 'withdrawn'],
    note: ['department', 'handling'],
    look: ['clerk', 'handling'],
    reveal_contact: ['rep', 'handling'],
    still_working: ['department', 'handling'],
    recall: ['program', 'handling'],
    edit: ['program', 'handling'],
    forward_refused: ['program', 'handling'],
    keep_attachment: ['program', 'handling'],
  },
  waiting: {
    provide_info: ['rep', 'handling'],
    nudge_rep: ['department', 'waiting'],
    urge: ['manager', 'waiting'],
    answer: ['department', 'answered'],
    answer_with_reply: ['department', 'answered'],
    transfer: ['department', 'assigned'],
    extend: ['department', 'waiting'],
    interim: ['rep', 'waiting'],
    correct: ['clerk', 'waiting'],
    set_priority: ['rep', 'waiting'],
    instruct: ['manager', 'waiting'],
    withdraw: ['rep', 'withdrawn'],
    note: ['department', 'waiting'],
    look: ['clerk', 'waiting'],
    reveal_contact: ['rep', 'waiting'],
    recall: ['program', 'waiting'],
    edit: ['program', 'waiting'],
    forward_refused: ['program', 'waiting'],
    keep_attachment: ['program', 'waiting'],
  },
  answered: {
    amend_answer: ['department', 'answered'],
    cause: ['department', 'answered'],
    urge: ['manager', 'answered'],
    close: ['rep', 'closed'],
    correct: ['clerk', 'answered'],
    reopen: ['rep', 'assigned'],
    set_priority: ['rep', 'answered'],
    instruct: ['manager', 'answered'],
    withdraw: ['rep', 'withdrawn'],
    note: ['department', 'answered'],
    look: ['clerk', 'answered'],
    reveal_contact: ['rep', 'answered'],
    recall: ['program', 'answered'],
    edit: ['program', 'answered'],
    forward_refused: ['program', 'answered'],
    keep_attachment: ['program', 'answered'],
  },
  closed: {
    cause: ['department', 'closed'],
    reopen: ['rep', 'assigned'],
    look: ['clerk', 'closed'],
    recall: ['program', 'closed'],
    edit: ['program', 'closed'],
    forward_refused: ['program', 'closed'],
    keep_attachment: ['program', 'closed'],
  },
  withdrawn: {
    look: ['clerk', 'withdrawn'],
    recall: ['program', 'withdrawn'],
    edit: ['program', 'withdrawn'],
    forward_refused: ['program', 'withdrawn'],
    keep_attachment: ['program', 'withdrawn'],
  },
  discarded: {
    restore: ['rep', 'draft'],
    recall: ['program', 'discarded'],
    edit: ['program', 'discarded'],
    forward_refused: ['program', 'discarded'],
    look: ['clerk', 'discarded'],
    keep_attachment: ['program', 'discarded'],
  },
};

const TYPES: Type[] = [
  'submit',
  'save',
  'set_priority',
  'discard',
  'restore',
  'route',
  'instruct',
  'claim',
  'assign',
  'release',
  'answer',
  'answer_with_reply',
  'amend_answer',
  'transfer',
  'request_info',
  'provide_info',
  'extend',
  'interim',
  'correct',
  'urge',
  'nudge_rep',
  'cause',
  'withdraw',
  'close',
  'reopen',
  'split',
  'adopt',
  'note',
  'still_working',
  'reveal_contact',
  'look',
  'recall',
  'edit',
  'keep_attachment',
  'forward_refused',
];

const LONGER = { reason: '等配件', until: at('09:00', '2026-11-26'), by: 'ou_member', at: at('09:30') };

/** The rep's card hangs anew, and the wording for the customer comes by itself. */
const TO_REPS_TURN = [
  { kind: 'card', wall: 'rep', to: { type: 'person', id: 'ou_rep' } },
  { kind: 'message', name: 'wording', to: { type: 'person', id: 'ou_rep' } },
];

/** A draft of two messages, of which nobody can read one. */
const ofTwo = (status: Status, more: Partial<Feedback> = {}) => {
  const record = feedback(status, more);
  const [first] = record.sources;
  if (!first) throw new Error('no source');
  return {
    ...record,
    sources: [
      { ...first, messageId: 'om_1', raw: '?' },
      { ...first, messageId: 'om_2' },
    ],
  };
};
const draftOfTwo = () => ofTwo('draft');

/** Somebody who may give the command in some status. */
function rightful(type: Type): ActorName {
  const heard = STATUSES.map((status) => LIFE[status][type]).find((entry) => entry !== undefined);
  if (!heard) throw new Error(`nobody may ${type}`);
  return heard[0];
}

describe('the life of a feedback', () => {
  const cases = STATUSES.flatMap((status) => TYPES.map((type): [Status, Type] => [status, type]));

  test.each(cases)('%s + %s', (status, type) => {
    const record = ofTwo(status, status === 'draft' ? {} : { notes: [note('已更换')], extension: LONGER });
    const heard = LIFE[status][type];
    if (!heard) {
      const held = { ...record, department: 'after_sales', claimedBy: 'ou_member' };
      const decision = decide(held, command(type), context(rightful(type)));
      expect(decision).toMatchObject({ ok: false, reason: 'no_longer_applies' });
      return;
    }
    const decision = decide(record, command(type), context(heard[0]));
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.next.status).toBe(heard[1]);
    expect(decision.next.version).toBe(record.version + 1);
    expect(decision.entry).toMatchObject({ what: type, at: at('10:00') });
  });

  test.each<[Status, Type, ActorName, string]>([
    ['draft', 'submit', 'stranger', 'rep'],
    ['draft', 'discard', 'clerk', 'rep'],
    ['triage', 'route', 'rep', 'clerk'],
    ['triage', 'route', 'manager', 'clerk'],
    ['review', 'instruct', 'clerk', 'manager'],
    ['assigned', 'claim', 'rep', 'department'],
    ['assigned', 'claim', 'other_department', 'department'],
    ['assigned', 'claim', 'manager', 'department'],
    ['handling', 'answer', 'other_department', 'department'],
    ['handling', 'transfer', 'rep', 'department'],
    ['handling', 'extend', 'clerk', 'department'],
    ['waiting', 'provide_info', 'department', 'rep'],
    ['assigned', 'urge', 'department', 'rep'],
    ['handling', 'withdraw', 'manager', 'rep'],
    ['answered', 'close', 'department', 'rep'],
    ['closed', 'reopen', 'department', 'rep'],
    ['handling', 'keep_attachment', 'rep', 'program'],
    ['handling', 'still_working', 'rep', 'holder'],
    ['assigned', 'reveal_contact', 'department', 'holder'],
    ['handling', 'reveal_contact', 'other_department', 'holder'],
    ['handling', 'look', 'rep', 'clerk'],
    ['handling', 'release', 'other_department', 'department'],
    ['handling', 'release', 'rep', 'department'],
    ['handling', 'answer_with_reply', 'rep', 'department'],
    ['handling', 'interim', 'department', 'rep'],
    ['handling', 'correct', 'department', 'clerk'],
    ['handling', 'correct', 'rep', 'clerk'],
    ['draft', 'set_priority', 'clerk', 'rep'],
    ['discarded', 'restore', 'clerk', 'rep'],
    ['handling', 'instruct', 'clerk', 'manager'],
    ['assigned', 'assign', 'department', 'lead'],
    ['assigned', 'assign', 'rep', 'lead'],
    ['waiting', 'nudge_rep', 'rep', 'department'],
    ['closed', 'cause', 'rep', 'department'],
    ['answered', 'cause', 'other_department', 'department'],
  ])('%s + %s by the %s is refused, naming the %s', (status, type, actor, who) => {
    const decision = decide(feedback(status), command(type), context(actor));
    expect(decision).toMatchObject({ ok: false, reason: 'not_yours', detail: { who } });
  });

  test('a reply in a group that the case has left is refused: nobody would read it', () => {
    const decision = decide(feedback('handling'), command('note'), context('other_department'));
    const detail = { who: 'rep', department: 'after_sales' };
    expect(decision).toMatchObject({ ok: false, reason: 'not_noted', detail });
  });

  test.each<[Status, Type, ActorName]>([
    ['triage', 'route', 'admin'],
    ['answered', 'close', 'clerk'],
    ['closed', 'reopen', 'clerk'],
    ['closed', 'reopen', 'manager'],
    ['assigned', 'note', 'rep'],
    ['handling', 'release', 'program'],
    ['handling', 'correct', 'admin'],
    ['handling', 'correct', 'manager'],
    ['handling', 'urge', 'manager'],
  ])('%s + %s may also be done by the %s', (status, type, actor) => {
    expect(decide(feedback(status), command(type), context(actor)).ok).toBe(true);
  });

  test('a person who is too late is told who did what, and when', () => {
    const claimed = decide(feedback('assigned'), command('claim'), context('department', at('09:30')));
    if (!claimed.ok) throw new Error(claimed.reason);
    expect(decide(claimed.next, command('claim'), context('department'))).toEqual({
      ok: false,
      reason: 'no_longer_applies',
      detail: { what: 'claim', by: 'ou_member', at: at('09:30'), status: 'handling', department: 'after_sales' },
    });
  });
});

describe('where a submission goes', () => {
  const submit = (fields: object, overrides = {}) =>
    decide(feedback('draft'), { ...command('submit'), ...fields }, context('rep', at('10:00'), overrides));

  test.each([
    ['a known department', {}, {}, 'assigned', 'department:after_sales', 'oc_after_sales'],
    ['unsure', { department: 'unsure' }, {}, 'triage', 'clerk', 'ou_clerk'],
    ['no department', { department: '' }, {}, 'triage', 'clerk', 'ou_clerk'],
    ['unsure, no clerks', { department: 'unsure' }, { clerks: [] }, 'triage', 'clerk', 'ou_admin'],
    ['clerk routing', {}, { routing: 'clerk' }, 'triage', 'clerk', 'ou_clerk'],
  ])('%s → %s', (_name, fields, overrides, status, wall, to) => {
    const decision = submit(fields, overrides);
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.next).toMatchObject({ status, dueAt: at('10:00') + 24 * HOUR });
    expect(decision.notices).toMatchObject([{ kind: 'card', wall, to: { id: to } }]);
  });

  test.each(['customer', 'competitor', 'market'] as const)('%s information has no clock and is archived', (kind) => {
    const decision = submit({ kind, department: 'unsure' });
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.next).toMatchObject({ status: 'closed', dueAt: null, nextReminderAt: null });
    expect(decision.notices).toEqual([]);
  });

  test.each([
    ['unknown_department', { department: 'nobody' }, {}],
    ['department_without_group', { department: 'unbound' }, {}],
    ['unknown_category', { category: 'colour' }, {}],
    ['nobody_to_route', { department: 'unsure' }, { clerks: [], admins: [] }],
  ])('%s is refused and the draft stays', (reason, fields, overrides) => {
    expect(submit(fields, overrides)).toMatchObject({ ok: false, reason });
  });

  test('without managers, the clerk’s route leads straight to the group', () => {
    const overrides = { routing: 'clerk+manager' as const, managers: [] };
    const routed = decide(feedback('triage'), command('route'), context('clerk', at('10:00'), overrides));
    expect(routed).toMatchObject({ ok: true, next: { status: 'assigned' } });
  });

  test('with managers, the clerk’s route leads to review, and the instruction leads to the group', () => {
    const overrides = { routing: 'clerk+manager' as const };
    const routed = decide(feedback('triage'), command('route'), context('clerk', at('10:00'), overrides));
    if (!routed.ok) throw new Error(routed.reason);
    expect(routed.next.status).toBe('review');
    expect(routed.notices).toMatchObject([{ wall: 'manager', to: { id: 'ou_manager' } }]);
    const instructed = decide(routed.next, command('instruct'), context('manager', at('11:00'), overrides));
    if (!instructed.ok) throw new Error(instructed.reason);
    expect(instructed.next).toMatchObject({
      instruction: '今天内上门',
      instructedBy: 'ou_manager',
      assignedAt: at('11:00'),
    });
    expect(instructed.notices).toMatchObject([{ wall: 'department:after_sales', to: { id: 'oc_after_sales' } }]);
  });
});

describe('particular moves', () => {
  const next = (status: Status, type: Type, actor: ActorName, fields = {}, overrides = {}) => {
    const decision = decide(feedback(status, overrides), { ...command(type), ...fields } as Command, context(actor));
    if (!decision.ok) throw new Error(decision.reason);
    return decision;
  };

  test('a transfer starts anew with the other department, whose group gets the card', () => {
    const { next: moved, notices } = next('handling', 'transfer', 'department');
    expect(moved).toMatchObject({
      department: 'quality',
      claimedBy: null,
      assignedAt: at('10:00'),
      heldSince: at('10:00'),
      transferredFrom: 'after_sales',
      dueAt: at('09:00') + 24 * HOUR,
    });
    expect(notices).toMatchObject([
      { kind: 'card', wall: 'department:quality', to: { id: 'oc_quality' } },
      { name: 'moved_rep', to: { id: 'ou_rep' } },
    ]);
  });

  test('a transfer to the same department is refused; a transfer to `unsure` goes to the clerks', () => {
    const same = { ...command('transfer'), department: 'after_sales' };
    expect(decide(feedback('handling'), same, context('department'))).toMatchObject({ reason: 'same_department' });
    const { next: moved } = next('handling', 'transfer', 'department', { department: 'unsure' });
    expect(moved).toMatchObject({ status: 'triage', department: null, claimedBy: null });
  });

  test('an answer to an unclaimed case claims it, and the rep hears of the answer', () => {
    const { next: answered, notices } = next('assigned', 'answer', 'department');
    expect(answered).toMatchObject({ claimedBy: 'ou_member', answeredBy: 'ou_member', answeredAt: at('10:00') });
    expect(notices).toMatchObject(TO_REPS_TURN);
  });

  test.each(['answer', 'transfer'] as const)('%s, while the rep is asked, settles the question', (type) => {
    const { next: settled, notices } = next('waiting', type, 'department');
    expect(settled.questions).toMatchObject([{ info: null, answeredAt: at('10:00') }]);
    expect(JSON.stringify(notices)).toContain('ou_rep');
  });

  test('a question hangs the rep’s card anew, and can be repeated once an hour', () => {
    const { next: asked, notices } = next('handling', 'request_info', 'department');
    expect(notices).toMatchObject(TO_REPS_TURN.slice(0, 1));
    const again = decide(asked, command('nudge_rep'), context('department'));
    if (!again.ok) throw new Error(again.reason);
    expect(again.notices).toMatchObject([{ name: 'urged', to: { id: 'ou_rep' } }]);
    expect(decide(again.next, command('nudge_rep'), context('department'))).toMatchObject({ reason: 'urged_recently' });
  });

  test('the lead names who takes the case: who had it hears so, and only a member of the group can be named', () => {
    const { next: named, notices } = next('handling', 'assign', 'manager');
    expect(named).toMatchObject({ claimedBy: 'ou_colleague', claimedAt: at('10:00'), heldSince: at('10:00') });
    expect(notices).toMatchObject([
      { name: 'assigned_holder', to: { id: 'ou_colleague' } },
      { name: 'taken_over_holder', to: { id: 'ou_member' } },
    ]);
    expect(decide(named, command('assign'), context('manager'))).toMatchObject({ reason: 'nothing_changed' });
    const groupMembers = new Map([['oc_after_sales', new Set(['ou_member'])]]);
    const among = { ...context('manager'), groupMembers };
    expect(decide(feedback('assigned'), command('assign'), among)).toMatchObject({ reason: 'unknown_assignee' });
  });

  test('an instruction while somebody works on the case goes to that person and leaves the case where it is', () => {
    const { next: instructed, notices } = next('handling', 'instruct', 'manager', { department: 'quality' });
    expect(instructed).toMatchObject({ instruction: '今天内上门', department: 'after_sales', claimedBy: 'ou_member' });
    expect(notices).toMatchObject([{ name: 'instructed', to: { id: 'ou_member' } }]);
  });

  test('the rep’s corrections of a draft stay there; what is left open stays as it was', () => {
    const { next: saved } = next('draft', 'save', 'rep', { priority: 'high', note: '老客户' }, { channel: 'phone' });
    expect(saved).toMatchObject({ status: 'draft', priority: 'high', note: '老客户', channel: 'phone', dueAt: null });
  });

  test('a draft whose last message was recalled does not come back', () => {
    const decision = decide(feedback('discarded', { sources: [] }), command('restore'), context('rep'));
    expect(decision).toMatchObject({ ok: false, reason: 'no_longer_applies' });
  });

  test('a released case waits for a claim like a new one, and the group hears of it', () => {
    const { next: free, notices } = next('handling', 'release', 'department');
    expect(free).toMatchObject({ claimedBy: null, claimedAt: null, assignedAt: at('10:00'), heldSince: at('10:00') });
    expect(free.nextReminderAt).toBe(at('12:00'));
    expect(notices).toMatchObject([{ name: 'released', to: { id: 'oc_after_sales' } }]);
  });

  test('a reply becomes the answer of its author, even if a newer reply has come', () => {
    const notes = [note('客户说明天在家', { from: 'rep', by: 'ou_rep', department: null }), note('已更换'), note('好')];
    const answered = next('handling', 'answer_with_reply', 'department', { reply: 2 }, { notes });
    expect(answered.next).toMatchObject({ answer: '已更换', answeredBy: 'ou_member', answeredAt: at('10:00') });
    expect(answered.notices).toMatchObject(TO_REPS_TURN);
    const colleague = { notes: [note('已更换', { by: 'ou_colleague' })] };
    expect(next('assigned', 'answer_with_reply', 'department', { reply: 1 }, colleague).next).toMatchObject({
      answeredBy: 'ou_colleague',
      claimedBy: 'ou_colleague',
    });
  });

  test.each([
    ['the rep’s', { from: 'rep' as const, department: null }, 1],
    ['a reply of another department', { department: 'quality' }, 1],
    ['a reply of an earlier cycle', {}, 2],
  ])('%s is no answer', (_whose, more, cycle) => {
    const record = feedback('handling', { notes: [note('已更换', more)], cycle });
    const decision = decide(record, command('answer_with_reply'), context('department'));
    expect(decision).toMatchObject({ ok: false, reason: 'no_longer_applies' });
    expect(decide(record, { type: 'answer_with_reply', reply: Number.NaN }, context('department')).ok).toBe(false);
  });

  test('an interim reply is possible only after an extension, and is forgotten when the case is reopened', () => {
    expect(decide(feedback('handling'), command('interim'), context('rep'))).toMatchObject({
      reason: 'no_longer_applies',
    });
    const { next: told } = next('handling', 'interim', 'rep', {}, { extension: LONGER });
    expect(told).toMatchObject({ interimAt: at('10:00'), interimReply: '正在处理', dueAt: at('09:00') + 24 * HOUR });
    const reopened = next('answered', 'reopen', 'rep', {}, { interimAt: at('09:30'), interimReply: '正在处理' });
    expect(reopened.next).toMatchObject({ interimAt: null, interimReply: null });
  });

  test('a rep may urge once an hour', () => {
    const { next: urged } = next('assigned', 'urge', 'rep');
    expect(decide(urged, command('urge'), context('rep', at('10:59')))).toMatchObject({
      reason: 'urged_recently',
      detail: { nextAt: at('11:00') },
    });
    expect(decide(urged, command('urge'), context('rep', at('11:00'))).ok).toBe(true);
  });

  test('an extension must be later than the present deadline, and does not move the customer’s clock', () => {
    const early = { ...command('extend'), until: at('08:00', '2026-11-25') };
    expect(decide(feedback('handling'), early, context('department'))).toMatchObject({ reason: 'until_not_later' });
    const { next: extended, notices } = next('handling', 'extend', 'department');
    expect(extended.dueAt).toBe(at('09:00') + 24 * HOUR);
    expect(notices).toMatchObject([{ to: { id: 'ou_rep' } }, { to: { id: 'ou_manager' } }]);
  });

  test.each([
    ['the last minute of what can be typed', at('23:59', '9999-12-31'), false],
    ['a century', at('18:00', '2126-11-27'), false],
    ['a year to the minute', at('10:00') + 365 * 24 * HOUR, false],
    ['a minute less than a year', at('09:59') + 365 * 24 * HOUR, true],
  ])('an extension by %s is allowed only if its day needs no year', (_what, until, isAllowed) => {
    const decision = decide(feedback('handling'), { ...command('extend'), until }, context('department'));
    expect(decision).toMatchObject(isAllowed ? { ok: true } : { reason: 'until_too_late' });
  });

  test('reopening a closed case starts the customer’s clock anew; reopening an answered case does not', () => {
    expect(next('closed', 'reopen', 'rep').next).toMatchObject({
      cycle: 2,
      dueAt: at('10:00') + 24 * HOUR,
      closedAt: null,
    });
    expect(next('answered', 'reopen', 'rep').next).toMatchObject({ cycle: 2, dueAt: at('09:00') + 24 * HOUR });
  });

  test('a draft loses a recalled message, and is discarded with its last one; a submitted case strikes it out', () => {
    const draft = draftOfTwo();
    const one = decide(draft, command('recall'), context('program'));
    if (!one.ok) throw new Error(one.reason);
    expect(one.next).toMatchObject({ status: 'draft', sources: [{ messageId: 'om_2' }] });
    const none = decide(one.next, { type: 'recall', messageId: 'om_2' }, context('program'));
    expect(none).toMatchObject({ ok: true, next: { status: 'discarded', sources: [] } });
    const submitted = decide(
      { ...feedback('handling'), sources: draft.sources },
      command('recall'),
      context('program'),
    );
    expect(submitted).toMatchObject({
      ok: true,
      next: { sources: [{ recalledAt: at('10:00') }, { recalledAt: null }] },
    });
  });

  test('the department’s note reaches the rep, and the rep’s note reaches the group', () => {
    expect(next('handling', 'note', 'department').notices).toMatchObject([{ name: 'progress', to: { id: 'ou_rep' } }]);
    expect(next('handling', 'note', 'rep').notices).toMatchObject([{ name: 'rep_note', to: { id: 'oc_after_sales' } }]);
  });
});

describe('a clerk’s correction', () => {
  const correct = (status: Status, fields: object, overrides = {}) =>
    decide(feedback(status, overrides), { ...command('correct'), priority: null, ...fields }, context('clerk'));

  test('category and priority change in place; the group hears only of a raised priority', () => {
    const changed = correct('handling', { category: 'price', priority: 'high' });
    expect(changed).toMatchObject({
      ok: true,
      next: { status: 'handling', category: 'price', priority: 'high', claimedBy: 'ou_member', heldSince: at('09:00') },
      entry: { detail: { was: { category: 'quality', priority: 'normal' } } },
      notices: [{ name: 'priority_raised', to: { id: 'oc_after_sales' } }],
    });
    expect(correct('handling', { category: 'price' })).toMatchObject({ notices: [] });
    expect(correct('handling', { priority: 'normal' }, { priority: 'urgent' })).toMatchObject({ notices: [] });
  });

  test.each<Status>(['assigned', 'handling', 'waiting', 'answered'])('from %s another department gets it', (status) => {
    const moved = correct(status, { department: 'quality', reason: '属来料问题' });
    if (!moved.ok) throw new Error(moved.reason);
    expect(moved.next).toMatchObject({
      status: 'assigned',
      department: 'quality',
      claimedBy: null,
      transferredFrom: 'after_sales',
      transferReason: '属来料问题',
      heldSince: at('10:00'),
      dueAt: at('09:00') + 24 * HOUR,
    });
    expect(moved.notices).toMatchObject([
      { name: 'moved', to: { id: 'oc_after_sales' } },
      { name: 'moved_rep', to: { id: 'ou_rep' } },
      ...(status === 'handling' ? [{ name: 'transferred_holder', to: { id: 'ou_member' } }] : []),
      { kind: 'card', wall: 'department:quality', to: { id: 'oc_quality' } },
    ]);
  });

  test('in triage and review another department is no transfer', () => {
    expect(correct('review', { department: 'quality' })).toMatchObject({
      next: { status: 'review', department: 'quality', heldSince: at('09:00') },
      notices: [],
    });
  });

  test.each([
    ['nothing', {}, 'nothing_changed'],
    ['no change at all', { category: 'quality', department: 'after_sales' }, 'nothing_changed'],
    ['a department without a reason', { department: 'quality' }, 'field_faults'],
    ['a department without a group', { department: 'unbound', reason: 'x' }, 'department_without_group'],
    ['an unknown category', { category: 'colour' }, 'unknown_category'],
  ])('%s is refused', (_what, fields, reason) => {
    expect(correct('handling', fields)).toMatchObject({ ok: false, reason });
  });
});
