import { describe, expect, test } from '@jest/globals';
import type { RecordLink } from '../../../src/domain/procedure/record';
import { askedIn, dueOf, Play, shipped } from './play';

const CAPA = shipped('capa');
const GROUP = 'oc_logistics';

const caseOf = (id: number, repId: string, customer: string): RecordLink => ({
  ...{ workflow: 'feedback', id, number: `FB-${id}`, title: '灯管破损', repId, customer },
});
const CASES = [caseOf(1, 'ou_rep', '悦家'), caseOf(2, 'ou_rep', '东升'), caseOf(3, 'ou_other', '恒泰')];

const submit = (values = {}) => ({ type: 'submit' as const, values, button: null });
const approve = () => ({ type: 'approve' as const, remark: '', values: {} });
const ISSUE = {
  kind: 'corrective',
  severity: 'major',
  product: 'T8',
  category: 'delivery',
  problem: '三件破损',
  department: 'logistics',
};
const CAUSE = {
  cause_class: 'method',
  cause: '混装',
  similar: '查过，没有',
  verify_how: '看 30 天',
  verify_from: '2026-12-20',
};
const measure = (owner: string, until: string) => ({ what: `措施 ${owner}`, owner, until });

/** A sheet that 周强 of logistics has claimed and contained, issued on Wednesday, 2026-12-02. */
function contained(issue: object = ISSUE): { play: Play; id: number } {
  const play = new Play('2026-12-02 10:00');
  const id = play.begin(CAPA, 'ou_manager', { cases: CASES });
  play.act('ou_manager', id, submit(issue));
  play.act('ou_zhou', id, { type: 'claim' }, GROUP);
  play.act('ou_zhou', id, submit({ containment: '暂停混装', scope: '在库 340 箱' }));
  return { play, id };
}

/** The sheet with two measures under way, of 李娜 and 周强. */
function underWay(issue: object = ISSUE): { play: Play; id: number } {
  const { play, id } = contained(issue);
  play.act('ou_zhou', id, { type: 'add_child', values: measure('ou_li', '2026-12-15') });
  play.act('ou_zhou', id, { type: 'add_child', values: measure('ou_zhou', '2026-12-10') });
  play.act('ou_zhou', id, submit(CAUSE));
  return { play, id };
}

/** The sheet whose measures are done on 2026-12-15, ready for its verification. */
function acted(): { play: Play; id: number } {
  const { play, id } = underWay();
  // The lead wrote the plan, so the manager alone approves.
  play.act('ou_manager', id, approve());
  for (const child of play.get(id).children)
    play.act(child.values.owner as string, child.id, submit({ done_note: '办了' }));
  return { play, id };
}

