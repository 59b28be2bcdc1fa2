import { CardStore } from '../../db/card-store';
import { InboxStore } from '../../db/inbox-store';
import { OutboxStore } from '../../db/outbox-store';
import type { CardRow, OutboxRow } from '../../db/rows';
import type { InTransaction, Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import { NO_LONGER_APPLIES, type RecordBase } from '../../domain/decision';
import type { CardJson, IncomingMessage, JsonObject, Tap, TapAnswer, Toast } from '../../domain/messaging';
import { type Clock, SECOND } from '../../domain/time';
import { hashOf } from '../cards/card-hash';
import type { Directory } from '../directory';
import { aboutOf } from '../outbox/records-of-notice';
import { type About, type AnyWorkflow, byCommand, type NameOf } from '../workflow';
import { commit, enqueueAll, type NewId } from './commit';
import { untilFresh } from './retry-stale';

/** While the platform shows the answer to a tap it refuses other changes to that card. */
const ANSWER_HOLD_MS = 5 * SECOND;

export interface TapEvent {
  eventId: string;
  eventType: string;
  tap: Tap;
  envelope: JsonObject;
}

/** The answer, and what to record once it has really gone out. */
export interface Answered {
  answer: TapAnswer;
  sent(): Promise<void>;
}

export type Executed =
  | { outcome: 'done'; record: RecordBase }
  | { outcome: 'refused'; reason: string; detail: JsonObject };

/** A message of ours, no card of a record, that was tapped: what it says, and to whom. */
interface TappedMessage {
  row: OutboxRow;
  about: About<RecordBase>[];
}

interface Tapped {
  workflow: AnyWorkflow;
  type: string;
  card: CardRow | null;
  message: TappedMessage | null;
  record: RecordBase | null;
  executed: Executed | { outcome: 'repeated' } | { outcome: 'told'; toast: Toast };
}

/** Command → decide → record + timeline + outbox, in one transaction; decided again where somebody was faster. */
export class CommandHandler {
  constructor(
    private readonly inTransaction: InTransaction,
    private readonly workflows: AnyWorkflow[],
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly newId: NewId,
    private readonly wake: () => void,
  ) {}

  /** Decides a tap and says what the platform is to be answered; null where it is not ours. */
  async tap(event: TapEvent): Promise<Answered | null> {
    const found = byCommand(this.workflows, event.tap.cmd);
    if (!found) return null;
    const tapped = await untilFresh(this.inTransaction, (tx) => this.decideTap(tx, found, event));
    this.wake();
    return this.answerTo(tapped, event.tap);
  }

  /** Carries out a command that did not come from a tap. */
  async execute(workflow: AnyWorkflow, recordId: number, command: unknown, actor: Actor): Promise<Executed> {
    const executed = await untilFresh(this.inTransaction, (tx) => this.run(tx, workflow, recordId, command, actor));
    this.wake();
    return executed;
  }

  /** A forwarded message opens a record, or joins `open` or whatever the workflow still has open for its sender. */
  async takeIn(tx: Tx, workflow: AnyWorkflow, message: IncomingMessage, open?: RecordBase): Promise<RecordBase | null> {
    if (!workflow.intake) return null;
    const now = this.clock.now();
    const joined = open ?? (await workflow.intake.openFor(tx, message));
    const decision = workflow.intake.takeIn(message, joined, now);
    return decision.ok ? commit(tx, workflow, decision, { now, newId: this.newId }) : null;
  }

  /** Likewise, inside the caller's transaction. */
  async run(tx: Tx, workflow: AnyWorkflow, recordId: number, command: unknown, actor: Actor): Promise<Executed> {
    const now = this.clock.now();
    const record = await workflow.store(tx).get(recordId);
    if (!record) return { outcome: 'refused', reason: 'card_unknown', detail: {} };
    const decision = workflow.decide(record, command, actor, now);
    if (!decision.ok) return { outcome: 'refused', reason: decision.reason, detail: decision.detail ?? {} };
    return { outcome: 'done', record: await commit(tx, workflow, decision, { now, newId: this.newId }) };
  }

  private async decideTap(tx: Tx, found: { workflow: AnyWorkflow; type: string }, event: TapEvent): Promise<Tapped> {
    const { workflow, type } = found;
    const { tap, envelope, eventId, eventType } = event;
    const now = this.clock.now();
    const received = { eventId, eventType, messageId: null, envelope };
    const isNew = await new InboxStore(tx).add(received, now, 'done');
    const cards = new CardStore(tx);
    const hung = await cards.byMessage(tap.messageId);
    const card = hung?.workflow === workflow.name ? hung : null;
    const recordId = card?.recordId ?? tap.recordId ?? 0;
    const executed = isNew ? await this.runTap(tx, workflow, type, recordId, tap) : ({ outcome: 'repeated' } as const);
    const record = executed.outcome === 'done' ? executed.record : await workflow.store(tx).get(recordId);
    if (card && !card.dead) await cards.hold(card.messageId, now + ANSWER_HOLD_MS);
    const row = card ? null : await new OutboxStore(tx).byMessage(tap.messageId);
    const message = row?.workflow === workflow.name ? { row, about: await aboutOf(tx, workflow, row) } : null;
    return { workflow, type, card, message, record, executed };
  }

  private async runTap(
    tx: Tx,
    workflow: AnyWorkflow,
    type: string,
    recordId: number,
    tap: Tap,
  ): Promise<Tapped['executed']> {
    const actor = { id: tap.operatorId, chatId: tap.chatId };
    const told = await this.inquire(tx, workflow, type, recordId, actor);
    if (told) return told;
    const parsed = workflow.parse(type, tap.fields);
    if (!parsed.ok) return { outcome: 'refused', reason: parsed.reason, detail: parsed.detail };
    return this.run(tx, workflow, recordId, parsed.command, actor);
  }

  /** A tap that only asks: the answer goes out, and nothing changes. */
  private async inquire(
    tx: Tx,
    workflow: AnyWorkflow,
    type: string,
    recordId: number,
    asker: Actor,
  ): Promise<Tapped['executed'] | null> {
    const record = workflow.inquire ? await workflow.store(tx).get(recordId) : null;
    const now = this.clock.now();
    const told = record && (await workflow.inquire?.(tx, type, record, asker, now));
    if (!told) return null;
    if (!told.ok) return { outcome: 'refused', reason: told.reason, detail: told.detail };
    await enqueueAll(tx, workflow.name, recordId, [told.says], { now, newId: this.newId });
    return { outcome: 'told', toast: told.toast };
  }

  private async answerTo(tapped: Tapped, tap: Tap): Promise<Answered> {
    const { workflow, type, card, message, record, executed } = tapped;
    const named = [record, ...(message?.about ?? []).map((about) => about.record)].filter((one) => one !== null);
    const { nameOf, complete } = await this.directory.namesWithin([
      ...new Set([...named.flatMap((one) => workflow.peopleIn(one)), tap.operatorId]),
    ]);
    const answer: TapAnswer = {};
    if (executed.outcome === 'told') answer.toast = executed.toast;
    if (executed.outcome === 'done') answer.toast = workflow.done(type, executed.record);
    if (executed.outcome === 'refused')
      answer.toast = workflow.refused(executed.reason, executed.detail, nameOf, record);
    // A refused form stays as it was filled in (a new card would empty it), unless the card itself is out of date.
    const keepsForm = executed.outcome === 'refused' && executed.reason !== NO_LONGER_APPLIES;
    if (!record || keepsForm || executed.outcome === 'told') return { answer, sent: () => this.release(card) };
    if (message) {
      const redrawn = redraw(workflow, message, nameOf);
      return { answer: redrawn ? { ...answer, card: redrawn } : answer, sent: async () => {} };
    }
    const actor = { id: tap.operatorId, chatId: tap.chatId };
    const wall = card?.wall ?? workflow.wallFor(record, actor);
    const retired = card?.retired ?? false;
    answer.card = workflow.render(record, wall, { nameOf, retired });
    const hash = hashOf(answer.card);
    // With a name missing the card stays due: the patch that follows waits for it.
    return { answer, sent: async () => (complete ? this.shown(card, record.version, hash) : undefined) };
  }

  /** Nothing on the card changed: it is due again only if its record has moved on. */
  private async release(card: CardRow | null): Promise<void> {
    if (card) await this.shown(card, card.shownVersion, card.shownHash);
  }

  private async shown(card: CardRow | null, version: number, hash: string): Promise<void> {
    if (card) await this.inTransaction((tx) => new CardStore(tx).shown(card, version, hash, this.clock.now()));
  }
}

function redraw(workflow: AnyWorkflow, { row, about }: TappedMessage, nameOf: NameOf): CardJson | null {
  return 'to' in row.notice ? (workflow.redrawn?.(row.notice.to, about, nameOf) ?? null) : null;
}
