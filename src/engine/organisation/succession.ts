import { CardStore } from '../../db/card-store';
import type { CardRow } from '../../db/engine-rows';
import { OrgStore } from '../../db/org-store';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { PROGRAM } from '../../domain/actor';
import { codeOf } from '../../domain/errors';
import type { JsonObject } from '../../domain/messaging';
import { absencesOn } from '../../domain/org/positions';
import { dateOf } from '../../domain/time';
import type { CommandHandler } from '../commands/command-handler';
import { untilFresh } from '../commands/commit';
import { hashOf } from '../commands/shown-cards';
import type { Core } from '../core';
import { eachAwaited } from '../each-awaited';
import type { AnyWorkflow, Known } from '../workflow';
import type { Organisation } from './organisation';

/** A record needs one step, seldom two; more steps would be an endless circle. */
const STEPS = 4;

export interface SuccessionParts {
  core: Core;
  commands: CommandHandler;
  organisation: Organisation;
}

/**
 * Checks every open record after a change of the organisation: passes on records that nobody can act on, hangs missing
 * cards, and makes all cards due. Any number of processes may check at once: a record's version decides.
 */
export class Succession {
  private checked = '';

  constructor(private readonly parts: SuccessionParts) {}

  /** True if there was anything to check. */
  async run(): Promise<boolean> {
    const { organisation } = this.parts;
    const { inTransaction, clock, workflows, office } = this.parts.core;
    const { org, file, said, found, gone, muted = [] } = organisation.state();
    // A deputy begins and ends at midnight, when nobody changes anything.
    const away = absencesOn(org, dateOf(clock.now(), office().timeZone));
    const sources = { file, said, found, gone: [...gone].sort(), muted: [...muted].sort() };
    const hash = hashOf(JSON.parse(JSON.stringify(away.length > 0 ? { ...sources, away } : sources)));
    if (hash === this.checked) return false;
    const seen = await inTransaction((tx) => new OrgStore(tx).get('seen'));
    if (seen.value.hash !== hash) {
      for (const workflow of workflows.all) await this.check(workflow, seen.version);
      // Cards offer departments, categories and people: cards that would now look different are patched.
      await inTransaction((tx) => new CardStore(tx).look(clock.now()));
      const present = Object.fromEntries(org.departments.map(({ key, name }) => [key, name]));
      const next = { hash, names: { ...(seen.value.names as JsonObject | undefined), ...present } };
      await inTransaction((tx) => new OrgStore(tx).put('seen', next, seen.version, clock.now())).catch(
        (error: unknown) => {
          // Another process has checked the same organisation.
          if (codeOf(error) !== 'stale_record') throw error;
        },
      );
    }
    this.checked = hash;
    return true;
  }

  private async check(workflow: AnyWorkflow, round: number): Promise<void> {
    const { core } = this.parts;
    await eachAwaited(core, workflow, (id) =>
      untilFresh(core.inTransaction, (tx) => this.checkOne(tx, workflow, id, round)),
    );
  }

  private async checkOne(tx: Tx, workflow: AnyWorkflow, id: number, round: number): Promise<void> {
    const { commands, organisation, core } = this.parts;
    const { gone } = organisation.state();
    for (let step = 0; step < STEPS; step += 1) {
      const record = await workflow.store(tx).get(id);
      const command = record && workflow.rules.rescue?.(record, gone, core.office());
      if (!command) break;
      const done = await commands.run(tx, { workflow, recordId: id }, command, PROGRAM);
      if (done.outcome === 'done') continue;
      core.log.error({ recordId: id, reason: done.reason }, 'a record that nobody can act on could not be passed on');
      break;
    }
    const record = await workflow.store(tx).get(id);
    if (record) await this.hang(tx, { workflow, record }, round);
  }

  /** Posts missing cards of a record, and retires cards that hang with a person who must no longer have them. */
  private async hang(tx: Tx, { workflow, record }: Known, round: number): Promise<void> {
    const { core } = this.parts;
    const wanted = workflow.face.walls(record, core.office());
    const hanging = await new CardStore(tx).hanging(workflow.name, record.id);
    const coming = await new OutboxStore(tx).cardsUnderWay(workflow.name, record.id);
    for (const { wall, to } of wanted) {
      const isThere =
        hanging.some((card) => card.wall === wall && card.recipientId === to.id) ||
        coming.some((card) => card.wall === wall && card.to.id === to.id);
      if (isThere) continue;
      const notice = { kind: 'card' as const, wall, to };
      const dedupeKey = `hang:${workflow.name}:${record.id}:${wall}:${to.id}:${round}`;
      const posted = { workflow: workflow.name, recordId: record.id, notice, uuid: core.newId(), dedupeKey };
      await new OutboxStore(tx).enqueue(posted, core.clock.now());
    }
    for (const card of hanging) {
      const onItsWall = wanted.filter(({ wall }) => wall === card.wall);
      const isWanted = onItsWall.length === 0 || onItsWall.some(({ to }) => to.id === card.recipientId);
      if (!isWanted) await this.letGo(tx, card);
    }
  }

  private async letGo(tx: Tx, { id, recipientId }: CardRow): Promise<void> {
    const cards = new CardStore(tx);
    const isGone = this.parts.organisation.state().gone.has(recipientId);
    await (isGone ? cards.bury(id) : cards.retire(id, this.parts.core.clock.now()));
  }
}
