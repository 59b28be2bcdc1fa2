import { randomUUID } from 'node:crypto';
import cron, { type ScheduledTask } from 'node-cron';
import type { Logger } from 'pino';
import { formName } from '../cards/parts';
import { plainLines } from '../cards/plain-lines';
import { textsOf } from '../cards/texts';
import { BotIdentity } from './bot-identity';
import { systemClock } from './clock';
import type { Config, FeishuConfig } from './config';
import { CardStore } from './db/card-store';
import { openDatabase } from './db/data-source';
import { FeedbackStore } from './db/feedback-store';
import { InboxStore } from './db/inbox-store';
import { OutboxStore } from './db/outbox-store';
import { createInTransaction, type Tx } from './db/transaction';
import { workdayCalendar } from './domain/calendar';
import { HOLIDAY_YEARS } from './domain/holidays/cn';
import type { CardJson, JsonObject, Messenger, Receipt } from './domain/messaging';
import type { Org } from './domain/org';
import { type Clock, DAY, type Instant } from './domain/time';
import { CommandHandler } from './engine/command-handler';
import { Delivery } from './engine/delivery';
import { Directory } from './engine/directory';
import { Dispatcher } from './engine/dispatcher';
import { Inbox } from './engine/inbox';
import { Limits } from './engine/limits';
import { MergedForwards } from './engine/merged-forwards';
import { Metrics } from './engine/metrics';
import { OrgSource } from './engine/org-source';
import { Outgoing } from './engine/outgoing';
import { type Stage, waitUntil } from './engine/pump';
import { type PumpedStage, Pumps } from './engine/pumps';
import { Reconciler } from './engine/reconciler';
import { Router } from './engine/router';
import { Tick } from './engine/tick';
import type { AnyWorkflow } from './engine/workflow';
import { FeishuMessenger } from './feishu/api';
import { LongConnection } from './feishu/long-connection';
import { normalize } from './feishu/normalize';
import { createHttpServer, type HttpServer } from './http/server';
import { orgTap } from './org-tap';
import { feedbackWorkflow } from './workflows/feedback';
import { FeedbackService } from './workflows/feedback-service';

/** The 5 s between ticks keep every reminder within the 10 s that design §2 allows it to be late. */
const TICK = '*/5 * * * * *';

/** What was sent is kept this long, for replies to it and for whoever asks what happened. */
const OUTBOX_KEPT_MS = 90 * DAY;

export interface Overrides {
  clock?: Clock;
  messenger?: Messenger;
  newId?: () => string;
  random?: () => number;
  /** The sandbox moves the bot's clock over HTTP; nothing else may. */
  moveClock?: (offsetMs: number) => void;
  /** The platform remembers nothing of an earlier run, as the sandbox's does not. */
  platformIsNew?: boolean;
  /** `manual`: only `tick()` ticks, for tests that own the clock. */
  ticks?: 'cron' | 'manual';
}

export interface AppOptions {
  config: Config;
  feishu: FeishuConfig;
  org: Org;
  log: Logger;
  overrides?: Overrides;
}

export interface App {
  /** Takes an event in, as both transports do. */
  receive(envelope: JsonObject): Promise<Receipt>;
  tick(): Promise<void>;
  /** Works until nothing is left that could be done now. */
  settle(): Promise<void>;
  /** Opens the ways in and starts the clock; resolves with the HTTP port. */
  start(): Promise<number>;
  /** Takes no new work, finishes what is in hand (at most 10 s) and closes everything. */
  stop(): Promise<void>;
}

