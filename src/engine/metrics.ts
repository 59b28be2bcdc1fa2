import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CardStore } from '../db/card-store';
import type { Backlog } from '../db/due-rows';
import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import { type Instant, SECOND } from '../domain/time';
import type { Core } from './core';

/** The numbers of `/metrics` (design §3.2); one registry per app, because tests run several. */
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly events = new Counter({
    name: 'feedback_events_total',
    help: 'Events received, by type and outcome',
    labelNames: ['type', 'outcome'] as const,
    registers: this.registers,
  });
  readonly handlerSeconds = new Histogram({
    name: 'feedback_handler_seconds',
    help: 'Time from receiving an event to its acknowledgement',
    labelNames: ['type'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers: this.registers,
  });
  readonly calls = new Counter({
    name: 'feedback_feishu_calls_total',
    help: 'Calls to the platform, by API and outcome',
    labelNames: ['api', 'outcome'] as const,
    registers: this.registers,
  });
  readonly callsHeld = new Counter({
    name: 'feedback_feishu_calls_held_total',
    help: 'Calls to the platform that waited for their turn or were put off, because a limit was used up, by API',
    labelNames: ['api'] as const,
    registers: this.registers,
  });
  readonly reminders = new Counter({
    name: 'feedback_reminders_total',
    help: 'Reminders sent, by rung',
    labelNames: ['rung'] as const,
    registers: this.registers,
  });
  readonly rejectedCards = new Counter({
    name: 'feedback_rejected_cards_total',
    help: 'Cards the platform refused and that went out as plain lines',
    registers: this.registers,
  });
  readonly undeliverable = new Counter({
    name: 'feedback_undeliverable_total',
    help: 'Messages the platform will never deliver',
    registers: this.registers,
  });
  readonly remindersLate = new Counter({
    name: 'feedback_reminders_late_total',
    help: 'Reminders sent more than 10 s after they were due',
    registers: this.registers,
  });
  readonly clockSteps = new Counter({
    name: 'feedback_clock_steps_total',
    help: 'Times that the wall clock was set by more than 10 s',
    registers: this.registers,
  });
  readonly depth = {
    inbox: this.gauge('feedback_inbox_depth', 'Events waiting to be worked off'),
    outbox: this.gauge('feedback_outbox_depth', 'Messages waiting to go out'),
    cards: this.gauge('feedback_cards_depth', 'Cards waiting to be changed'),
  };
  readonly oldest = {
    inbox: this.gauge('feedback_inbox_oldest_seconds', 'Age of the oldest event waiting to be worked off'),
    outbox: this.gauge('feedback_outbox_oldest_seconds', 'Age of the oldest message waiting to go out'),
    cards: this.gauge('feedback_cards_oldest_seconds', 'How late the earliest card is that waits to be changed'),
    reminders: this.gauge('feedback_reminders_oldest_seconds', 'How late the earliest reminder is that is due'),
  };
  readonly databaseUp = this.gauge('feedback_database_up', '1 if the database answers, else 0');
  readonly lastTick = this.gauge('feedback_last_tick_seconds', 'Time since the last tick of the clock');
  readonly inHand = new Gauge({
    name: 'feedback_in_hand',
    help: 'Pieces of work in memory, by pool and state: waiting or working',
    labelNames: ['pool', 'state'] as const,
    registers: this.registers,
  });
  readonly inHandLimit = new Gauge({
    name: 'feedback_in_hand_limit',
    help: 'The most pieces of work that a pool takes into memory',
    labelNames: ['pool'] as const,
    registers: this.registers,
  });
  readonly transactionsWaiting = new Gauge({
    name: 'feedback_transactions_waiting',
    help: 'Transactions that wait for their turn: of acknowledgements and taps, and of all other work',
    labelNames: ['urgency'] as const,
    registers: this.registers,
  });
  readonly cases = new Gauge({
    name: 'feedback_cases',
    help: 'Cases by state: open, and open past due',
    labelNames: ['state'] as const,
    registers: this.registers,
  });

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: this.registers });
  }
}

/** What the database says at one moment. */
export interface Measured {
  inbox: Backlog;
  outbox: Backlog;
  cards: Backlog;
  /** The earliest moment at which a record's reminder is due; null if no record waits for the clock. */
  reminders: { dueAt: Instant | null };
  cases: { open: number; overdue: number };
}

/** Reads what the gauges show; records and reminders are counted over all workflows. */
export async function measure(tx: Tx, { workflows, clock }: Pick<Core, 'workflows' | 'clock'>): Promise<Measured> {
  const now = clock.now();
  const cases = { open: 0, overdue: 0 };
  let dueAt: Instant | null = null;
  for (const workflow of workflows.all) {
    const store = workflow.store(tx);
    const { open, overdue } = await store.openCounts(now);
    cases.open += open;
    cases.overdue += overdue;
    const earliest = await store.earliestReminder();
    if (earliest !== null) dueAt = Math.min(earliest, dueAt ?? earliest);
  }
  return {
    inbox: await new InboxStore(tx).backlog(),
    outbox: await new OutboxStore(tx).backlog(),
    cards: await new CardStore(tx).backlog(),
    reminders: { dueAt },
    cases,
  };
}

/** Sets the gauges. */
export function show(measured: Measured, { metrics, clock }: Pick<Core, 'metrics' | 'clock'>): void {
  const now = clock.now();
  const age = (since: Instant | null) => (since === null ? 0 : Math.max(0, now - since) / SECOND);
  for (const queue of ['inbox', 'outbox', 'cards'] as const) {
    metrics.depth[queue].set(measured[queue].waiting);
    metrics.oldest[queue].set(age(measured[queue].oldestAt));
  }
  metrics.oldest.reminders.set(age(measured.reminders.dueAt));
  metrics.cases.set({ state: 'open' }, measured.cases.open);
  metrics.cases.set({ state: 'overdue' }, measured.cases.overdue);
}
