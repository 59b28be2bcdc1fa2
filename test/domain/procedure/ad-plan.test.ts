import { describe, expect, test } from '@jest/globals';
import { askedIn, at, dueOf, ORG, Play, shipped } from './play';

const PLAN = shipped('ad-plan');

const items = (amount: number) => [
  { media: '抖音', form: '信息流', from: '2026-12-05', to: '2026-12-13', times: 4, amount },
];
const FORM = { project: '城南', period: '2026-12', stage: 'strong', goal: '来访 300 组', agency: '蓝天广告' };
const submit = (values = {}) => ({ type: 'submit' as const, values, button: null });
const approve = (values = {}, remark = '') => ({ type: 'approve' as const, remark, values });

/** A plan of this amount, submitted by the planner on Monday, 2026-11-23. */
function submitted(amount: number, play = new Play('2026-11-23 10:00')): { play: Play; id: number } {
  const id = play.begin(PLAN, 'ou_planner', { period: '2026-12' });
  play.act('ou_planner', id, submit({ ...FORM, items: items(amount) }));
  play.heard();
  return { play, id };
}

const finance = (budget: number) => approve({ budget_left: budget });
const IN_FINANCE = 'oc_finance';

/** Approves until the record leaves the approval; returns who was asked, in order. */
function course(play: Play, id: number, budget: number): string[] {
  const asked: string[] = [];
  for (let steps = 0; steps < 9 && play.get(id).stage === 'approval'; steps += 1) {
    const [who = ''] = askedIn(play.get(id));
    asked.push(who);
    if (who === '[finance]') play.act('ou_wu', id, finance(budget), IN_FINANCE);
    else if (who === 'ou_planner') play.act(who, id, approve({ over_why: '双十二加投' }));
    else play.act(who, id, approve());
  }
  return asked;
}

describe('who approves an ad plan, by amount and budget', () => {
  test.each<[amount: number, budget: number, asked: string[]]>([
    [50_000, 90_000, ['ou_director', '[finance]']],
    [50_000.01, 90_000, ['ou_director', '[finance]', 'ou_vice']],
    [200_000, 900_000, ['ou_director', '[finance]', 'ou_vice']],
    [200_001, 900_000, ['ou_director', '[finance]', 'ou_vice', 'ou_gm']],
    [30_000, 20_000, ['ou_director', '[finance]', 'ou_planner', 'ou_gm']],
    [60_000, 20_000, ['ou_director', '[finance]', 'ou_planner', 'ou_vice', 'ou_gm']],
  ])('%d with %d left', (amount, budget, asked) => {
    const { play, id } = submitted(amount);
    expect(course(play, id, budget)).toEqual(asked);
    expect(play.get(id).stage).toBe('order');
  });
});

