import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CardRow, IdempotencyRow, InboxRow, MutexRow, OutboxRow } from '../../src/db/engine-rows';
import type { InTransaction, Tx } from '../../src/db/transaction';
import type { RecordBase } from '../../src/domain/decision';
import { DAY } from '../../src/domain/time';
import { Housekeeping } from '../../src/engine/housekeeping';
import { type AnyWorkflow, Workflows } from '../../src/engine/workflow';
import { DIALECTS } from '../databases';
import { openStores, type Stores } from './stores';

const NOW = Date.UTC(2026, 10, 24);
const ago = (days: number) => NOW - days * DAY;

/** Records 1 and 2: the first waits for nobody, the second does. */
const records: Partial<RecordBase>[] = [{ nextReminderAt: null }, { nextReminderAt: NOW }];
const store = () => ({ get: async (id: number) => records[id - 1] ?? null });
const workflows = new Workflows([{ name: 'task', store } as unknown as AnyWorkflow]);

const event = (eventId: string, state: string, receivedAt: number, more: object = {}) => ({
  eventId,
  messageId: null,
  eventType: 'im.message.receive_v1',
  envelope: { text: '漏水' },
  receivedAt,
  dueAt: state === 'waiting' ? receivedAt : null,
  attempts: 0,
  state,
  workflow: null,
  recordId: null,
  ...more,
});
const message = (uuid: string, createdAt: number, more: object = {}) => ({
  workflow: 'task',
  recordId: 1,
  notice: { kind: 'card', wall: 'a', to: { type: 'person', id: 'ou_1' } },
  uuid,
  dedupeKey: null,
  createdAt,
  dueAt: null,
  attempts: 1,
  state: 'sent',
  messageId: null,
  sentAt: createdAt,
  lastError: null,
  ...more,
});
const card = (messageId: string, recordId: number, postedAt: number, dead: boolean) => ({
  workflow: 'task',
  recordId,
  wall: 'a',
  recipientId: 'ou_1',
  chatId: 'oc_1',
  messageId,
  wantedVersion: 1,
  shownVersion: 1,
  shownHash: '',
  retired: false,
  dead,
  postedAt,
  dueAt: null,
  attempts: 0,
});

describe.each(DIALECTS)('housekeeping on %s', (dialect) => {
  let stores: Stores;
  let transactions: number;
  const counted: InTransaction = (work) => {
    transactions += 1;
    return stores.inTransaction(work);
  };
  const run = () => new Housekeeping({ inTransaction: counted, workflows, clock: { now: () => NOW } }).run();
  const fill = (work: (tx: Tx) => Promise<unknown>) => stores.inTransaction(work);

  beforeEach(async () => {
    stores = await openStores(dialect);
    transactions = 0;
  });
  afterEach(() => stores.close());

  test('events go after a week, failed ones after 90 days; what waits stays, and what became part of a record', async () => {
    const ofRecord = { messageId: 'om_1', workflow: 'task', recordId: 1 };
    await fill((tx) =>
      tx.insert(InboxRow, [
        event('done', 'done', ago(8)),
        event('recalled', 'recalled', ago(8)),
        event('young', 'done', ago(6)),
        event('waiting', 'waiting', ago(100)),
        event('of-record', 'done', ago(8), ofRecord),
        event('failed', 'failed', ago(89)),
        event('long-failed', 'failed', ago(91)),
        event('set-aside', 'set_aside', ago(91)),
      ] as never),
    );
    await run();
    const rows = (await fill((tx) => tx.find(InboxRow, { order: { id: 'ASC' } }))) as InboxRow[];
    expect(rows.map(({ eventId }) => eventId)).toEqual(['young', 'waiting', 'of-record', 'failed']);
    expect(rows[2]).toMatchObject({ state: 'kept', envelope: {}, ...ofRecord });
  });

  test('messages, answers of the API and locks go when they are old; what waits or was said for good stays', async () => {
    await fill(async (tx) => {
      await tx.insert(OutboxRow, [
        message('old', ago(91)),
        message('young', ago(89)),
        message('waiting', ago(91), { dueAt: NOW, state: 'waiting', sentAt: null }),
        message('once', ago(91), { dedupeKey: 'once:task:welcome:ou_1' }),
      ] as never);
      const answer = { requestHash: 'x', recordId: 1 };
      await tx.insert(IdempotencyRow, [
        { ...answer, idempotencyKey: 'old', createdAt: ago(31) },
        { ...answer, idempotencyKey: 'young', createdAt: ago(29) },
      ]);
      await tx.insert(MutexRow, [
        { name: 'intake:ou_1', lockedAt: ago(2) },
        { name: 'intake:ou_2', lockedAt: NOW },
      ]);
    });
    await run();
    const left = await fill(async (tx) => [
      (await tx.find(OutboxRow, { order: { id: 'ASC' } })).map(({ uuid }) => uuid),
      (await tx.find(IdempotencyRow)).map(({ idempotencyKey }) => idempotencyKey),
      (await tx.find(MutexRow)).map(({ name }) => name),
    ]);
    expect(left).toEqual([['young', 'waiting', 'once'], ['young'], ['intake:ou_2']]);
  });

  test('dead cards go with their records: those of a record that still waits for somebody stay', async () => {
    await fill((tx) =>
      tx.insert(CardRow, [
        card('om_1', 1, ago(91), true),
        card('om_2', 2, ago(91), true),
        card('om_3', 3, ago(91), true),
        card('om_4', 1, ago(91), false),
        card('om_5', 1, ago(89), true),
      ]),
    );
    await run();
    const left = (await fill((tx) => tx.find(CardRow, { order: { id: 'ASC' } }))) as CardRow[];
    expect(left.map(({ messageId }) => messageId)).toEqual(['om_2', 'om_4', 'om_5']);
  });

  test('much is deleted in portions, so that other work comes in between', async () => {
    await fill(async (tx) => {
      for (let start = 0; start < 2500; start += 500) {
        const rows = Array.from({ length: 500 }, (_, i) => message(`m-${start + i}`, ago(91)));
        await tx.insert(OutboxRow, rows as never);
      }
      await tx.insert(CardRow, [card('om_1', 1, ago(91), true)]);
    });
    await run();
    expect(await fill((tx) => tx.count(OutboxRow))).toBe(0);
    // One look at each kind of row, and two more portions of messages.
    expect(transactions).toBe(6 + 2);
  });
});