/** The composition root: everything is made here, once, and handed what it needs. */
export async function createApp({ config, feishu, org: fileOrg, log, overrides = {} }: AppOptions): Promise<App> {
  const clock = overrides.clock ?? systemClock;
  const newId = overrides.newId ?? randomUUID;
  const random = overrides.random ?? Math.random;
  const metrics = new Metrics();
  const texts = textsOf(config.locale);

  const feishuMessenger = overrides.messenger
    ? null
    : new FeishuMessenger({
        ...feishu,
        clock,
        log,
        onCall: (api, outcome) => metrics.calls.inc({ api, outcome }),
      });
  const messenger = overrides.messenger ?? (feishuMessenger as FeishuMessenger);
  const identity = new BotIdentity(feishuMessenger, log);
  await identity.confirm();

  const db = await openDatabase(config.database);
  const inTransaction = createInTransaction(db);
  const orgSource = new OrgSource(fileOrg, inTransaction, clock);
  await orgSource.refresh();
  const org = () => orgSource.org();
  const policy = { org, locale: config.locale, timeZone: config.timeZone, calendar: workdayCalendar(HOLIDAY_YEARS) };
  const feedback = feedbackWorkflow(policy);
  const workflows: AnyWorkflow[] = [feedback as AnyWorkflow];

  const wake = () => pumps.wake();
  const directory = new Directory(inTransaction, messenger, clock, texts.card.somebody);
  const asLines = (card: CardJson) => {
    const { title, lines } = plainLines(card);
    return { title, lines: [texts.chat.cardRefused, ...lines] };
  };
  const outgoing = new Outgoing(messenger, asLines, metrics, log);
  const limits = new Limits();
  const commands = new CommandHandler(inTransaction, workflows, directory, clock, newId, wake);
  const shared = { inTransaction, workflows, directory, outgoing, limits, metrics, clock, newId, random, log };
  const delivery = new Delivery({ ...shared, commands });
  const dispatcher = new Dispatcher({ ...shared, delivery, admins: () => org().admins });
  const reconciler = new Reconciler(shared);
  const mergedForwards = new MergedForwards(messenger, directory, {
    form: (form) => formName(form, texts),
    speaker: texts.chat.speaker,
  });
  const router = new Router({ inTransaction, workflows, commands, mergedForwards, clock, newId, wake });
  const inbox = new Inbox({
    inTransaction,
    commands,
    router,
    normalize: (envelope) => normalize(envelope, identity.openId),
    otherTap: orgTap(orgSource, directory, { texts, timeZone: config.timeZone }),
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
    ],
    log,
  );
  const forgetSent = () => inTransaction((tx) => new OutboxStore(tx).forgetBefore(clock.now() - OUTBOX_KEPT_MS));
  const housekeeping = [() => inbox.forget(), forgetSent];
  const tick = new Tick({ inTransaction, workflows, clock, newId, housekeeping, wake, log });

  const receive = (envelope: JsonObject) => inbox.receive(envelope);
  const connection =
    feishu.transport === 'websocket' && feishuMessenger ? new LongConnection({ ...feishu, receive, log }) : null;
  let ticking = Promise.resolve();
  const tickOnce = async () => {
    await identity.confirm().catch((error: unknown) => log.error({ err: error }, 'Feishu refuses the credentials'));
    await orgSource.refresh().catch((error: unknown) => log.error({ err: error }, 'bindings not read'));
    await tick.run();
  };
  // One at a time, and `stop` waits for the last: it must not outlive the database.
  const runTick = () => {
    ticking = ticking.then(tickOnce);
    return ticking;
  };

  const http: HttpServer = createHttpServer({
    log,
    ...(feishu.transport === 'webhook' ? { feishu: { receive, keys: keysOf(feishu), clock } } : {}),
    api: {
      tokens: config.apiTokens,
      feedback: new FeedbackService({ inTransaction, workflow: feedback, commands, clock, newId, wake }),
    },
    ...(overrides.moveClock ? { moveClock: movesClock(overrides.moveClock, runTick) } : {}),
    ready: async () => {
      const isThere = await db.query('SELECT 1').catch(() => null);
      if (isThere === null) return 'database: unreachable';
      const state = identity.problem ?? connection?.state() ?? 'connected';
      return state === 'connected' ? null : `feishu: ${state}`;
    },
    metrics: async () => {
      await inTransaction(async (tx) => {
        const { waiting, oldestAt } = await new OutboxStore(tx).depth();
        metrics.outboxDepth.set(waiting);
        metrics.outboxAge.set(oldestAt === null ? 0 : (clock.now() - oldestAt) / 1000);
        const { open, overdue } = await new FeedbackStore(tx).openCounts(clock.now());
        metrics.cases.set({ state: 'open' }, open);
        metrics.cases.set({ state: 'overdue' }, overdue);
      });
      return metrics.registry.metrics();
    },
  });

  let schedule: ScheduledTask | null = null;
  return {
    receive,
    tick: runTick,
    settle: async () => {
      pumps.wake();
      await pumps.idle();
    },
    start: async () => {
      const port = await http.listen(config.port, config.host);
      if (overrides.platformIsNew) await reconciler.hangAnew();
      connection?.start();
      if (overrides.ticks !== 'manual') {
        schedule = cron.schedule(TICK, () => runTick(), { noOverlap: true, timezone: config.timeZone });
      }
      await runTick();
      return port;
    },
    stop: async () => {
      await schedule?.stop();
      await ticking;
      await Promise.all([connection?.stop(), http.close()]);
      await pumps.stop();
      await db.destroy();
    },
  };
}

function keysOf({ appId, encryptKey, verificationToken }: FeishuConfig) {
  return { appId, encryptKey: encryptKey ?? '', verificationToken: verificationToken ?? '' };
}

/** The clock jumps, and whatever is due by then happens at once. */
function movesClock(moveClock: (offsetMs: number) => void, tick: () => Promise<void>) {
  return async (offsetMs: number) => {
    moveClock(offsetMs);
    await tick();
  };
}