describe('an approval', () => {
  test('returned goes straight back to whoever returned it', () => {
    const { play, id } = submitted(60_000);
    play.act('ou_director', id, approve());
    play.act('ou_wu', id, finance(90_000), IN_FINANCE);
    expect(play.outcome('ou_vice', id, { type: 'return', remark: '' })).toBe('missing_fields');
    const draft = play.act('ou_vice', id, { type: 'return', remark: '受众写清楚' });
    expect([draft.stage, askedIn(draft), draft.values.goal]).toEqual(['draft', ['ou_planner'], FORM.goal]);
    const again = play.act('ou_planner', id, submit({ audience: '年轻家庭' }));
    expect([again.stage, askedIn(again)]).toEqual(['approval', ['ou_vice']]);
    expect(again.deeds.map(({ what, verdict }) => `${what} ${verdict}`)).toEqual([
      'draft submit',
      'approval.director approve',
      'approval.finance approve',
      'approval.vice return',
      'draft submit',
    ]);
  });

  test('returned and changed where approvals rest goes through everybody again', () => {
    const { play, id } = submitted(60_000);
    play.act('ou_director', id, approve());
    play.act('ou_wu', id, finance(90_000), IN_FINANCE);
    play.act('ou_vice', id, { type: 'return', remark: '太贵' });
    expect(askedIn(play.act('ou_planner', id, submit({ items: items(58_000) })))).toEqual(['ou_director']);
  });

  test('corrected while it runs, where approvals rest, begins anew; elsewhere it goes on', () => {
    const { play, id } = submitted(60_000);
    play.act('ou_director', id, approve());
    const correct = (values = {}) => ({ type: 'correct' as const, values, reason: '笔误' });
    expect(askedIn(play.act('ou_planner', id, correct({ goal: '来访 400 组' })))).toEqual(['[finance]']);
    expect(askedIn(play.act('ou_planner', id, correct({ agency: '红日广告' })))).toEqual(['ou_director']);
  });

  test('refused ends the record and tells its starter once; a reason is needed', () => {
    const { play, id } = submitted(60_000);
    expect(play.outcome('ou_director', id, { type: 'reject', remark: '' })).toBe('missing_fields');
    const ended = play.act('ou_director', id, { type: 'reject', remark: '明年再说' });
    expect([ended.stage, ended.isOpen]).toEqual(['rejected', false]);
    expect(play.heard()).toEqual(['result→ou_planner']);
  });

  test('is never given by who wrote it, nor twice, nor by a stranger', () => {
    const director = new Play('2026-11-23 10:00', {
      ...ORG,
      positions: { ...ORG.positions, marketing_director: ['ou_planner', 'ou_second'] },
    });
    const { play, id } = submitted(60_000, director);
    expect(askedIn(play.get(id))).toEqual(['ou_second']);
    expect(play.outcome('ou_planner', id, approve())).toBe('own_work');
    expect(play.outcome('ou_stranger', id, approve())).toBe('not_yours');
    const { turn } = play.get(id);
    play.act('ou_second', id, { ...approve(), stage: 'director', turn });
    expect(play.outcome('ou_second', id, { ...approve(), stage: 'director', turn })).toBe('no_longer_applies');
  });

  test('is not asked of the same person twice in a row, and the print says so', () => {
    const one = new Play('2026-11-23 10:00', { ...ORG, positions: { ...ORG.positions, vice_gm: ['ou_gm'] } });
    const { play, id } = submitted(300_000, one);
    expect(course(play, id, 900_000)).toEqual(['ou_director', '[finance]', 'ou_gm']);
    expect(play.get(id).deeds.map(({ what, verdict }) => [what, verdict])).toContainEqual([
      'approval.gm',
      'skipped_same_person',
    ]);
  });

  test('goes to the deputy of an absent approver, and both know', () => {
    const absences = [{ person: 'ou_gm', from: '2026-11-23', until: '2026-11-30', deputy: 'ou_li' }];
    const { play, id } = submitted(300_000, new Play('2026-11-23 10:00', { ...ORG, absences }));
    play.act('ou_director', id, approve());
    play.act('ou_wu', id, finance(900_000), IN_FINANCE);
    play.heard();
    expect(askedIn(play.act('ou_vice', id, approve()))).toEqual(['ou_li']);
    expect(play.heard()).toEqual(['card→ou_li', 'stand_in→ou_gm']);
    play.act('ou_li', id, approve());
    expect(play.get(id).deeds.at(-1)).toMatchObject({ by: 'ou_li', insteadOf: 'ou_gm', verdict: 'approve' });
  });

  test('that nobody can give is asked of the admins, and goes on once somebody holds the position', () => {
    const { gm: _gm, ...positions } = ORG.positions ?? {};
    const { play, id } = submitted(300_000, new Play('2026-11-23 10:00', { ...ORG, positions }));
    play.act('ou_director', id, approve());
    play.act('ou_wu', id, finance(900_000), IN_FINANCE);
    play.heard();
    play.act('ou_vice', id, approve());
    expect(play.heard()).toEqual(['nobody→ou_admin']);
    expect(play.get(id).stage).toBe('approval');
    play.leave();
    expect(askedIn(play.get(id))).toEqual([]);
    play.org = ORG;
    play.leave();
    expect(askedIn(play.get(id))).toEqual(['ou_gm']);
  });

  test('may be handed to somebody else, or asked of one more', () => {
    const { play, id } = submitted(60_000);
    expect(play.outcome('ou_director', id, { type: 'delegate', person: 'ou_planner', reason: '' })).toBe('own_work');
    play.act('ou_director', id, { type: 'add_approver', person: 'ou_legal', reason: '看下条款' });
    play.act('ou_director', id, { type: 'delegate', person: 'ou_li', reason: '出差' });
    expect(askedIn(play.get(id))).toEqual(['ou_li']);
    expect(askedIn(play.act('ou_li', id, approve()))).toEqual(['ou_legal']);
    expect(askedIn(play.act('ou_legal', id, approve()))).toEqual(['[finance]']);
  });

  test('that takes too long is told of once; silence never approves', () => {
    const { play, id } = submitted(60_000);
    play.until('2026-11-29 12:00');
    const said = play.heard();
    expect(said.filter((one) => one.startsWith('late'))).toEqual(['late→ou_director', 'late→ou_gm']);
    expect(play.get(id).stage).toBe('approval');
    play.until('2027-01-10 12:00');
    expect([play.get(id).stage, play.heard().filter((one) => one.startsWith('late'))]).toEqual(['approval', []]);
  });
});