describe('a CAPA sheet', () => {
  test('is claimed by the department: later stages go straight to whoever did', () => {
    const play = new Play('2026-12-02 10:00');
    const id = play.begin(CAPA, 'ou_manager', { cases: CASES });
    const issued = play.act('ou_manager', id, submit(ISSUE));
    expect([issued.stage, askedIn(issued), dueOf(issued)]).toEqual(['contain', ['[logistics]'], '2026-12-03 18:00']);
    expect(play.heard()).toEqual(['card→ou_manager', 'card→oc_logistics']);
    expect(play.outcome('ou_stranger', id, { type: 'claim' })).toBe('not_yours');
    expect(askedIn(play.act('ou_sun', id, { type: 'claim' }, GROUP))).toEqual(['ou_sun']);
    expect(play.heard()).toEqual(['card→ou_sun']);
    const analyse = play.act('ou_sun', id, submit({ containment: '停', scope: '无' }));
    expect([analyse.stage, askedIn(analyse), dueOf(analyse)]).toEqual(['analyse', ['ou_sun'], '2026-12-09 18:00']);
  });

  test('passed on by a department asks the other one from the beginning of the stage', () => {
    const play = new Play('2026-12-02 10:00');
    const id = play.begin(CAPA, 'ou_manager', { cases: CASES });
    play.act('ou_manager', id, submit(ISSUE));
    play.heard();
    const passed = play.act('ou_sun', id, { type: 'transfer', department: 'engineering', reason: '设计问题' }, GROUP);
    expect([askedIn(passed), passed.values.department]).toEqual([['[engineering]'], 'engineering']);
    expect(play.heard()).toEqual(['card→oc_engineering']);
    expect(play.outcome('ou_sun', id, { type: 'claim' }, GROUP)).toBe('not_yours');
  });

  test('of prevention contains nothing', () => {
    const play = new Play('2026-12-02 10:00');
    const id = play.begin(CAPA, 'ou_manager');
    expect(play.act('ou_manager', id, submit({ ...ISSUE, kind: 'preventive' })).stage).toBe('analyse');
  });

  test('needs a measure before its plan is handed in; each measure waits for the approval', () => {
    const { play, id } = contained();
    // What was filled in is kept.
    expect(play.act('ou_zhou', id, submit(CAUSE)).stage).toBe('analyse');
    expect(play.outcome('ou_zhou', id, submit(CAUSE))).toBe('missing_children');
    expect(play.outcome('ou_zhou', id, { type: 'add_child', values: { what: '加护角' } })).toBe('missing_fields');
    play.heard();
    play.act('ou_zhou', id, { type: 'add_child', values: measure('ou_li', '2026-12-15') });
    expect(play.heard()).toEqual([]);
    play.act('ou_zhou', id, submit(CAUSE));
    const [child] = play.get(id).children;
    expect([child?.stage, askedIn(play.get(child?.id ?? 0))]).toEqual(['do', []]);
  });

  test('is not approved by who wrote it; of a critical one the general manager hears', () => {
    expect(askedIn(underWay().play.get(1))).toEqual(['ou_manager']);
    const { play, id } = underWay({ ...ISSUE, severity: 'critical' });
    expect(askedIn(play.act('ou_manager', id, approve()))).toEqual(['ou_gm']);
    const back = play.act('ou_gm', id, { type: 'return', remark: '没有说到责任' });
    expect([back.stage, askedIn(back)]).toEqual(['analyse', ['ou_zhou']]);
    expect(askedIn(play.act('ou_zhou', id, submit({ cause: '混装，且没有标签' })))).toEqual(['ou_gm']);
  });

  test('wakes when its last measure ends, once, and waits 30 days for the verification', () => {
    const { play, id } = underWay();
    play.heard();
    play.act('ou_manager', id, approve());
    expect(play.get(id).stage).toBe('act');
    expect(play.heard()).toEqual(['card→ou_li', 'card→ou_zhou']);
    const [first, second] = play.get(id).children;
    expect(dueOf(play.get(first?.id ?? 0))).toBe('2026-12-15 23:59');
    play.act('ou_li', first?.id ?? 0, submit({ done_note: '四角加了护角' }));
    expect(play.get(id).stage).toBe('act');
    play.now += 5 * 86_400_000;
    play.act('ou_zhou', second?.id ?? 0, submit({ done_note: '改了装箱单' }));
    expect([play.get(id).stage, askedIn(play.get(id))]).toEqual(['verify', []]);
    expect(play.get(id).deeds.filter(({ what }) => what === 'act')).toEqual([]);
    play.until('2027-01-05 23:00');
    expect(askedIn(play.get(id))).toEqual([]);
    play.until('2027-01-06 09:00');
    expect([askedIn(play.get(id)), dueOf(play.get(id))]).toEqual([['ou_manager'], '2027-01-13 18:00']);
  });

  test('without effect goes back to the cause, in round 2', () => {
    const { play, id } = acted();
    play.until('2027-02-20 10:00');
    const again = play.act('ou_manager', id, submit({ effect: 'partly', effect_note: '还有一件' }));
    expect([again.stage, again.round, askedIn(again)]).toEqual(['analyse', 2, ['ou_zhou']]);
  });

  test('with effect is told to each customer by its rep; a customer who is gone is passed over', () => {
    const { play, id } = acted();
    play.until('2027-02-20 10:00');
    play.heard();
    const tell = play.act(
      'ou_manager',
      id,
      submit({ effect: 'effective', effect_note: '30 天 0 件', customer_text: '已换包装' }),
    );
    expect([tell.stage, askedIn(tell)]).toEqual(['tell', ['ou_rep', 'ou_other']]);
    expect(play.heard()).toEqual(['card→ou_rep', 'card→ou_other']);
    expect(tell.lines.map(({ values }) => values.told_customer)).toEqual(['已换包装', '已换包装', '已换包装']);
    const told = (line: number) => ({ type: 'tell' as const, line, values: { satisfaction: 'satisfied' } });
    expect(play.outcome('ou_other', id, told(0))).toBe('not_yours');
    play.act('ou_rep', id, told(0));
    expect(play.outcome('ou_rep', id, told(0))).toBe('line_done');
    expect(askedIn(play.act('ou_rep', id, told(1)))).toEqual(['ou_other']);
    expect(play.outcome('ou_other', id, { type: 'tell_skip', line: 2, reason: '' })).toBe('missing_fields');
    const closed = play.act('ou_other', id, { type: 'tell_skip', line: 2, reason: '客户已不存在' });
    expect([closed.stage, closed.lines[2]?.state]).toEqual(['closed', 'skipped']);
    expect(play.heard()).toEqual(['result→ou_manager']);
  });

  test('whose rep left is told on by the manager’s side, line by line', () => {
    const { play, id } = acted();
    play.until('2027-02-20 10:00');
    play.act('ou_manager', id, submit({ effect: 'effective', effect_note: '好', customer_text: '已换' }));
    play.leave('ou_rep');
    expect(play.get(id).lines.map(({ personId }) => personId)).toEqual(['ou_manager', 'ou_manager', 'ou_other']);
  });

  test('declared void ends; its measures are asked about', () => {
    const { play, id } = underWay();
    play.act('ou_manager', id, approve());
    expect(play.outcome('ou_zhou', id, { type: 'void', reason: '重复' })).toBe('not_allowed_here');
    expect(play.act('ou_manager', id, { type: 'void', reason: '重复' }).stage).toBe('void');
  });
});
