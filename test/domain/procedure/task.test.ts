import { describe, expect, test } from '@jest/globals';
import { askedIn, at, dueOf, Play, shipped } from './play';

const TASK = shipped('task');
const until = '2026-12-18';

/** A task given by the manager to 李娜, as far as the owner's acceptance. */
function given(start = '2026-12-01 10:00'): { play: Play; id: number } {
  const play = new Play(start);
  const id = play.begin(TASK, 'ou_manager');
  play.act('ou_manager', id, {
    type: 'submit',
    values: { what: '全部仓库外箱加护角', owner: 'ou_li', until },
    button: null,
  });
  play.heard();
  return { play, id };
}

const submit = (values = {}) => ({ type: 'submit' as const, values, button: null });

describe('a task', () => {
  test('is given, accepted, done and confirmed', () => {
    const play = new Play('2026-12-01 10:00');
    const id = play.begin(TASK, 'ou_manager');
    expect(play.heard()).toEqual(['card→ou_manager']);
    expect(play.outcome('ou_manager', id, submit())).toBe('missing_fields');
    // A form comes in parts: what was filled in is kept.
    expect(play.act('ou_manager', id, submit({ what: '加护角', until })).stage).toBe('give');
    expect(play.outcome('ou_manager', id, submit({ what: '加护角', until }))).toBe('needs_one');
    const accept = play.act('ou_manager', id, submit({ what: '加护角', owner: 'ou_li', until }));
    expect([accept.stage, askedIn(accept), dueOf(accept)]).toEqual(['accept', ['ou_li'], '2026-12-02 18:00']);
    expect(play.heard()).toEqual(['card→ou_li']);
    expect(play.outcome('ou_stranger', id, submit())).toBe('not_yours');
    const doing = play.act('ou_li', id, submit());
    expect([doing.stage, askedIn(doing), dueOf(doing)]).toEqual(['do', ['ou_li'], '2026-12-18 23:59']);
    expect(play.heard()).toEqual([]);
    expect(play.outcome('ou_li', id, submit())).toBe('missing_fields');
    const confirm = play.act('ou_li', id, submit({ result: '三个仓都换了' }));
    expect([confirm.stage, askedIn(confirm)]).toEqual(['confirm', ['ou_manager']]);
    expect(play.heard()).toEqual(['card→ou_manager']);
    const done = play.act('ou_manager', id, { type: 'approve', remark: '', values: {} });
    expect([done.stage, done.isOpen, done.nextReminderAt]).toEqual(['confirmed', false, null]);
    expect(play.heard()).toEqual([]);
    expect(play.outcome('ou_manager', id, { type: 'approve', remark: '', values: {} })).toBe('no_longer_applies');
  });

  test('that was returned comes back to whoever did it, and straight back to the giver', () => {
    const { play, id } = given();
    play.act('ou_li', id, submit());
    play.act('ou_li', id, submit({ result: '换了一个仓' }));
    expect(play.outcome('ou_manager', id, { type: 'return', remark: '' })).toBe('missing_fields');
    const again = play.act('ou_manager', id, { type: 'return', remark: '另外两个仓呢' });
    expect([again.stage, askedIn(again), again.values.result]).toEqual(['do', ['ou_li'], '换了一个仓']);
    const confirm = play.act('ou_li', id, submit({ result: '都换了' }));
    expect([confirm.stage, askedIn(confirm)]).toEqual(['confirm', ['ou_manager']]);
  });

  test('that was declined goes back to the giver, who may drop it', () => {
    const { play, id } = given();
    const back = play.act('ou_li', id, { type: 'decline', reason: '没有人手' });
    expect([back.stage, askedIn(back)]).toEqual(['give', ['ou_manager']]);
    expect(back.deeds.at(-1)).toMatchObject({ verdict: 'return', remark: '没有人手', by: 'ou_li' });
    expect(play.act('ou_manager', id, { type: 'submit', values: {}, button: 'drop' }).stage).toBe('dropped');
  });

  test('handed over: the giver is told, the new owner has a time of their own to accept, the date stays', () => {
    const { play, id } = given();
    play.act('ou_li', id, submit());
    play.heard();
    play.now = at('2026-12-03 15:00');
    const handed = play.act('ou_li', id, { type: 'hand_over', person: 'ou_wang', reason: '出差' });
    expect([handed.stage, askedIn(handed), dueOf(handed)]).toEqual(['accept', ['ou_wang'], '2026-12-04 18:00']);
    expect(handed.values).toMatchObject({ owner: 'ou_wang', until });
    expect(play.heard()).toEqual(['handed_over→ou_manager', 'card→ou_wang']);
    expect(play.outcome('ou_li', id, submit())).toBe('not_yours');
    expect(dueOf(play.act('ou_wang', id, submit()))).toBe('2026-12-18 23:59');
  });

  test('extended: the giver nods the first time, whoever stands above the second time', () => {
    const { play, id } = given();
    play.act('ou_li', id, submit());
    play.heard();
    const later = (date: string) => ({ type: 'extend' as const, until: at(`${date} 23:59`), reason: '缺料' });
    expect(play.outcome('ou_li', id, later('2026-12-10'))).toBe('not_later');
    play.act('ou_li', id, later('2026-12-20'));
    expect(play.heard()).toEqual(['extension→ou_manager']);
    expect(dueOf(play.get(id))).toBe('2026-12-18 23:59');
    expect(play.outcome('ou_li', id, { type: 'allow_extension', allow: true })).toBe('not_yours');
    expect(dueOf(play.act('ou_manager', id, { type: 'allow_extension', allow: true }))).toBe('2026-12-20 23:59');
    play.heard();
    play.act('ou_li', id, later('2026-12-25'));
    expect(play.heard()).toEqual(['extension→ou_gm']);
    expect(dueOf(play.act('ou_gm', id, { type: 'allow_extension', allow: false }))).toBe('2026-12-20 23:59');
  });

  test('is chased as the ladder says: the workday before, the day, a workday later with the giver, then weekly', () => {
    const { play, id } = given('2026-12-14 10:00');
    play.act('ou_li', id, submit());
    play.heard();
    // 2026-12-18 is a Friday.
    play.until('2026-12-17 09:59');
    expect(play.heard()).toEqual([]);
    play.until('2026-12-17 10:00');
    expect(play.heard()).toEqual(['reminder:before→ou_li']);
    play.until('2026-12-18 10:00');
    expect(play.heard()).toEqual(['reminder:due→ou_li']);
    play.until('2026-12-21 10:00');
    expect(play.heard()).toEqual(['reminder:overdue→ou_li', 'escalation:overdue→ou_manager']);
    play.until('2026-12-26 10:00');
    expect(play.heard()).toEqual(['reminder:overdue→ou_li', 'escalation:overdue→ou_manager']);
  });

  test('whose owner left goes to the giver until it is handed on', () => {
    const { play, id } = given();
    play.act('ou_li', id, submit());
    play.heard();
    play.leave('ou_li');
    expect(askedIn(play.get(id))).toEqual(['ou_manager']);
    expect(play.heard()).toEqual(['card→ou_manager']);
    play.leave('ou_li');
    expect(play.heard()).toEqual([]);
  });

  test('is no longer for whoever tapped a card of an earlier turn', () => {
    const { play, id } = given();
    const { turn } = play.get(id);
    play.act('ou_li', id, { type: 'decline', reason: '不会' });
    play.act('ou_manager', id, submit({ owner: 'ou_li' }));
    expect(play.outcome('ou_li', id, { ...submit(), stage: 'accept', turn })).toBe('no_longer_applies');
    expect(play.outcome('ou_li', id, { ...submit(), stage: 'accept', turn: play.get(id).turn })).toBe('done');
  });
});
