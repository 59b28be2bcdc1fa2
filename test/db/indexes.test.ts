import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CardStore } from '../../src/db/card-store';
import { CardRow, InboxRow, OutboxRow } from '../../src/db/engine-rows';
import { FeedbackPages } from '../../src/db/feedback-pages';
import { FeedbackRow, FeedbackSearchRow } from '../../src/db/feedback-row';
import { FeedbackStore } from '../../src/db/feedback-store';
import { InboxStore } from '../../src/db/inbox-store';
import { OutboxStore } from '../../src/db/outbox-store';
import { TimelineStore } from '../../src/db/timeline-store';
import type { Tx } from '../../src/db/transaction';
import { Retention } from '../../src/db/upkeep/retention';
import { DAY, HOUR, MINUTE } from '../../src/domain/time';
import { DIALECTS } from '../databases';
import { at, feedback } from '../domain/feedback/fixtures';
import { statementsOf, walkedThrough } from './query-plans';
import { openStores, type Stores } from './stores';

const NOW = at('09:00');
const ROWS = 3000;

/** A database after long use: nearly all rows are done, a handful waits. */
async function fill(tx: Tx): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const isLive = i % 300 === 0;
    const dueAt = isLive ? NOW - i : null;
    const moment = NOW - (ROWS - i) * MINUTE;
    const record = feedback(isLive ? 'assigned' : 'closed', {}, moment);
    const { id: _none, ...columns } = {
      ...record,
      repId: `ou_${i % 100}`,
      nextReminderAt: dueAt,
      closedAt: isLive ? null : moment,
    };
    const base = { workflow: 'feedback', recordId: i, dueAt, attempts: 0, state: isLive ? 'waiting' : 'done' };
    return {
      feedback: columns,
      inbox: { ...base, eventId: `e${i}`, messageId: `om_${i}`, eventType: 't', envelope: {}, receivedAt: moment },
      outbox: { ...base, notice: {}, uuid: `u${i}`, dedupeKey: null, createdAt: moment, messageId: `om_${i}` },
      card: {
        ...{ workflow: 'feedback', recordId: i, dueAt, attempts: 0, wall: 'rep', recipientId: 'ou_1', chatId: 'oc_1' },
        ...{ messageId: `om_${i}`, wantedVersion: 1, shownVersion: 1, shownHash: '', postedAt: moment },
        ...{ retired: false, dead: false },
      },
    };
  });
  for (let i = 0; i < ROWS; i += 250) {
    const some = rows.slice(i, i + 250);
    await tx.insert(FeedbackRow, some.map((row) => row.feedback) as never);
    const texts = some.map((_row, at) => ({ feedbackId: i + at + 1, text: '空调漏水' }));
    await tx.insert(FeedbackSearchRow, texts);
    await tx.insert(InboxRow, some.map((row) => row.inbox) as never);
    await tx.insert(OutboxRow, some.map((row) => row.outbox) as never);
    await tx.insert(CardRow, some.map((row) => row.card) as never);
  }
}

