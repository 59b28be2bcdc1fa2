import { InboxStore } from '../../db/inbox-store';
import { holdMutex } from '../../db/mutex';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import type { Given, RecordBase } from '../../domain/decision';
import type { IncomingMessage, JsonObject } from '../../domain/messaging';
import { type Core, contextOf } from '../core';
import type { AnyWorkflow, Known } from '../workflow';
import { commit, enqueueAll, untilFresh } from './commit';

export type Executed =
  | { outcome: 'done'; record: RecordBase }
  | { outcome: 'refused'; reason: string; detail: JsonObject };

/** The record that a command concerns. */
export interface Target {
  workflow: AnyWorkflow;
  recordId: number;
}

/** Runs a command: the rules decide, then record, timeline and outbox are written in one transaction. */
export class CommandHandler {
  constructor(private readonly core: Core) {}

  /** Carries out a command in a transaction of its own; decides again if somebody else was faster. */
  async execute(target: Target, command: unknown, actor: Actor): Promise<Executed> {
    const executed = await untilFresh(this.core.inTransaction, (tx) => this.run(tx, target, command, actor));
    this.core.wake();
    return executed;
  }

  /** Carries out a command inside the caller's transaction. */
  async run(tx: Tx, { workflow, recordId }: Target, command: unknown, actor: Actor): Promise<Executed> {
    const record = await workflow.store(tx).get(recordId);
    if (!record) return { outcome: 'refused', reason: 'card_unknown', detail: {} };
    const decision = workflow.rules.decide(record, command, contextOf(this.core, actor));
    if (!decision.ok) return { outcome: 'refused', reason: decision.reason, detail: decision.detail ?? {} };
    for (const given of decision.gives ?? []) {
      const refused = await this.give(tx, workflow, given, actor);
      if (refused) return refused;
    }
    return { outcome: 'done', record: await commit(tx, this.core, workflow, decision, record) };
  }

  /** Carries out what a decision asks of another record; the refusal, if that counts. */
  private async give(tx: Tx, workflow: AnyWorkflow, given: Given, actor: Actor): Promise<Executed | null> {
    const { recordId, commands, messageIds = [], mayFail } = given;
    for (const command of commands) {
      const done = await this.run(tx, { workflow, recordId }, command, actor);
      if (done.outcome === 'refused' && !mayFail) return done;
    }
    await new InboxStore(tx).moveTo(messageIds, { workflow: workflow.name, recordId });
    return null;
  }

  /** Carries out what a person's message asks of a record; the message gets its mark if it was recorded. */
  async runMessage(tx: Tx, target: Target, command: unknown, message: IncomingMessage): Promise<Executed> {
    const { senderId, chatId, messageId } = message;
    const executed = await this.run(tx, target, command, { id: senderId, chatId });
    if (executed.outcome === 'done') {
      const about = { workflow: target.workflow.name, recordId: target.recordId };
      await enqueueAll(tx, this.core, about, [{ kind: 'mark_recorded', messageId }]);
    }
    return executed;
  }

  /** The refusal of a command that could not be read, if the actor has no right to it. */
  async refusal(tx: Tx, { workflow, recordId }: Target, type: string, actor: Actor): Promise<Executed | null> {
    const record = await workflow.store(tx).get(recordId);
    const refused = record && workflow.rules.refusal?.(record, type, contextOf(this.core, actor));
    return refused ? { outcome: 'refused', reason: refused.reason, detail: refused.detail ?? {} } : null;
  }

  /**
   * Takes in one customer's message of a sender at a time, across all processes, until the transaction ends: two
   * messages of one burst must find the same draft.
   */
  async holdIntake(tx: Tx, senderId: string): Promise<void> {
    await holdMutex(tx, `intake:${senderId}`, this.core.clock.now());
  }

  /** Takes in a customer's message, under `holdIntake`; null if no workflow takes such messages in. */
  async intake(tx: Tx, message: IncomingMessage): Promise<Known | null> {
    const workflow = this.core.workflows.intake;
    const record = workflow && (await this.takeIn(tx, workflow, message));
    return workflow && record ? { workflow, record } : null;
  }

  /** Opens a record from a message, or adds the message to `open` or to the sender's open record. */
  async takeIn(tx: Tx, workflow: AnyWorkflow, message: IncomingMessage, open?: RecordBase): Promise<RecordBase | null> {
    const { messages } = workflow;
    if (!messages) return null;
    const joined = open ?? (await messages.openFor(tx, message));
    const actor = { id: message.senderId, chatId: message.chatId };
    const decision = messages.takeIn(message, joined, contextOf(this.core, actor));
    return decision.ok ? commit(tx, this.core, workflow, decision, joined ?? undefined) : null;
  }
}
