import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { textsOf } from '../cards/texts/texts';
import { BotIdentity } from './bot-identity';
import { type MovableClock, systemClock } from './clock';
import type { Config, FeishuConfig } from './config/environment';
import { holidayYears as readHolidayYears } from './config/holidays';
import { definitionFrom } from './config/procedures/read-definition';
import { openDatabase } from './db/data-source';
import { PlatformStore } from './db/platform-store';
import { activeNames } from './db/registers/active-names';
import { createInTransaction, transactionsOf } from './db/transaction';
import { DatabaseProbe } from './db/upkeep/database-probe';
import { createDesk } from './desk/create-desk';
import { History } from './desk/history';
import { RegisterService } from './desk/registers/register-service';
import type { ReadSheet } from './desk/registers/sheet-imports';
import { readLongSheet } from './documents/read-sheet';
import { companyCalendar, type HolidayYear } from './domain/calendar';
import { rehearse } from './domain/feedback/clock/rehearsal';
import type { JsonObject, Messenger, Receipt } from './domain/messaging';
import type { Office } from './domain/office';
import type { OrgSettings } from './domain/org/settings';
import type { Clock } from './domain/time';
import { AppRefusal } from './engine/app-refusal';
import { Answers } from './engine/commands/answers';
import { CommandHandler } from './engine/commands/command-handler';
import type { Core } from './engine/core';
import { createEngine, type Engine } from './engine/create-engine';
import { Directory } from './engine/directory';
import { Health } from './engine/health';
import { Metrics } from './engine/metrics';
import { tellAdmins } from './engine/organisation/admin-news';
import { GroupMembers } from './engine/organisation/group-members';
import { OpenIds } from './engine/organisation/open-ids';
import { Organisation } from './engine/organisation/organisation';
import { PlainerCards } from './engine/outbox/plainer-cards';
import { ScopeCheck } from './engine/scope-check';
import { SideJobs } from './engine/side-jobs';
import { Workflows } from './engine/workflow';
import { FeishuContacts } from './feishu/feishu-contacts';
import { FeishuMessenger, type OnCall } from './feishu/feishu-messenger';
import { LongConnection } from './feishu/long-connection';
import { normalize as normalizeFor } from './feishu/normalize';
import { grantedScopes, missingScopes } from './feishu/scopes';
import { createHttpServer } from './http/server';
import { templateFolders } from './procedure-folders';
import { type Program, shippedProgram } from './program';
import { sandboxSeam } from './sandbox-seam';
import { Ticker } from './ticker';
import { FeedbackService } from './workflows/feedback/api-service';
import { Reps } from './workflows/feedback/reps';
import { knownDefinitions, type LoadedProcedures } from './workflows/procedure/known-definitions';
import { outsideFormsOf } from './workflows/procedure/outside-forms';

export interface Overrides {
  clock?: Clock;
  messenger?: Messenger;
  /** The public holidays that the program brings along. */
  holidayYears?: HolidayYear[];
  /** Makes the code by which the first admin is known. */
  newCode?: () => string;
  newId?: () => string;
  random?: () => number;
  /** Milliseconds on a clock that never steps back. */
  uptime?: () => number;
  /** In sandbox mode: the clock that the sandbox moves over HTTP; nothing else may. */
  sandboxClock?: MovableClock;
  /** The cards that hang may have to be drawn anew, in another language for one. */
  drawAnew?: boolean;
  /** `manual`: only `tick()` ticks, for tests that own the clock. */
  ticks?: 'own' | 'manual';
  /** Opens the database; a test keeps what it opened, to bring it into trouble. */
  openDatabase?: typeof openDatabase;
  /** Reads spreadsheets that people send. */
  readSheet?: ReadSheet;
  /** The workflows that run, and what the desk finds of them; the program's own if absent. */
  program?: Program;
}

