import { actsIn, plainLines } from '../../cards/kit/plain-lines';
import { CardStore } from '../db/card-store';
import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import { refreshStatistics } from '../db/upkeep/statistics';
import type { CardJson, Incoming, JsonObject, Messenger } from '../domain/messaging';
import { type Instant, MINUTE, shortTime } from '../domain/time';
import type { AppRefusal } from './app-refusal';
import { CatchingUp } from './catching-up';
import { putRecordsRight } from './clock-set-back';
import type { Answers } from './commands/answers';
import { AskedForms } from './commands/asked-forms';
import { BatchTaps } from './commands/batch-taps';
import type { CommandHandler } from './commands/command-handler';
import { Gate } from './commands/gate';
import { TapHandler } from './commands/tap-handler';
import type { Core } from './core';
import type { Desk } from './desk';
import { Housekeeping } from './housekeeping';
import { ChangedMessages } from './inbox/changed-messages';
import { Inbox } from './inbox/inbox';
import { IncomingMessages } from './inbox/incoming-messages';
import { MessageReader } from './inbox/message-reader';
import { Router } from './inbox/router';
import { Departures } from './organisation/departures';
import type { GroupMembers } from './organisation/group-members';
import type { OpenIds } from './organisation/open-ids';
import type { Organisation } from './organisation/organisation';
import { Succession } from './organisation/succession';
import { Unreachable } from './organisation/unreachable';
import { CardAudit } from './outbox/card-audit';
import { Delivery } from './outbox/delivery';
import { Dispatcher } from './outbox/dispatcher';
import { DoubtfulMessages } from './outbox/doubtful';
import { type OnGone, Outgoing } from './outbox/outgoing';
import type { PlainerCards } from './outbox/plainer-cards';
import { UndeliveredRows } from './outbox/undelivered';
import { LEASE_MS } from './queue/lanes';
import type { Load } from './queue/load';
import { Pauses } from './queue/pauses';
import { PoisonRows } from './queue/poison-rows';
import { Pumps, type Stage, waitUntil } from './queue/pump';
import { Reconciler } from './reconciler';
import type { SideJobs } from './side-jobs';
import { Tick } from './tick';

/** Groups of a large company have many pages of members. */
const MEMBERS_MS = 5 * MINUTE;

export interface EngineParts {
  core: Core;
  commands: CommandHandler;
  answers: Answers;
  desk: Desk;
  messenger: Messenger;
  organisation: Organisation;
  groupMembers: GroupMembers;
  openIds: OpenIds;
  refusal: AppRefusal;
  plainer: PlainerCards;
  beside: SideJobs;
  /** Turns Feishu's payload into the product's terms. */
  normalize: (envelope: JsonObject) => Incoming;
}

export interface Engine {
  inbox: Inbox;
  reconciler: Reconciler;
  pumps: Pumps;
  tick: Tick;
  /** What the queues hold in memory. */
  load: () => Load[];
  /** The wall clock was set: whatever waits for a moment is tried at once, because that moment may be far off now. */
  clockStepped: (stepMs: number) => Promise<void>;
}

