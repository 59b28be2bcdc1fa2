import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ManualClock } from '../../sandbox/clock';
import { AppError } from '../../src/domain/errors';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/time';
import { Directory } from '../../src/engine/directory';
import { openStores, type Stores } from '../db/stores';
import { FakeMessenger } from './fake-messenger';

const SOMEONE = '某人';

describe('the directory', () => {
  let stores: Stores;
  let clock: ManualClock;
  let messenger: FakeMessenger;
  let directory: Directory;

  beforeEach(async () => {
    stores = await openStores('sqlite');
    clock = new ManualClock(1_000_000);
    messenger = new FakeMessenger({ ou_li: '李娜', ou_wang: '王强' });
    directory = new Directory(stores.inTransaction, messenger, clock, SOMEONE);
  });
  afterEach(() => stores.close());

  const named = async (...ids: string[]) => {
    const nameOf = await directory.names(ids);
    return ids.map(nameOf);
  };

  test('asks once for each person, and again after a week', async () => {
    expect(await named('ou_li', 'ou_wang', 'ou_li')).toEqual(['李娜', '王强', '李娜']);
    expect(messenger.asked.sort()).toEqual(['ou_li', 'ou_wang']);
    messenger.names.ou_li = '李娜（休假）';
    clock.advance(7 * DAY - 1);
    expect(await named('ou_li')).toEqual(['李娜']);
    clock.advance(1);
    expect(await named('ou_li')).toEqual(['李娜（休假）']);
    expect(messenger.asked).toHaveLength(3);
  });

  test('remembers for an hour that a name is not told, even after a restart', async () => {
    expect(await named('ou_hidden')).toEqual([SOMEONE]);
    directory = new Directory(stores.inTransaction, messenger, clock, SOMEONE);
    clock.advance(HOUR - 1);
    expect(await named('ou_hidden')).toEqual([SOMEONE]);
    expect(messenger.asked).toEqual(['ou_hidden']);
    messenger.names.ou_hidden = '隐';
    clock.advance(1);
    expect(await named('ou_hidden')).toEqual(['隐']);
  });

  test('a person who was not looked up is “somebody”', async () => {
    const nameOf = await directory.names([]);
    expect(nameOf('ou_li')).toBe(SOMEONE);
    expect(messenger.asked).toEqual([]);
  });

  test('if the platform fails, the message goes out without the name, and one a minute later asks again', async () => {
    messenger.fails = new AppError('feishu_unavailable', 'down');
    expect(await named('ou_li')).toEqual([SOMEONE]);
    messenger.fails = null;
    clock.advance(MINUTE - 1);
    expect(await named('ou_li')).toEqual([SOMEONE]);
    expect(messenger.asked).toHaveLength(1);
    clock.advance(1);
    expect(await named('ou_li')).toEqual(['李娜']);
  });

  test('a person who was not asked for, because the limit was used up, is asked for by the next card', async () => {
    messenger.fails = new AppError('feishu_rate_limited', 'not asked', { retryAfterMs: SECOND });
    expect(await named('ou_li')).toEqual([SOMEONE]);
    messenger.fails = null;
    expect(await named('ou_li')).toEqual(['李娜']);
  });

  test('an answer that cannot wait goes out with the names known so far', async () => {
    await named('ou_li');
    messenger.hangs = true;
    const { nameOf, complete } = await directory.namesWithin(['ou_li', 'ou_wang'], 20);
    expect([nameOf('ou_li'), nameOf('ou_wang'), complete]).toEqual(['李娜', SOMEONE, false]);
  });

  test('a name that comes too late for one answer is there for the next', async () => {
    messenger.hangs = true;
    await directory.namesWithin(['ou_wang'], 20);
    messenger.letGo();
    const { nameOf, complete } = await directory.namesWithin(['ou_wang'], 60_000);
    expect([nameOf('ou_wang'), complete]).toEqual(['王强', true]);
  });

  test('a person is looked up once, however many wait for the name', async () => {
    messenger.hangs = true;
    const waiting = Promise.all([named('ou_li', 'ou_li'), named('ou_li'), directory.namesWithin(['ou_li'], 60_000)]);
    while (messenger.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
    messenger.letGo();
    expect((await waiting)[0]).toEqual(['李娜', '李娜']);
    expect(messenger.asked).toEqual(['ou_li']);
  });

  test('if all names are known, nothing waits', async () => {
    await named('ou_li');
    messenger.hangs = true;
    const { nameOf, complete } = await directory.namesWithin(['ou_li'], 60_000);
    expect([nameOf('ou_li'), complete]).toEqual(['李娜', true]);
  });
});