describe('an ad plan', () => {
  test('is due on the 25th of the month before, on the workday before that if it is a day off', () => {
    const play = new Play('2026-09-20 10:00');
    const id = play.begin(PLAN, 'ou_planner', { period: '2026-11' });
    // 2026-10-25 is a Sunday.
    expect(dueOf(play.get(id))).toBe('2026-10-23 18:00');
  });

  test('runs, is settled after its month and checked by finance', () => {
    const { play, id } = submitted(30_000);
    course(play, id, 90_000);
    expect(askedIn(play.get(id))).toEqual(['ou_planner']);
    const run = play.act('ou_planner', id, submit({ agency_word: 'yes' }));
    expect([run.stage, askedIn(run)]).toEqual(['run', []]);
    play.until('2026-12-31 23:00');
    expect(play.get(id).stage).toBe('settle');
    expect(play.get(id).moments['settle.opened']).toBeUndefined();
    play.heard();
    // 2027-01-01 is a holiday, 01-02 and 01-03 a weekend.
    play.until('2027-01-04 09:00');
    expect([askedIn(play.get(id)), dueOf(play.get(id)), play.heard()]).toEqual([
      ['ou_planner'],
      '2027-01-08 18:00',
      ['card→ou_planner'],
    ]);
    play.act('ou_planner', id, submit({ spent: [{ media: '抖音', amount: 28_000, visits: 120 }], effect: '好' }));
    expect(askedIn(play.get(id))).toEqual(['ou_wu']);
    expect(play.act('ou_wu', id, approve(), IN_FINANCE).stage).toBe('settled');
  });

  test('waits for the last one to be settled', () => {
    const play = new Play('2026-11-23 10:00');
    const id = play.begin(PLAN, 'ou_planner', { period: '2026-12' });
    const previous = { number: 'AD-2026-11-城南', end: null };
    play.records.set(id, { ...play.get(id), previous });
    const values = { ...FORM, items: items(1000) };
    expect(play.outcome('ou_planner', id, submit(values))).toBe('gate');
    play.records.set(id, { ...play.get(id), previous: { ...previous, end: 'settled' } });
    expect(play.outcome('ou_planner', id, submit(values))).toBe('done');
  });

  test('may be taken back until the agency has it', () => {
    const { play, id } = submitted(30_000);
    course(play, id, 90_000);
    expect(play.outcome('ou_planner', id, { type: 'withdraw', reason: '改期' })).toBe('not_allowed_here');
    const second = submitted(30_000);
    expect(second.play.act('ou_planner', second.id, { type: 'withdraw', reason: '改期' }).stage).toBe('void');
    expect(at('2026-11-23 10:00')).toBe(second.play.get(second.id).endedAt);
  });
});
