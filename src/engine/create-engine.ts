import type { Logger } from 'pino';
import { plainLines } from '../../cards/kit/plain-lines';
import type { Texts } from '../../cards/texts/texts';
import { CardStore } from '../db/card-store';
import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import type { InTransaction, Tx } from '../db/transaction';
import { OrgContacts } from '../desk/setup/org-contacts';
import { OrgDesk, type Rehearse } from '../desk/setup/setup-desk';
import { OrgPages } from '../desk/setup/setup-pages';
import type { Contacts } from '../domain/contacts';
import type { CardJson, Incoming, JsonObject, Messenger } from '../domain/messaging';
import { type Clock, DAY, type Instant, shortTime } from '../domain/time';
import { Reconciler } from './cards/reconciler';
import { Tick } from './clock/tick';
import { answerTap } from './commands/answer-tap';
import { CommandHandler } from './commands/command-handler';
import { Directory } from './directory';
import { History } from './history';
import { firstAnswer, Inbox } from './inbox/inbox';
import { MessageReader } from './inbox/message-reader';
import { Router } from './inbox/router';
import type { Metrics } from './metrics';
import { Departures } from './organisation/departures';
import type { OrgSource } from './organisation/organisation';
import { Succession } from './organisation/succession';
import { Delivery } from './outbox/delivery';
import { Dispatcher } from './outbox/dispatcher';
import { Outgoing } from './outbox/outgoing';
import { type Stage, waitUntil } from './queue/pump';
import { type PumpedStage, Pumps } from './queue/pumps';
import { Limits } from './queue/rate-limits';
import type { AnyWorkflow } from './workflow';

/** What was sent is kept this long, for replies to it and for whoever asks what happened. */
const OUTBOX_KEPT_MS = 90 * DAY;

export interface EngineParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  messenger: Messenger;
  contacts: Contacts | null;
  orgSource: OrgSource;
  rehearse: Rehearse;
  texts: Texts;
  timeZone: string;
  normalize: (envelope: JsonObject) => Incoming;
  metrics: Metrics;
  clock: Clock;
  newId: () => string;
  random: () => number;
  log: Logger;
}

export interface Engine {
  inbox: Inbox;
  commands: CommandHandler;
  reconciler: Reconciler;
  pumps: Pumps;
  tick: Tick;
  history: History;
  orgContacts: OrgContacts;
}

/** Puts the engine together: what comes in, what decides, what goes out, and what keeps them moving. */
export function createEngine(parts: EngineParts): Engine {
  const { inTransaction, workflows, messenger, orgSource, texts, timeZone, normalize } = parts;
  const { contacts, rehearse, metrics, clock, newId, random, log } = parts;
  const wake = () => pumps.wake();
  const directory = new Directory(inTransaction, messenger, clock, texts.card.somebody);
  const asLines = (card: CardJson) => {
    const { title, lines } = plainLines(card);
    return { title, lines: [texts.chat.cardRefused, ...lines] };
  };
  const outgoing = new Outgoing(messenger, asLines, texts.chat.maskedByRules, metrics, log);
  const limits = new Limits();
  const name = workflows[0]?.name ?? '';
  const departures = new Departures({ inTransaction, orgSource, workflow: name, clock, newId, wake, log });
  const commands = new CommandHandler(inTransaction, workflows, directory, clock, newId, wake);
  const shared = {
    inTransaction,
    workflows,
    directory,
    outgoing,
    limits,
    metrics,
    departures,
    clock,
    newId,
    random,
    log,
  };
  const orgContacts = new OrgContacts(contacts, orgSource, inTransaction, clock, log);
  const pages = new OrgPages({ orgSource, contacts: orgContacts, directory, texts, timeZone, clock });
  const desk = new OrgDesk({ orgSource, pages, contacts: orgContacts, rehearse, inTransaction, clock, wake });
  const delivery = new Delivery({ ...shared, commands, aboutOrg: (notice) => pages.compose(notice) });
  const dispatcher = new Dispatcher({ ...shared, delivery, admins: () => orgSource.org().admins });
  const reconciler = new Reconciler(shared);
  const timeOf = (at: Instant | null) => (at === null ? '' : shortTime(at, timeZone));
  const reader = new MessageReader(messenger, directory, ({ from, to }) => texts.chat.period(timeOf(from), timeOf(to)));
  const router = new Router({ inTransaction, workflows, commands, reader, desk, departures, clock, newId, wake });
  const tapOnAnswer = answerTap({ ...shared, commands, normalize, wake });
  const inbox = new Inbox({
    inTransaction,
    commands,
    router,
    normalize,
    otherTap: firstAnswer([desk.tap, tapOnAnswer]),
    metrics,
    clock,
    random,
    wake,
    stillWorking: { toast: { type: 'info', content: texts.chat.stillWorking } },
    log,
  });
  /** One of the tables where work waits, with who works it off. */
  const stage = (run: Stage, storeOf: (tx: Tx) => { nextDueAt(): Promise<Instant | null> }): PumpedStage => ({
    run,
    nextWaitMs: async () => waitUntil([await inTransaction((tx) => storeOf(tx).nextDueAt())], clock.now()),
  });
  const succession = new Succession({ inTransaction, workflows, commands, orgSource, clock, newId, log });
  const pumps = new Pumps(
    [
      stage(
        () => inbox.work(),
        (tx) => new InboxStore(tx),
      ),
      stage(
        () => dispatcher.run(),
        (tx) => new OutboxStore(tx),
      ),
      stage(
        () => reconciler.run(),
        (tx) => new CardStore(tx),
      ),
      { run: () => succession.run(), nextWaitMs: async () => null },
    ],
    log,
  );
  const forgetSent = () => inTransaction((tx) => new OutboxStore(tx).forgetBefore(clock.now() - OUTBOX_KEPT_MS));
  const housekeeping = [() => inbox.forget(), forgetSent, () => reconciler.renew(), () => departures.tryAgain()];
  const tick = new Tick({ inTransaction, workflows, clock, newId, housekeeping, wake, log });
  const history = new History(inTransaction, workflows, directory);
  return { inbox, commands, reconciler, pumps, tick, history, orgContacts };
}
