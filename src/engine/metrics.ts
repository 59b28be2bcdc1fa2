import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import { SECOND } from '../domain/time';
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
  readonly clockSteps = new Counter({
    name: 'feedback_clock_steps_total',
    help: 'Times that the wall clock was set by more than 10 s',
    registers: this.registers,
  });
  readonly outboxDepth = new Gauge({
    name: 'feedback_outbox_depth',
    help: 'Messages waiting to go out',
    registers: this.registers,
  });
  readonly outboxAge = new Gauge({
    name: 'feedback_outbox_oldest_seconds',
    help: 'Age of the oldest message waiting to go out',
    registers: this.registers,
  });
  readonly cases = new Gauge({
    name: 'feedback_cases',
    help: 'Cases by state: open, and open past due',
    labelNames: ['state'] as const,
    registers: this.registers,
  });
}

/** Sets the gauges from the database; open and overdue records are counted over all workflows. */
export async function measure(
  tx: Tx,
  { metrics, workflows, clock }: Pick<Core, 'metrics' | 'workflows' | 'clock'>,
): Promise<void> {
  const now = clock.now();
  const { waiting, oldestAt } = await new OutboxStore(tx).depth();
  metrics.outboxDepth.set(waiting);
  metrics.outboxAge.set(oldestAt === null ? 0 : (now - oldestAt) / SECOND);
  const counts = { open: 0, overdue: 0 };
  for (const workflow of workflows.all) {
    const { open, overdue } = await workflow.store(tx).openCounts(now);
    counts.open += open;
    counts.overdue += overdue;
  }
  metrics.cases.set({ state: 'open' }, counts.open);
  metrics.cases.set({ state: 'overdue' }, counts.overdue);
}
