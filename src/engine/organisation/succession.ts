import type { Logger } from 'pino';
import { CardStore } from '../../db/card-store';
import { OrgStore } from '../../db/org-store';
import { OutboxStore } from '../../db/outbox-store';
import type { InTransaction, Tx } from '../../db/transaction';
import { PROGRAM } from '../../domain/actor';
import { codeOf } from '../../domain/errors';
import type { JsonObject } from '../../domain/messaging';
import type { Clock } from '../../domain/time';
import { hashOf } from '../cards/card-hash';
import type { CommandHandler } from '../commands/command-handler';
import type { NewId } from '../commands/commit';
import { untilFresh } from '../commands/retry-stale';
import type { AnyWorkflow } from '../workflow';
import type { OrgSource } from './organisation';

const BATCH = 100;
/** A record needs one step, seldom two; more would be a circle. */
const STEPS = 4;

export interface SuccessionParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  commands: CommandHandler;
  orgSource: OrgSource;
  clock: Clock;
  newId: NewId;
  log: Logger;
}

/**
 * Whenever the organisation is another than the one that the open records were last checked against, each of them is
 * checked: what nobody can act on any more is passed on, its cards hang where they must, and all cards are looked at
 * again. Any number of processes may do so at once; a record's version decides.
 */
export class Succession {
  private checked = '';

  constructor(private readonly parts: SuccessionParts) {}

  /** True where there was something to check. */
  async run(): Promise<boolean> {
    const { inTransaction, orgSource, clock } = this.parts;
    const { org, file, said, found, gone } = orgSource.state();
    const hash = hashOf(JSON.parse(JSON.stringify({ file, said, found, gone: [...gone].sort() })));
    if (hash === this.checked) return false;
    const seen = await inTransaction((tx) => new OrgStore(tx).get('seen'));
    if (seen.value.hash !== hash) {
      for (const workflow of this.parts.workflows) await this.check(workflow, seen.version);
      // Cards offer departments, categories and people to choose from, drafts as well: those that look otherwise now are drawn.
      await inTransaction((tx) => new CardStore(tx).look(clock.now()));
      const present = Object.fromEntries(org.departments.map(({ key, name }) => [key, name]));
      const next = { hash, names: { ...(seen.value.names as JsonObject | undefined), ...present } };
      await inTransaction((tx) => new OrgStore(tx).put('seen', next, seen.version, clock.now())).catch(
        (error: unknown) => {
          // Another process has checked as well.
          if (codeOf(error) !== 'stale_record') throw error;
        },
      );
    }
    this.checked = hash;
    return true;
  }

  private async check(workflow: AnyWorkflow, round: number): Promise<void> {
    const { succession } = workflow;
    if (!succession) return;
    const { inTransaction } = this.parts;
    for (let after = 0, ids: number[] = []; ; after = ids.at(-1) ?? after) {
      ids = await inTransaction((tx) => succession.open(tx, after, BATCH));
      for (const id of ids) await untilFresh(inTransaction, (tx) => this.checkOne(tx, workflow, id, round));
      if (ids.length < BATCH) return;
    }
  }

  private async checkOne(tx: Tx, workflow: AnyWorkflow, id: number, round: number): Promise<void> {
    const { commands, orgSource, log } = this.parts;
    const { gone } = orgSource.state();
    for (let step = 0; step < STEPS; step += 1) {
      const record = await workflow.store(tx).get(id);
      const command = record && workflow.succession?.rescue(record, gone);
      if (!command) break;
      const done = await commands.run(tx, workflow, id, command, PROGRAM);
      if (done.outcome === 'done') continue;
      log.error({ recordId: id, reason: done.reason }, 'a case that nobody can act on could not be passed on');
      break;
    }
    await this.hang(tx, workflow, id, round);
  }

  /** What must hang and does not is posted; what hangs with somebody who is no longer to have it is let go. */
  private async hang(tx: Tx, workflow: AnyWorkflow, id: number, round: number): Promise<void> {
    const { clock, newId, orgSource } = this.parts;
    const record = await workflow.store(tx).get(id);
    if (!record || !workflow.succession) return;
    const now = clock.now();
    const cards = new CardStore(tx);
    const hanging = await cards.hanging(workflow.name, id);
    const coming = await new OutboxStore(tx).cardsUnderWay(workflow.name, id);
    const wanted = workflow.succession.walls(record);
    for (const { wall, to } of wanted) {
      const isThere =
        hanging.some((card) => card.wall === wall && card.recipientId === to.id) ||
        coming.some((card) => card.wall === wall && card.to.id === to.id);
      if (isThere) continue;
      const notice = { kind: 'card' as const, wall, to };
      const dedupeKey = `hang:${workflow.name}:${id}:${wall}:${to.id}:${round}`;
      await new OutboxStore(tx).enqueue(
        { workflow: workflow.name, recordId: id, notice, uuid: newId(), dedupeKey },
        now,
      );
    }
    for (const card of hanging) {
      const others = wanted.filter(({ wall }) => wall === card.wall);
      if (others.length === 0 || others.some(({ to }) => to.id === card.recipientId)) continue;
      if (orgSource.state().gone.has(card.recipientId)) await cards.bury(card.id);
      else await cards.retire(card.id, now);
    }
  }
}
