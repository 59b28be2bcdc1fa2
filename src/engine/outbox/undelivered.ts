import { CardStore } from '../../db/card-store';
import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { PROGRAM } from '../../domain/actor';
import type { MessageNotice, Notice } from '../../domain/decision';
import { codeOf, type ErrorCode } from '../../domain/errors';
import { type Messenger, person, type Recipient } from '../../domain/messaging';
import type { Office } from '../../domain/office';
import type { CommandHandler } from '../commands/command-handler';
import { enqueueAll } from '../commands/commit';
import type { Core } from '../core';
import type { Departures } from '../organisation/departures';
import type { Unreachable } from '../organisation/unreachable';
import type { Known, RecordEvent } from '../workflow';
import { itemsOf } from './notice-items';

/** Errors that mean that the recipient no longer exists. */
const DEPARTED: ReadonlySet<ErrorCode | null> = new Set(['feishu_person_left', 'feishu_group_lost']);

export interface UndeliveredParts {
  core: Core;
  commands: CommandHandler;
  departures: Pick<Departures, 'left'>;
  unreachable: Pick<Unreachable, 'note'>;
  messenger: Pick<Messenger, 'hasLeft'>;
}

type CardNotice = Extract<Notice, { kind: 'card' }>;

/** A notice with its record; `known` is null for a notice about no record. */
interface Undelivered {
  notice: Notice;
  known: Known | null;
}

type LeftOut = Extract<Notice, { kind: 'redraw' | 'grey' | 'read_again' | 'mark_recorded' }>;

/** Changes of messages that are there already: if one is refused, the message stays as it was. */
const isLeftOut = (notice: Notice): notice is LeftOut =>
  ['redraw', 'grey', 'read_again', 'mark_recorded'].includes(notice.kind);

/** Settles rows that Feishu will never take: informs the record, or the next best recipient and the admins. */
export class UndeliveredRows {
  constructor(private readonly parts: UndeliveredParts) {}

  /** Settles the row for good; `error` is Feishu's last answer. */
  async giveUp(row: OutboxRow, error: unknown): Promise<void> {
    const { core, departures } = this.parts;
    core.metrics.undeliverable.inc();
    const { notice } = row;
    const why = codeOf(error) ?? 'error';
    if (notice.kind === 'keep_attachment') {
      return this.tellRecord(row, { kind: 'kept', key: notice.key, keptKey: null, why: codeOf(error) }, why);
    }
    if (notice.kind === 'forward') {
      return this.tellRecord(row, { kind: 'forward_refused', messageId: notice.messageId }, why);
    }
    // The message stays as it was: nobody waits for it.
    if (isLeftOut(notice)) {
      await core.inTransaction((tx) => new OutboxStore(tx).settle(row, 'refused', why));
      return;
    }
    // Successors are chosen, and people told, once for all records of a person who left.
    const isNews = DEPARTED.has(codeOf(error)) && (await departures.left(notice.to, why));
    await core.inTransaction(async (tx) => {
      if (!(await new OutboxStore(tx).settle(row, 'refused', why))) return;
      const wasAboutThis = notice.kind === 'message' && notice.name === 'undeliverable';
      if (!wasAboutThis && !isNews) await this.tellOthers(tx, row, notice.to, why);
    });
  }

  /** True if the person to whom the row goes has left the company, as far as Feishu tells. */
  async isGone({ notice }: OutboxRow): Promise<boolean> {
    if (!('to' in notice) || notice.to.type === 'chat') return false;
    return this.parts.messenger.hasLeft(notice.to.id).catch(() => false);
  }

  /**
   * Helps out while a recipient cannot be reached for now: the lead gets a group's cards meanwhile, and the admins hear
   * of people. The row itself is tried again.
   */
  async meanwhile({ notice }: OutboxRow): Promise<void> {
    if ('to' in notice) await this.parts.unreachable.note(notice.to);
  }

  /** Hangs the card of a wall with the next best recipients. Returns them. */
  private async hangWithHeirs(tx: Tx, row: OutboxRow, notice: CardNotice): Promise<Recipient[]> {
    const { core } = this.parts;
    const { workflow, recordId } = row;
    const known = await core.workflows.record(tx, row);
    const heirs = known?.workflow.rules.nextBest?.(notice, known.record, core.office()) ?? [];
    const hanging = await new CardStore(tx).hanging(workflow, recordId);
    const coming = await new OutboxStore(tx).cardsUnderWay(workflow, recordId);
    for (const to of heirs) {
      const isThere =
        hanging.some(({ wall, recipientId }) => wall === notice.wall && recipientId === to.id) ||
        coming.some((card) => card.wall === notice.wall && card.to.id === to.id);
      if (isThere) continue;
      const card = { kind: 'card' as const, wall: notice.wall, to };
      const dedupeKey = `heir:${row.id}:${to.id}`;
      const hung = { workflow, recordId, notice: card, uuid: core.newId(), dedupeKey };
      await new OutboxStore(tx).enqueue(hung, core.clock.now());
    }
    return heirs;
  }

  private async tellRecord(row: OutboxRow, event: RecordEvent, why: string): Promise<void> {
    const { core, commands } = this.parts;
    const known = await core.inTransaction((tx) => core.workflows.record(tx, row));
    const command = known?.workflow.messages?.hear(known.record, event);
    if (known && command) await commands.execute({ ...known, recordId: known.record.id }, command, PROGRAM);
    await core.inTransaction((tx) => new OutboxStore(tx).settle(row, 'refused', why));
  }

  /** Tells the next best recipient of each record, and the admins once per recipient. */
  private async tellOthers(tx: Tx, row: OutboxRow, refused: Recipient, why: string): Promise<void> {
    const { core } = this.parts;
    const { workflow, recordId } = row;
    const params = { to: refused.id, toType: refused.type, why };
    const tell = (to: Recipient): MessageNotice => ({ kind: 'message', name: 'undeliverable', to, params });
    const told = new Set<string>();
    for (const { notice, known } of await this.undeliveredIn(tx, row)) {
      const office = core.office();
      const heirs = known?.workflow.rules.nextBest?.(notice, known.record, office) ?? othersThan(refused, office);
      for (const { id } of heirs) told.add(id);
      if (notice.kind === 'card' && refused.type === 'chat' && known) {
        await this.hangWithHeirs(tx, row, notice);
        continue;
      }
      const about = { workflow: known?.workflow.name ?? workflow, recordId: known?.record.id ?? 0 };
      await enqueueAll(tx, core, about, heirs.map(tell));
    }
    const outbox = new OutboxStore(tx);
    for (const id of core.office().org.admins) {
      if (told.has(id)) continue;
      const dedupeKey = `undeliverable:${refused.id}:${id}`;
      const word = { workflow, recordId, notice: tell(person(id)), uuid: core.newId(), dedupeKey };
      await outbox.enqueue(word, core.clock.now());
    }
  }

  /** The messages of the row with their records: several for a bundle. */
  private async undeliveredIn(tx: Tx, row: OutboxRow): Promise<Undelivered[]> {
    const { workflows } = this.parts.core;
    if (row.notice.kind !== 'bundle') return [{ notice: row.notice, known: await workflows.record(tx, row) }];
    return (await itemsOf(tx, workflows, row)).map(({ notice, ...known }) => ({ notice, known }));
  }
}

/** Who hears of an undelivered message that is nobody's in particular: the clerks, or the admins if nobody else is left. */
function othersThan({ id }: Recipient, { org }: Office): Recipient[] {
  const left = [org.clerks, org.admins].map((ids) => ids.filter((one) => one !== id));
  return (left.find((ids) => ids.length > 0) ?? []).map(person);
}