export interface AppOptions {
  config: Config;
  feishu: FeishuConfig;
  /** What `org.yaml` says. */
  org: OrgSettings;
  /** The definitions of procedures; absent: there are none. */
  procedures?: LoadedProcedures;
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
export async function createApp({
  config,
  feishu,
  org: fileOrg,
  procedures,
  log,
  overrides = {},
}: AppOptions): Promise<App> {
  const clock = overrides.clock ?? overrides.sandboxClock ?? systemClock;
  const uptime = overrides.uptime ?? (() => performance.now());
  const metrics = new Metrics();
  const texts = textsOf(config.locale);

  const refusal = new AppRefusal({ clock, log });
  const onCall: OnCall = (api, outcome, fault) => {
    metrics.calls.inc({ api, outcome });
    refusal.heard(api, fault);
  };
  const onHeld = (api: string) => metrics.callsHeld.inc({ api });
  const feishuMessenger = overrides.messenger ? null : new FeishuMessenger({ ...feishu, clock, log, onCall, onHeld });
  const messenger = overrides.messenger ?? (feishuMessenger as FeishuMessenger);
  const identity = new BotIdentity(feishuMessenger, log);
  await identity.confirm();
  const contacts = feishuMessenger && new FeishuContacts(feishuMessenger);
  const openIds = new OpenIds({ contacts, log });
  const normalize = (envelope: JsonObject) =>
    normalizeFor(envelope, identity.openId, (aliases) => openIds.known(aliases));

  const db = await (overrides.openDatabase ?? openDatabase)(config.database);
  const transactions = transactionsOf(db);
  const inTransaction = createInTransaction(db, transactions);
  const organisation = new Organisation(fileOrg, inTransaction, clock);
  await organisation.refresh();
  const holidayYears = overrides.holidayYears ?? readHolidayYears();
  const calendar = companyCalendar(holidayYears, () => organisation.org().holidays);
  const groupMembers = new GroupMembers({ contacts, clock, log });
  const office = (): Office => ({
    org: organisation.org(),
    calendar,
    timeZone: config.timeZone,
    groupMembers: groupMembers.known(),
  });

  const loaded = procedures ?? { definitions: [], sources: {} };
  const definitions = await knownDefinitions({ loaded, inTransaction, definitionFrom, now: clock.now() });
  const { workflows, catalogues } =
    overrides.program ??
    shippedProgram({
      ...{ definitions, office, timeZone: config.timeZone, log },
      namesIn: (tx, register, date) => activeNames(tx, `${register}s`, date),
      templateFolders: templateFolders(config.proceduresDir),
    });
  const core: Core = {
    inTransaction,
    workflows: new Workflows(workflows),
    directory: new Directory(inTransaction, messenger, clock, texts.card.somebody),
    office,
    texts,
    metrics,
    clock,
    newId: overrides.newId ?? randomUUID,
    newClaim: randomUUID,
    random: overrides.random ?? Math.random,
    wake: () => engine.pumps.wake(),
    log,
  };
  const plainer = new PlainerCards({ inTransaction, appId: feishu.appId, clock, log });
  await plainer.refresh();
  const commands = new CommandHandler(core);
  const answers = new Answers(core, commands);
  const found = catalogues(texts);
  const { desk, orgContacts } = createDesk({
    core,
    commands,
    answers,
    catalogues: found,
    organisation,
    holidayYears,
    contacts,
    rehearse: (department, priority, at) => rehearse({ department, priority, at }, office()),
    normalize,
    readSheet: overrides.readSheet ?? readLongSheet,
  });
  const beside = new SideJobs(log);
  const engine: Engine = createEngine({
    core,
    commands,
    answers,
    desk,
    messenger,
    organisation,
    groupMembers,
    openIds,
    refusal,
    plainer,
    beside,
    normalize,
  });
  const { inbox, reconciler, pumps, tick } = engine;
  refusal.reportTo((news) => void tellAdmins(core, news));

  const receive = (envelope: JsonObject) => inbox.receive(envelope);
  const connection =
    feishu.transport === 'websocket' && feishuMessenger ? new LongConnection({ ...feishu, receive, log }) : null;
  const newCode = overrides.newCode ?? (() => randomBytes(6).toString('hex'));
  const askScopes = feishuMessenger && (async () => missingScopes(await grantedScopes(feishuMessenger)));
  const scopes = new ScopeCheck({ ask: askScopes, clock, log });
  const ticker = new Ticker({
    identity,
    organisation,
    tick,
    orgContacts,
    scopes,
    beside,
    newCode,
    clockStepped: engine.clockStepped,
    log,
  });

  const probe = new DatabaseProbe(config.database, db);
  const health = new Health({
    core,
    probe,
    lastTickAgoMs: () => ticker.lastTickAgoMs(),
    feishu: () => ({
      identity: identity.problem,
      connection: connection?.state() ?? null,
      lastFrameAgoMs: connection?.lastFrameAgoMs() ?? null,
      refusal: refusal.current(),
      refusedCalls: refusal.refusedCalls(),
      scopes: scopes.known(),
    }),
    waiting: () => transactions.waiting(),
    load: () => [...engine.load(), ...(feishuMessenger ? [feishuMessenger.load] : [])],
    uptime,
  });

  const http = createHttpServer({
    log,
    ...(feishu.transport === 'webhook' ? { feishu: { receive, keys: keysOf(feishu), clock } } : {}),
    api: {
      tokens: config.apiTokens,
      feedback: new FeedbackService(core, commands, new Reps(core, contacts)),
      registers: new RegisterService(core),
    },
    outside: outsideFormsOf({ core, commands, appSecret: feishu.appSecret }),
    ...(overrides.sandboxClock
      ? { sandbox: sandboxSeam(overrides.sandboxClock, { ticker, pumps, tick, history: new History(core, found) }) }
      : {}),
    ready: health.ready,
    metrics: health.metrics,
  });

  /** A sandbox that starts over is another app: the cards of the former one are gone. */
  const meetPlatform = async () => {
    if (await inTransaction((tx) => new PlatformStore(tx).isOf(feishu.appId))) return;
    await reconciler.hangAnew();
    await inTransaction((tx) => new PlatformStore(tx).become(feishu.appId));
  };

  return {
    receive,
    tick: () => ticker.run(),
    settle: async () => {
      await beside.idle();
      pumps.wake();
      await pumps.idle();
    },
    start: async () => {
      const port = await http.listen(config.port, config.host);
      if (overrides.sandboxClock) await meetPlatform();
      await reconciler.revive();
      if (overrides.drawAnew) await reconciler.drawAnew();
      connection?.start();
      if (overrides.ticks !== 'manual') ticker.start();
      await ticker.run();
      return port;
    },
    stop: async () => {
      await ticker.stop();
      await Promise.all([connection?.stop(), http.close(), beside.stop()]);
      await pumps.stop();
      await Promise.all([probe.close(), db.destroy()]);
    },
  };
}

function keysOf({ appId, encryptKey, verificationToken }: FeishuConfig) {
  return { appId, encryptKey: encryptKey ?? '', verificationToken: verificationToken ?? '' };
}
