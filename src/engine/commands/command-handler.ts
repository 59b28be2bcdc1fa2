import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import type { RecordBase } from '../../domain/decision';
import type { IncomingMessage, JsonObject } from '../../domain/messaging';
import { type Core, contextOf } from '../core';
import type { AnyWorkflow } from '../workflow';
import { commit, untilFresh } from './commit';

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
    return { outcome: 'done', record: await commit(tx, this.core, workflow, decision) };
  }

  /** Opens a record from a message, or adds the message to `open` or to the sender's open record. */
  async takeIn(tx: Tx, workflow: AnyWorkflow, message: IncomingMessage, open?: RecordBase): Promise<RecordBase | null> {
    const { messages } = workflow;
    if (!messages) return null;
    const joined = open ?? (await messages.openFor(tx, message));
    const actor = { id: message.senderId, chatId: message.chatId };
    const decision = messages.takeIn(message, joined, contextOf(this.core, actor));
    return decision.ok ? commit(tx, this.core, workflow, decision) : null;
  }
}
