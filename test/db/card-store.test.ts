import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CardStore, type PostedCard } from '../../src/db/card-store';
import { CardRow } from '../../src/db/engine-rows';
import { MINUTE } from '../../src/domain/time';
import { DIALECTS } from '../databases';
import { at } from '../domain/feedback/fixtures';
import { openStores, type Stores } from './stores';

const NOW = at('09:00');

const card = (messageId: string, overrides: Partial<PostedCard> = {}): PostedCard => ({
  workflow: 'feedback',
  recordId: 1,
  wall: 'rep',
  recipientId: 'ou_rep',
  chatId: 'oc_p2p',
  messageId,
  version: 1,
  hash: 'h1',
  ...overrides,
});

describe.each(DIALECTS)('cards on %s', (dialect) => {
  let stores: Stores;
  const within = <T>(work: (store: CardStore) => Promise<T>): Promise<T> =>
    stores.inTransaction((tx) => work(new CardStore(tx)));
  const post = (one: PostedCard, inDoubt = false) => within((store) => store.post(one, NOW, inDoubt));
  const claim = async (now: number) =>
    (await within((store) => store.claim(now, 10, { token: 'here', leaseMs: MINUTE }))).map(
      ({ messageId }) => messageId,
    );
  const row = (messageId: string) => within((store) => store.byMessage(messageId));
  /** The card's row as it was read before the change. */
  const read = async (messageId: string) => (await row(messageId)) as CardRow;

  beforeAll(async () => {
    stores = await openStores(dialect);
  });
  beforeEach(() => stores.inTransaction((tx) => tx.createQueryBuilder().delete().from(CardRow).execute()));
  afterAll(() => stores.close());

  test('a new card retires older cards of the same wall and recipient only, and makes them due', async () => {
    const others = {
      om_group: { wall: 'department:quality', recipientId: 'oc_1' },
      om_clerk: { recipientId: 'ou_clerk' },
      om_record: { recordId: 2 },
      om_workflow: { workflow: 'survey' },
    };
    await post(card('om_old'));
    for (const [messageId, overrides] of Object.entries(others)) await post(card(messageId, overrides));
    expect(await claim(NOW + MINUTE)).toEqual([]);

    await post(card('om_new', { version: 3, hash: 'h3' }));
    expect(await row('om_old')).toMatchObject({ retired: true, dueAt: NOW });
    for (const messageId of [...Object.keys(others), 'om_new']) {
      expect(await row(messageId)).toMatchObject({ retired: false, dueAt: null });
    }
    expect(await row('om_new')).toMatchObject({ shownVersion: 3, wantedVersion: 3, shownHash: 'h3', postedAt: NOW });
    expect(await claim(NOW)).toEqual(['om_old']);
    expect(await within((s) => s.latestWith('feedback', 1, 'ou_rep'))).toMatchObject({ messageId: 'om_new' });
  });

  test('recording a post twice changes nothing', async () => {
    await post(card('om_1'));
    await within((store) => store.want('feedback', 1, 2, NOW));
    await post(card('om_1'));
    expect(await row('om_1')).toMatchObject({ retired: false, wantedVersion: 2, shownVersion: 1 });
  });

  test('a post in doubt is checked, because it may show an earlier version', async () => {
    await post(card('om_1', { version: 4, hash: 'h4' }), true);
    expect(await row('om_1')).toMatchObject({ wantedVersion: 4, shownVersion: 0, shownHash: '', dueAt: NOW });
    expect(await claim(NOW)).toEqual(['om_1']);
  });

  test('a new version makes every card of the record due, except buried ones', async () => {
    await post(card('om_1'));
    await post(card('om_2', { wall: 'department:quality' }));
    await post(card('om_dead', { wall: 'clerk' }));
    await post(card('om_other', { recordId: 2 }));
    await within(async (store) => store.bury((await store.byMessage('om_dead'))?.id as number));
    await within((store) => store.want('feedback', 1, 2, NOW));
    expect(await claim(NOW)).toEqual(['om_1', 'om_2']);
    expect(await row('om_dead')).toMatchObject({ dead: true, dueAt: null, wantedVersion: 1 });
    expect(await row('om_other')).toMatchObject({ dueAt: null, wantedVersion: 1 });
  });

  test('a card that shows the wanted version is at rest', async () => {
    await post(card('om_1'));
    await within((store) => store.want('feedback', 1, 2, NOW));
    expect(await claim(NOW)).toEqual(['om_1']);
    const before = await read('om_1');
    await within((store) => store.shown(before, 2, 'h2', NOW));
    expect(await row('om_1')).toMatchObject({ shownVersion: 2, shownHash: 'h2', attempts: 0, dueAt: null });
    expect(await within((store) => store.nextDueAt(MINUTE))).toBeNull();
  });

  test('a card stays due if its record moved on while the card was drawn', async () => {
    await post(card('om_1'));
    await within((store) => store.want('feedback', 1, 2, NOW));
    expect(await claim(NOW)).toEqual(['om_1']);
    const before = await read('om_1');
    await within((store) => store.want('feedback', 1, 3, NOW + 1));
    await within((store) => store.shown(before, 2, 'h2', NOW + 2));
    expect(await row('om_1')).toMatchObject({ shownVersion: 2, wantedVersion: 3, dueAt: NOW + 1 });
    expect(await claim(NOW + 1)).toEqual(['om_1']);
  });

  test('a card that was retired while it was drawn stays due, so that it points to the new one', async () => {
    await post(card('om_1'));
    const before = await read('om_1');
    await post(card('om_2'));
    await within((store) => store.shown(before, 1, 'h1', NOW));
    expect(await claim(NOW)).toEqual(['om_1']);
  });

  test('if two processes changed a card at once, it is drawn once more', async () => {
    await post(card('om_1'));
    await within((store) => store.want('feedback', 1, 2, NOW));
    const before = await read('om_1');
    expect(await claim(NOW)).toEqual(['om_1']);
    await within((store) => store.shown(before, 2, 'h2', NOW + 1));
    expect(await row('om_1')).toMatchObject({ shownHash: '', dueAt: NOW + 1 });
    expect(await claim(NOW + 1)).toEqual(['om_1']);
  });

  test('a card held for the answer to a tap is not patched before, nor afterwards if it shows that answer', async () => {
    await post(card('om_1'));
    await within((store) => store.want('feedback', 1, 2, NOW));
    await within((store) => store.hold('om_1', NOW + 5000));
    expect(await claim(NOW + 4999)).toEqual([]);
    const before = await read('om_1');
    await within((store) => store.shown(before, 2, 'h2', NOW));
    expect(await claim(NOW + MINUTE)).toEqual([]);

    await within((store) => store.want('feedback', 1, 3, NOW));
    await within((store) => store.hold('om_1', NOW + 5000));
    expect(await claim(NOW + 5000)).toEqual(['om_1']);
  });

  test('a postponed card waits; a buried card is never the one to reply under', async () => {
    await post(card('om_1'));
    await post(card('om_2'));
    const { id } = (await row('om_2')) as CardRow;
    await within((store) => store.want('feedback', 1, 2, NOW));
    await within((store) => store.postpone({ id, claim: null }, NOW + 7));
    expect(await claim(NOW)).toEqual(['om_1']);
    expect(await within((store) => store.nextDueAt(MINUTE))).toBe(NOW + 7);
    await within((store) => store.bury(id));
    expect(await claim(NOW + 7)).toEqual([]);
    expect(await within((s) => s.latestWith('feedback', 1, 'ou_rep'))).toMatchObject({ messageId: 'om_1' });
    expect(await within((s) => s.latestWith('feedback', 1, 'ou_nobody'))).toBeNull();
  });

  test('a retired card that was buried does not fall due when another card is posted', async () => {
    await post(card('om_1'));
    await within(async (store) => store.bury((await store.byMessage('om_1'))?.id as number));
    await post(card('om_2'));
    expect(await row('om_1')).toMatchObject({ retired: true, dueAt: null });
  });
});
