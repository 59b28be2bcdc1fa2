import { randomBytes, randomUUID } from 'node:crypto';
import cron, { type ScheduledTask } from 'node-cron';
import type { Logger } from 'pino';
import { galleryCards } from '../cards/gallery/gallery';
import { textsOf } from '../cards/texts/texts';
import { BotIdentity } from './bot-identity';
import { type MovableClock, systemClock } from './clock';
import type { Config, FeishuConfig } from './config/environment';
import { openDatabase } from './db/data-source';
import { FeedbackStore } from './db/feedback-store';
import { OutboxStore } from './db/outbox-store';
import { PlatformStore } from './db/small-stores';
import { createInTransaction, type Tx } from './db/transaction';
import { companyCalendar } from './domain/calendar';
import { rehearse } from './domain/feedback/clock/rehearsal';
import { HOLIDAY_YEARS } from './domain/holidays/cn';
import type { JsonObject, Messenger, Receipt } from './domain/messaging';
import type { OrgSettings } from './domain/org/settings';
import { type Clock, type Instant, SECOND } from './domain/time';
import { createEngine, type Engine } from './engine/create-engine';
import { Metrics } from './engine/metrics';
import { OrgSource } from './engine/organisation/organisation';
import { within } from './engine/time-limit';
import type { AnyWorkflow } from './engine/workflow';
import { FeishuMessenger } from './feishu/api';
import { FeishuContacts } from './feishu/contacts';
import { LongConnection } from './feishu/long-connection';
import { normalize } from './feishu/normalize';
import type { SandboxSeam } from './http/sandbox-routes';
import { createHttpServer, type HttpServer } from './http/server';
import { FeedbackService } from './workflows/feedback/api-service';
import { feedbackWorkflow } from './workflows/feedback/workflow';

/** The 5 s between ticks keep every reminder within the 10 s that design §2 allows it to be late. */
const TICK = '*/5 * * * * *';

/** How long a moved clock waits, in real time, for what became due to go out. */
const SAID_WITHIN_MS = 4 * SECOND;

export interface Overrides {
  clock?: Clock;
  messenger?: Messenger;
  /** Makes the code by which the first admin is known. */
  newCode?: () => string;
  newId?: () => string;
  random?: () => number;
  /** In sandbox mode: the clock that the sandbox moves over HTTP; nothing else may. */
  sandboxClock?: MovableClock;
  /** The cards that hang may be drawn otherwise now, in another language for one. */
  drawAnew?: boolean;
  /** `manual`: only `tick()` ticks, for tests that own the clock. */
  ticks?: 'cron' | 'manual';
}

export interface AppOptions {
  config: Config;
  feishu: FeishuConfig;
  /** What `org.yaml` says. */
  org: OrgSettings;
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
  const clock = overrides.clock ?? overrides.sandboxClock ?? systemClock;
  const newId = overrides.newId ?? randomUUID;
  const random = overrides.random ?? Math.random;
  const newCode = overrides.newCode ?? (() => randomBytes(6).toString('hex'));
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
  const calendar = companyCalendar(HOLIDAY_YEARS, () => org().holidays);
  const policy = { org, locale: config.locale, timeZone: config.timeZone, calendar };
  const feedback = feedbackWorkflow(policy);
  const policyNow = () => ({ ...policy, org: org() });
  const workflows: AnyWorkflow[] = [feedback as AnyWorkflow];

  const { inbox, commands, reconciler, pumps, tick, history, orgContacts } = createEngine({
    inTransaction,
    workflows,
    messenger,
    contacts: feishuMessenger && new FeishuContacts(feishuMessenger),
    orgSource,
    rehearse: (department, priority, at) => rehearse({ department, priority, at }, policyNow()),
    texts,
    timeZone: config.timeZone,
    normalize: (envelope) => normalize(envelope, identity.openId),
    metrics,
    clock,
    newId,
    random,
    log,
  });

  const receive = (envelope: JsonObject) => inbox.receive(envelope);
  const connection =
    feishu.transport === 'websocket' && feishuMessenger ? new LongConnection({ ...feishu, receive, log }) : null;
  let ticking = Promise.resolve();
  let announced: string | null = null;
  /** While nobody is admin, whoever can read the log can become one. */
  const announceClaim = async () => {
    const code = await orgSource.ensureClaim(newCode);
    if (code !== null && code !== announced) log.warn({ code }, 'nobody is admin yet: send “设置 <code>” to the bot');
    announced = code;
  };
  const tickOnce = async () => {
    await identity.confirm().catch((error: unknown) => log.error({ err: error }, 'Feishu refuses the credentials'));
    await orgSource.refresh().catch((error: unknown) => log.error({ err: error }, 'organisation not read'));
    await tick.run();
    await announceClaim().catch((error: unknown) => log.error({ err: error }, 'no code for the first admin'));
    await orgContacts.lookUp().catch((error: unknown) => log.warn({ err: error }, 'departments not looked up'));
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
      feedback: new FeedbackService({
        inTransaction,
        workflow: feedback,
        commands,
        clock,
        newId,
        wake: () => pumps.wake(),
      }),
    },
    ...(overrides.sandboxClock
      ? { sandbox: sandboxSeam(overrides.sandboxClock, { runTick, pumps, tick, history }) }
      : {}),
    ready: async () => {
      const isThere = await db.query('SELECT 1').catch(() => null);
      if (isThere === null) return 'database: unreachable';
      const state = identity.problem ?? connection?.state() ?? 'connected';
      return state === 'connected' ? null : `feishu: ${state}`;
    },
    metrics: async () => {
      await inTransaction((tx) => measure(tx, metrics, clock.now()));
      return metrics.registry.metrics();
    },
  });

  /** A sandbox that has forgotten everything is another app: what hung there is gone. */
  const meetPlatform = async () => {
    if (await inTransaction((tx) => new PlatformStore(tx).isOf(feishu.appId))) return;
    await reconciler.hangAnew();
    await inTransaction((tx) => new PlatformStore(tx).become(feishu.appId));
  };

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
      if (overrides.sandboxClock) await meetPlatform();
      if (overrides.drawAnew) await reconciler.drawAnew();
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

/** The gauges: what the database knows and no counter does. */
async function measure(tx: Tx, metrics: Metrics, now: Instant): Promise<void> {
  const { waiting, oldestAt } = await new OutboxStore(tx).depth();
  metrics.outboxDepth.set(waiting);
  metrics.outboxAge.set(oldestAt === null ? 0 : (now - oldestAt) / SECOND);
  const { open, overdue } = await new FeedbackStore(tx).openCounts(now);
  metrics.cases.set({ state: 'open' }, open);
  metrics.cases.set({ state: 'overdue' }, overdue);
}

function keysOf({ appId, encryptKey, verificationToken }: FeishuConfig) {
  return { appId, encryptKey: encryptKey ?? '', verificationToken: verificationToken ?? '' };
}

/** The clock jumps, and whatever is due by then happens at once; a platform that hangs is not waited for. */
function sandboxSeam(
  clock: MovableClock,
  { runTick, pumps, tick, history }: { runTick: () => Promise<void> } & Pick<Engine, 'pumps' | 'tick' | 'history'>,
): SandboxSeam {
  return {
    moveClock: async (offsetMs) => {
      clock.moveTo(offsetMs);
      await runTick();
      await within(pumps.idle(), SAID_WITHIN_MS);
    },
    clock: async () => ({ offsetMs: clock.offsetMs, nextReminderAt: await tick.nextMoment() }),
    timeline: (messageId) => history.of(messageId),
    cards: galleryCards,
  };
}