/** Puts the engine together: what comes in, what decides, what goes out, and what keeps them moving. */
export function createEngine(parts: EngineParts): Engine {
  const { core, commands, desk, organisation, groupMembers, messenger, refusal, plainer, beside } = parts;
  const { inTransaction, clock } = core;
  const departures = new Departures({ ...core, organisation });
  const outgoing = createOutgoing(parts, async (messageId) => {
    await inTransaction((tx) => reconciler.lost(tx, messageId));
    core.wake();
  });
  const pauses = new Pauses();
  const doubtful = new DoubtfulMessages({ core, messenger: outgoing.messenger });
  const unreachable = new Unreachable({ ...core, organisation });
  const delivery = new Delivery({ core, commands, outgoing, doubtful, desk, unreachable });
  const undelivered = new UndeliveredRows({ core, commands, departures, unreachable, messenger });
  const dispatcher = new Dispatcher({ core, delivery, undelivered, pauses, refusal });
  const reconciler = new Reconciler({ core, outgoing, pauses, departures, refusal });
  const inbox = createInbox(parts, departures, reconciler);
  const succession = new Succession({ core, commands, organisation });
  const catchingUp = new CatchingUp(core);
  const stage = (
    lanes: Pick<Dispatcher['lanes'], 'run' | 'idle' | 'stop' | 'isBusy'>,
    storeOf: (tx: Tx) => { nextDueAt(leaseMs: number): Promise<Instant | null> },
  ): Stage => ({
    run: () => lanes.run(),
    isBusy: () => lanes.isBusy,
    idle: () => lanes.idle(),
    stop: () => lanes.stop(),
    nextWaitMs: async () => waitUntil([await inTransaction((tx) => storeOf(tx).nextDueAt(LEASE_MS))], clock.now()),
  });
  const stages = [
    stage(inbox.lanes, (tx) => new InboxStore(tx)),
    stage(dispatcher.lanes, (tx) => new OutboxStore(tx)),
    stage(reconciler.lanes, (tx) => new CardStore(tx)),
    { run: () => succession.run(), nextWaitMs: async () => null },
    { run: () => catchingUp.run(), nextWaitMs: () => catchingUp.nextWaitMs() },
  ];
  const keeping = new Housekeeping(core);
  const audit = new CardAudit({ core, messenger });
  const learnMembers = () => groupMembers.learnAll(core.office().org.departments.flatMap(({ chat }) => chat ?? []));
  const housekeeping = [
    () => keeping.run(),
    () => reconciler.renew(),
    () => audit.run(),
    () => departures.tryAgain(),
    () => unreachable.forget(),
    () => plainer.refresh(),
    async () => pauses.tidy(clock.now()),
    async () => beside.begin('members of groups', MEMBERS_MS, learnMembers),
    () => inTransaction(refreshStatistics),
  ];
  const poison = new PoisonRows(core);
  const tick = new Tick({ core, desk, housekeeping, eachTick: [() => poison.setAside()] });
  const clockStepped = async (stepMs: number) => {
    core.metrics.clockSteps.inc();
    await inTransaction(async (tx) => {
      for (const queue of [new InboxStore(tx), new OutboxStore(tx), new CardStore(tx)])
        await queue.makeDue(clock.now());
    });
    if (stepMs < 0) await putRecordsRight(core);
    core.wake();
  };
  const load = () => [...inbox.load, ...dispatcher.lanes.load, ...reconciler.lanes.load];
  return { inbox, reconciler, pumps: new Pumps(stages, core.log), tick, load, clockStepped };
}

function createOutgoing({ core, messenger, plainer }: EngineParts, onGone: OnGone): Outgoing {
  const { chat, commands } = core.texts;
  const asPlainLines = (card: CardJson) => {
    const { title, lines } = plainLines(card);
    const acts = actsIn(card);
    const typed = (['claim', 'answer'] as const).filter((act) => acts.includes(commands[act]));
    return { title, lines: [chat.cardRefused, ...lines, ...typed.map((act) => chat.typedInstead[act])] };
  };
  return new Outgoing({
    ...core,
    messenger,
    plainer,
    onGone,
    plainLines: asPlainLines,
    maskedNote: chat.maskedByRules,
  });
}

function createInbox(
  { core, commands, answers, desk, messenger, groupMembers, openIds, plainer, normalize }: EngineParts,
  departures: Departures,
  reconciler: Reconciler,
): Inbox {
  const { texts, office } = core;
  const timeOf = (at: Instant | null) => (at === null ? '' : shortTime(at, office().timeZone));
  const gate = new Gate(core, groupMembers);
  const router = new Router({
    core,
    gate,
    reader: new MessageReader(messenger, core.directory, ({ from, to }) => texts.chat.period(timeOf(from), timeOf(to))),
    messages: new IncomingMessages({ core, commands, desk, answers }),
    changes: new ChangedMessages({ core, commands, reconciler }),
    answers,
    desk,
    departures,
  });
  return new Inbox({
    core,
    gate,
    taps: new TapHandler(core, commands),
    batches: new BatchTaps(core, commands),
    forms: new AskedForms(core),
    desk,
    router,
    normalize,
    openIds,
    draw: (card) => plainer.draw(card),
    stillWorking: { toast: { type: 'info', content: texts.chat.stillWorking } },
    notUnderstood: { toast: { type: 'warning', content: texts.strangers.tapNotUnderstood } },
  });
}
