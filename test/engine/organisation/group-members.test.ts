import { beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { ManualClock } from '../../../sandbox/clock';
import { AppError } from '../../../src/domain/errors';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/time';
import { GroupMembers } from '../../../src/engine/organisation/group-members';

const GROUP = 'oc_works';

let clock: ManualClock;
let people: string[];
let asked: number;
let answer: () => Promise<void>;
let logged: string[];
let members: GroupMembers;

beforeEach(() => {
  clock = new ManualClock(Date.parse('2026-11-24T09:00:00+08:00'));
  people = ['ou_li', 'ou_wang'];
  asked = 0;
  answer = async () => {};
  logged = [];
  const contacts = {
    members: async () => {
      asked += 1;
      await answer();
      return people.map((id) => ({ id, name: '' }));
    },
  };
  const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
  members = new GroupMembers({ contacts, clock, log });
});

const may = (id: string) => members.mayBeIn(GROUP, id);

describe('who may be in a group', () => {
  test('is asked once for all members, and again after an hour', async () => {
    expect(await Promise.all([may('ou_li'), may('ou_wang'), may('ou_li')])).toEqual([true, true, true]);
    expect(asked).toBe(1);
    people = ['ou_wang'];
    clock.advance(HOUR);
    expect([await may('ou_li'), await may('ou_wang')]).toEqual([false, true]);
  });

  test('a newcomer is found at once; a stranger is not asked for at each tap', async () => {
    await may('ou_li');
    people.push('ou_new');
    expect(await may('ou_new')).toBe(true);
    const before = asked;
    for (let i = 0; i < 5; i += 1) expect(await may('ou_stranger')).toBe(false);
    expect(asked).toBe(before + 1);
    people.push('ou_stranger');
    clock.advance(10 * SECOND);
    expect(await may('ou_stranger')).toBe(true);
  });

  test('everybody, with a line in the log, while Feishu refuses; it is asked again after a while', async () => {
    answer = async () => {
      throw new AppError('feishu_not_allowed', 'no');
    };
    expect([await may('ou_stranger'), await may('ou_stranger')]).toEqual([true, true]);
    expect(asked).toBe(1);
    expect(logged.join()).toContain('let in');
    answer = async () => {};
    clock.advance(5 * MINUTE);
    expect(await may('ou_stranger')).toBe(false);
  });

  test('everybody, while Feishu does not answer', async () => {
    await may('ou_li');
    let release = () => {};
    answer = () => new Promise((resolve) => (release = resolve));
    expect(await may('ou_li')).toBe(true);
    clock.advance(HOUR);
    expect([await may('ou_stranger'), await may('ou_li')]).toEqual([true, true]);
    release();
    await members.learnAll([GROUP]);
    expect(await may('ou_stranger')).toBe(false);
  });

  test('a list so long that it may have been cut off refuses nobody', async () => {
    people = Array.from({ length: 4000 }, (_, i) => `ou_${i}`);
    expect(await may('ou_4001')).toBe(true);
  });
});
