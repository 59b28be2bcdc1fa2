import type { Tx } from '../db/transaction';
import { SECOND } from '../domain/time';
import type { Core } from './core';
import { type Measured, measure, show } from './metrics';
import type { Load } from './queue/load';
import { type Facts, QUEUES, type Queue, type Readiness, readinessOf } from './readiness';
import { sharedAnswer } from './shared-answer';
import { within } from './time-limit';

/** Askers wait at most a second, whatever hangs. */
const ANSWER_WITHIN_MS = 900;
const WRITES_WITHIN_MS = 800;
const KEPT_MS = SECOND;

export interface HealthParts {
  core: Pick<Core, 'metrics' | 'workflows' | 'clock'>;
  /** The database beside the program's own connections; see `DatabaseProbe`. */
  probe: { read<T>(work: (tx: Tx) => Promise<T>): Promise<T>; probeWrite(withinMs: number): Promise<boolean> };
  lastTickAgoMs: () => number | null;
  feishu: () => Facts['feishu'];
  /** Transactions that wait for their turn. */
  waiting: () => { urgent: number; background: number };
  /** What the pools hold in memory. */
  load: () => Load[];
  /** Milliseconds on a clock that never steps back. */
  uptime: () => number;
}

/** Answers `/readyz` and `/metrics` within a second, with one computation a second however many ask. */
export class Health {
  /** Gathers the facts and judges them; never rejects. */
  readonly ready: () => Promise<Readiness>;
  /** Prometheus text. Without the database, its gauges keep their last values and `feedback_database_up` is 0. */
  readonly metrics: () => Promise<string>;
  private readonly measured: () => Promise<Measured>;
  private readonly takesWrites: () => Promise<boolean>;

  constructor(private readonly parts: HealthParts) {
    const { core, probe, uptime } = parts;
    this.measured = sharedAnswer(() => probe.read((tx) => measure(tx, core)), KEPT_MS, uptime);
    this.takesWrites = sharedAnswer(() => probe.probeWrite(WRITES_WITHIN_MS), KEPT_MS, uptime);
    this.ready = sharedAnswer(async () => readinessOf(await this.facts()), KEPT_MS, uptime);
    this.metrics = sharedAnswer(() => this.text(), KEPT_MS, uptime);
  }

  private async facts(): Promise<Facts> {
    const { lastTickAgoMs, feishu } = this.parts;
    const [measured, takesWrites] = await Promise.all([this.inTime(this.measured()), this.inTime(this.takesWrites())]);
    return {
      database: { answers: measured !== null, takesWrites: takesWrites === true },
      lastTickAgoMs: lastTickAgoMs(),
      feishu: feishu(),
      lateMs: this.latenessOf(measured),
    };
  }

  private latenessOf(measured: Measured | null): Facts['lateMs'] {
    const now = this.parts.core.clock.now();
    const late = (queue: Queue) => {
      const dueAt = measured?.[queue].dueAt ?? null;
      return dueAt === null || dueAt > now ? null : now - dueAt;
    };
    return Object.fromEntries(QUEUES.map((queue) => [queue, late(queue)])) as Facts['lateMs'];
  }

  private async text(): Promise<string> {
    const { core, lastTickAgoMs, waiting, load } = this.parts;
    const { metrics } = core;
    const measured = await this.inTime(this.measured());
    metrics.databaseUp.set(measured === null ? 0 : 1);
    if (measured) show(measured, core);
    const tickAgo = lastTickAgoMs();
    if (tickAgo !== null) metrics.lastTick.set(tickAgo / SECOND);
    for (const [urgency, count] of Object.entries(waiting())) metrics.transactionsWaiting.set({ urgency }, count);
    for (const { pool, limit, ...pieces } of load()) {
      metrics.inHandLimit.set({ pool }, limit);
      for (const state of ['waiting', 'working'] as const) metrics.inHand.set({ pool, state }, pieces[state]);
    }
    return metrics.registry.metrics();
  }

  private inTime<T>(work: Promise<T>): Promise<T | null> {
    return within(
      work.catch(() => null),
      ANSWER_WITHIN_MS,
    );
  }
}
