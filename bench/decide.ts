import { CardStore } from '../src/db/card-store';
import { FeedbackStore } from '../src/db/feedback-store';
import { CommandHandler } from '../src/engine/commands/command-handler';
import { TapHandler } from '../src/engine/commands/tap-handler';
import type { TapEvent } from '../src/engine/desk';
import { at, feedback } from '../test/domain/feedback/fixtures';
import { type BenchDatabase, rawCommitsAround, SIDE_BY_SIDE } from './databases';
import { type Measurement, perSecond } from './measure';
import { coreAt } from './organisation';

const TAPS = 600;
const WARM_UP = 60;
const NOW = at('10:00');

/** Taps on 接单 decided per second, each on a case of its own: from the parsed callback to the recorded answer. */
export async function measureDeciding(database: BenchDatabase): Promise<Measurement> {
  const { inTransaction } = database;
  const core = coreAt(NOW, inTransaction);
  const taps = new TapHandler(core, new CommandHandler(core));
  const events = await hangCards(database, WARM_UP + TAPS);
  const tap = async (i: number) => {
    const answered = await taps.tap(events[i] as TapEvent);
    if (answered?.answer.toast?.type !== 'success') throw new Error('a tap was refused');
    await answered.sent();
  };
  await perSecond(WARM_UP, SIDE_BY_SIDE, tap);
  const limit = await rawCommitsAround(database, JSON.stringify(events[0]?.envelope));
  const value = await perSecond(TAPS, SIDE_BY_SIDE, (i) => tap(WARM_UP + i));
  return {
    what: 'taps decided (接单) and answered',
    database: database.dialect,
    unit: '/s',
    value,
    limit: await limit(),
    limitIs: 'one raw INSERT a commit',
    note: 'two transactions, about a dozen statements a tap',
  };
}

/** Makes unclaimed cases with their cards in the department's group; returns the taps that claim them. */
async function hangCards({ inTransaction }: BenchDatabase, count: number): Promise<TapEvent[]> {
  const events: TapEvent[] = [];
  const chatId = 'oc_after_sales';
  const wall = 'department:after_sales';
  for (let from = 0; from < count; from += 100) {
    await inTransaction(async (tx) => {
      for (let i = from; i < Math.min(from + 100, count); i += 1) {
        const { id } = await new FeedbackStore(tx).insert(feedback('assigned', { repId: `ou_rep_${i % 20}` }));
        const messageId = `om_card_${i}`;
        const card = { workflow: 'feedback', recordId: id, wall, recipientId: chatId, chatId, messageId };
        await new CardStore(tx).post({ ...card, version: 1, hash: 'h' }, NOW, false);
        const tap = { operatorId: `ou_member_${i % 10}`, chatId, messageId, cmd: 'feedback.claim', recordId: id };
        const envelope = { header: { event_id: `tap-${i}` }, event: { action: { value: { cmd: tap.cmd, id } } } };
        const eventType = 'card.action.trigger';
        events.push({ kind: 'tap', eventId: `tap-${i}`, eventType, at: NOW, tap: { ...tap, fields: {} }, envelope });
      }
    });
  }
  return events;
}