const QUERIES: Record<string, (tx: Tx) => Promise<unknown>> = {
  'due events': (tx) => new InboxStore(tx).claim(NOW, 50, { token: 'here', leaseMs: MINUTE }),
  'due messages': (tx) => new OutboxStore(tx).claim(NOW, 100, { token: 'here', leaseMs: MINUTE }),
  'due cards': (tx) => new CardStore(tx).claim(NOW, 50, { token: 'here', leaseMs: MINUTE }),
  'the next due event': (tx) => new InboxStore(tx).nextDueAt(MINUTE),
  'the next due message': (tx) => new OutboxStore(tx).nextDueAt(MINUTE),
  'the next due card': (tx) => new CardStore(tx).nextDueAt(MINUTE),
  'due reminders': (tx) => new FeedbackStore(tx).dueForReminder(NOW, 200),
  'the latest draft of a rep': (tx) => new FeedbackStore(tx).latestDraftOf('ou_7'),
  'the open cases': (tx) => new FeedbackStore(tx).openLines(),
  'the numbers of open and overdue cases': (tx) => new FeedbackStore(tx).openCounts(NOW),
  'the cases submitted in a day': (tx) => new FeedbackStore(tx).submittedBetween(NOW - DAY / 4, NOW),
  'how many drafts lie with each rep': (tx) => new FeedbackStore(tx).draftCounts(),
  'the cases closed in a day': (tx) => new FeedbackStore(tx).closedBetween(NOW - DAY / 4, NOW),
  'the cases of a rep': (tx) => new FeedbackStore(tx).find({ repId: 'ou_7' }, 21),
  'the cases of a department': (tx) =>
    new FeedbackStore(tx).find({ department: 'after_sales', status: ['assigned'] }, 21),
  'what a rep may see, page by page': (tx) =>
    new FeedbackPages(tx, {
      queries: [{ repId: 'ou_7' }, { claimedBy: 'ou_7' }, { answeredBy: 'ou_7' }],
      order: 'pressing',
      first: [{ repId: 'ou_7', status: ['waiting', 'answered'] }],
    }).items(null, 6),
  'what a department member has to do': (tx) =>
    new FeedbackPages(tx, {
      queries: [
        { claimedBy: 'ou_7', status: ['handling'] },
        { department: 'quality', status: ['assigned'] },
      ],
      order: 'pressing',
    }).items(null, 6),
  'what a rep looks for': (tx) =>
    new FeedbackPages(tx, { queries: [{ repId: 'ou_7', words: '漏水' }], order: 'newest' }).items(null, 6),
  'the departments somebody acts for': (tx) => new TimelineStore(tx).departmentsActedFor('feedback', 'ou_7', NOW - DAY),
  'the event of a message': (tx) => new InboxStore(tx).byMessage('om_7'),
  'what a sent message was about': (tx) => new OutboxStore(tx).byMessage('om_7'),
  'a card by its message': (tx) => new CardStore(tx).byMessage('om_7'),
  'the newest card of a record': (tx) => new CardStore(tx).latestWith('feedback', 7, 'ou_1'),
  'cards that hang twice': (tx) => new CardStore(tx).retireDoubled(NOW - HOUR, 200, NOW),
  'messages that took several tries': (tx) => new OutboxStore(tx).sentAfterSeveralTries(NOW - HOUR, 200),
  'the cards of a record': (tx) => new CardStore(tx).want('feedback', 7, 2, NOW),
  'the timeline of a record': (tx) => new TimelineStore(tx).of('feedback', 7),
  'how much waits to go out': (tx) => new OutboxStore(tx).backlog(),
  'how much waits to be worked off': (tx) => new InboxStore(tx).backlog(),
  'events to forget': (tx) => new Retention(tx).forgetEvents(NOW - (ROWS - 100) * MINUTE),
  'failed events to forget': (tx) => new Retention(tx).forgetFailedEvents(NOW - (ROWS - 100) * MINUTE),
  'messages to forget': (tx) => new Retention(tx).forgetMessages(NOW - (ROWS - 100) * MINUTE),
  'dead cards to forget': (tx) => new Retention(tx).deadCards(NOW - (ROWS - 100) * MINUTE, 0),
};

describe.each(DIALECTS)('the queries of the product on %s', (dialect) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await openStores(dialect);
    await stores.inTransaction(fill);
    // MySQL updates its statistics itself, only later; SQLite has none, as in production.
    if (dialect === 'mysql')
      await stores.db.query('ANALYZE TABLE feedback, feedback_search, inbox, outbox, card, timeline');
  });
  afterAll(() => stores.close());

  test.each(Object.entries(QUERIES))('%s: uses an index', async (_name, query) => {
    const asked = await stores.inTransaction(async (tx) => {
      const statements = await statementsOf(stores, () => query(tx));
      const steps: string[] = [];
      for (const [sql, parameters] of statements) steps.push(...(await walkedThrough(stores, tx, sql, parameters)));
      return { statements: statements.length, steps };
    });
    expect(asked.statements).toBeGreaterThan(0);
    expect(asked.steps).toEqual([]);
  });
});
