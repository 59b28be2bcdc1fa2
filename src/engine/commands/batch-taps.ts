import { readBy } from '../../../cards/kit/names';
import { InboxStore } from '../../db/inbox-store';
import type { Tx } from '../../db/transaction';
import type { RecordBase } from '../../domain/decision';
import type { TapAnswer } from '../../domain/messaging';
import { type Core, cardContext, contextOf } from '../core';
import type { TapEvent } from '../desk';
import { drawTapped, itemsOf, type NoticeItem } from '../outbox/notice-items';
import type { AnyWorkflow, Batch } from '../workflow';
import type { CommandHandler } from './command-handler';
import { untilFresh } from './commit';
import type { Answered } from './tap-handler';
import { actorOf, type Tapped, tappedHere } from './tapped';

interface Decided {
  /** False for a tap that Feishu pushed before. */
  isNew: boolean;
  done: RecordBase[];
  tapped: Tapped;
  items: NoticeItem[];
}

type AnyBatch = Batch<RecordBase, unknown>;

/** Answers taps that concern many records at once, in one transaction; the tapped message is drawn as they are then. */
export class BatchTaps {
  constructor(
    private readonly core: Core,
    private readonly commands: CommandHandler,
  ) {}

  /** Null if the button is none of these. */
  async tap(event: TapEvent): Promise<Answered | null> {
    const { core } = this;
    const found = core.workflows.ofCommand(event.tap.cmd);
    const batches = found?.workflow.batches ?? {};
    const batch = found && Object.hasOwn(batches, found.type) ? batches[found.type] : undefined;
    if (!found || !batch) return null;
    const { workflow } = found;
    const decided = await untilFresh(core.inTransaction, (tx) => this.decide(tx, { workflow, batch }, event));
    core.wake();
    return { answer: await this.answer(decided, { workflow, batch }, event), sent: async () => {} };
  }

  private async decide(
    tx: Tx,
    { workflow, batch }: { workflow: AnyWorkflow; batch: AnyBatch },
    { tap, envelope, eventId, eventType }: TapEvent,
  ): Promise<Decided> {
    const { core, commands } = this;
    const isNew = await new InboxStore(tx).add(
      { eventId, eventType, messageId: null, envelope },
      core.clock.now(),
      'done',
    );
    const { org } = core.office();
    const tapped = await tappedHere(tx, tap, org);
    const actor = actorOf(tap, tapped, core.office());
    const done: RecordBase[] = [];
    const targets = isNew ? await batch.targets(tx, contextOf(core, actor)) : [];
    for (const { recordId, command } of targets) {
      const executed = await commands.run(tx, { workflow, recordId }, command, actor);
      if (executed.outcome === 'done') done.push(executed.record);
    }
    const items = tapped.sent ? await itemsOf(tx, core.workflows, tapped.sent) : [];
    return { isNew, done, tapped, items };
  }

  private async answer(
    { isNew, done, tapped, items }: Decided,
    { workflow, batch }: { workflow: AnyWorkflow; batch: AnyBatch },
    { tap }: TapEvent,
  ): Promise<TapAnswer> {
    const { core } = this;
    const office = core.office();
    const people = [
      ...done.flatMap((record) => workflow.face.people(record, null, office)),
      ...items.flatMap(({ workflow: of, record, notice }) => of.face.people(record, notice, office)),
      tap.operatorId,
    ];
    const { nameOf } = await core.directory.namesWithin([...new Set(people)]);
    const context = cardContext(core, nameOf);
    const card = tapped.sent ? drawTapped({ row: tapped.sent, items }, context) : null;
    return {
      ...(isNew ? { toast: batch.toast(done, readBy(tap.operatorId, context)) } : {}),
      ...(card ? { card } : {}),
    };
  }
}
