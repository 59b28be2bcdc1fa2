import { CardStore } from '../../db/card-store';
import type { CardRow, OutboxRow } from '../../db/engine-rows';
import { InboxStore } from '../../db/inbox-store';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import type { RecordBase } from '../../domain/decision';
import type { Recipient, Tap } from '../../domain/messaging';
import { SECOND } from '../../domain/time';
import type { Core } from '../core';
import type { TapEvent } from '../desk';
import { itemsOf, type NoticeItem } from '../outbox/notice-items';
import type { AnyWorkflow } from '../workflow';
import type { CommandHandler, Executed } from './command-handler';
import { actorOf, type Tapped, tappedHere } from './tapped';

/** While Feishu shows the answer to a tap, it refuses other changes to that card. */
const ANSWER_HOLD_MS = 5 * SECOND;

/** A tapped message of ours that is no card of a record: the row that sent it, and its records as they are now. */
export interface TappedMessage {
  row: OutboxRow;
  items: NoticeItem[];
}

/** A decided tap: the tapped card or message, the outcome, and the record afterwards. */
export interface DecidedTap {
  workflow: AnyWorkflow;
  type: string;
  card: CardRow | null;
  message: TappedMessage | null;
  /** To whom we sent the tapped card or message; null if it is a forwarded copy, or not known to be ours. */
  to: Recipient | null;
  record: RecordBase | null;
  /** `repeated`: Feishu pushed the same tap before. */
  executed: Executed | { outcome: 'repeated' };
}

/** What a tap asks of a workflow, and the fields that come with it. */
export interface TappedCommand {
  workflow: AnyWorkflow;
  type: string;
  fields: Record<string, string>;
}

/** Nothing is done: the card or message is drawn as its record is now. */
export const LOOK_AGAIN = 'cancel';

/** Decides a tap on a record's button, in the transaction that also remembers its event. */
export async function decideTap(
  tx: Tx,
  { core, commands }: { core: Core; commands: CommandHandler },
  { workflow, type, fields }: TappedCommand,
  { tap, envelope, eventId, eventType }: TapEvent,
): Promise<DecidedTap> {
  const now = core.clock.now();
  const received = { eventId, eventType, messageId: null, envelope };
  const isNew = await new InboxStore(tx).add(received, now, 'done');
  const tapped = await tappedHere(tx, tap, core.office().org);
  const { card, recordId } = recordOf(workflow, tap, tapped);
  const target = { workflow, recordId, type };
  const given = { fields, zone: tap.timeZone ?? core.office().timeZone };
  const isDone = isNew && type !== LOOK_AGAIN;
  const executed = isDone ? await execute(tx, commands, target, given, actorOf(tap, tapped, core.office())) : REPEATED;
  const record = executed.outcome === 'done' ? executed.record : await workflow.store(tx).get(recordId);
  if (card && !card.dead) await new CardStore(tx).hold(card.messageId, now + ANSWER_HOLD_MS);
  const { sent: row, to } = tapped;
  const message = row && { row, items: await itemsOf(tx, core.workflows, row) };
  return { workflow, type, card, message, to, record, executed };
}

/** The workflow's record that a tap is about: that of the tapped card, else the one that the button names (0: none). */
export function recordOf(
  { name }: AnyWorkflow,
  { recordId }: Tap,
  tapped: Tapped,
): { card: CardRow | null; recordId: number } {
  const card = tapped.card?.workflow === name ? tapped.card : null;
  return { card, recordId: card?.recordId ?? recordId ?? 0 };
}

const REPEATED = { outcome: 'repeated' } as const;

async function execute(
  tx: Tx,
  commands: CommandHandler,
  { type, ...target }: { workflow: AnyWorkflow; recordId: number; type: string },
  { fields, zone }: { fields: Tap['fields']; zone: string },
  actor: Actor,
): Promise<Executed> {
  const { workflow, recordId } = target;
  const record = await workflow.store(tx).get(recordId);
  const parsed = workflow.rules.parse(type, fields, { zone, ...(record ? { record } : {}) });
  if (parsed.ok) return commands.run(tx, target, parsed.command, actor);
  const refused = await commands.refusal(tx, target, type, actor);
  return refused ?? { outcome: 'refused', reason: parsed.reason, detail: parsed.detail };
}
