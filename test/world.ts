import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { textsOf } from '../cards/texts/texts';
import { ManualClock } from '../sandbox/clock';
import { GROUPS, PEOPLE, SAMPLE_COMPANY } from '../sandbox/company';
import { type Company, type Content, LocalFeishu, type MessageView, type TapResult } from '../sandbox/platform';
import { type App, createApp } from '../src/app';
import type { Config, FeishuConfig } from '../src/config/environment';
import { parseOrgFile } from '../src/config/org-file';
import { loadProcedures, type Procedures } from '../src/config/procedures/load-procedures';
import { openDatabase } from '../src/db/data-source';
import type { ReadSheet } from '../src/desk/registers/sheet-imports';
import { orgOf } from '../src/domain/org/effective';
import type { Org } from '../src/domain/org/org';
import type { OrgSettings } from '../src/domain/org/settings';
import { parseDuration } from '../src/domain/time';
import type { Program } from '../src/program';
import { createTestDatabase, type Dialect, runStatement, type TestDatabase } from './databases';
import { HOLIDAY_YEARS } from './domain/holiday-years';
import { closingButton, firstStep, holds, type Step } from './way-to-form';

/** The shipped procedures, read once. */
const SHIPPED = loadProcedures([path.join(__dirname, '..', 'procedures')], { ladders: [] });

const APP = { appId: 'cli_0123456789abcdef', appSecret: 'test-secret' };
const KEYS = { encryptKey: 'test-encrypt-key', verificationToken: 'test-token' };

type SendOptions = Parameters<LocalFeishu['send']>[3];
export type PersonName = keyof typeof PEOPLE;
export type GroupName = keyof typeof GROUPS;

export interface WorldOptions {
  dialect: Dialect;
  transport?: 'webhook' | 'websocket';
  org?: Partial<Org>;
  /** The settings of `org.yaml`; the sample company's if absent. */
  orgFile?: OrgSettings;
  locale?: Config['locale'];
  /** The people and groups; the sample company if absent. */
  company?: Company;
  /** The workflows that run; the product's own if absent. */
  program?: Program;
  /** Reads spreadsheets; the program's own way if absent. */
  readSheet?: ReadSheet;
  /** A statement that runs on the database before the program starts, such as another table. */
  prepare?: Record<Dialect, string>;
  /** The first moment, in the office's time zone; `2026-11-24T09:00` if absent. */
  startsAt?: string;
  /** Other definitions of procedures than the shipped ones. */
  procedures?: Procedures;
  /** Milliseconds on a clock that never steps back; the process's own if absent. */
  uptime?: () => number;
}

/** A person with a Feishu client. */
export class Player {
  constructor(
    private readonly world: World,
    readonly id: string,
  ) {}

  /** Sends or forwards something to the bot in the direct chat. */
  async forwards(...contents: (string | Content)[]): Promise<MessageView[]> {
    const sent: MessageView[] = [];
    for (const content of contents) sent.push(await this.says(content));
    await this.world.settle();
    return sent;
  }

  /** Replies to a message, in the chat of that message. */
  async replies(to: MessageView, text: string, options: SendOptions = {}): Promise<MessageView> {
    const target = to.chatId === this.world.feishu.p2pChatOf(this.id) ? { bot: true as const } : { chatId: to.chatId };
    const content: Content = { type: 'text', text };
    const sent = await this.world.feishu.send(this.id, target, content, { replyTo: to.id, ...options });
    await this.world.settle();
    return sent;
  }

  /** Sends a message to the bot or to a group; the bot may still be busy with it afterwards. */
  async says(content: string | Content, group?: GroupName, options?: SendOptions): Promise<MessageView> {
    const target = group ? { chatId: GROUPS[group].id } : { bot: true as const };
    const written: Content = typeof content === 'string' ? { type: 'text', text: content } : content;
    return this.world.feishu.send(this.id, target, written, options);
  }

  /**
   * Taps a button of a card, named by its label or its command (`feedback.claim`), and fills in its form. A form that the
   * card only offers is asked for first, as a person does; a card that another one has replaced leads to that one.
   */
  async taps(found: MessageView, button: string, form: Record<string, string> = {}): Promise<TapResult> {
    const card = this.world.liveCard(found);
    const which: Step = button.includes('.') ? { cmd: button } : { label: button };
    const closing = closingButton(card, form);
    if (closing) return this.closes(card, closing, form);
    const first = firstStep(card, which, Object.keys(form));
    if (!first) return this.tapsOnce(card, { ...which, ...(Object.keys(form).length > 0 ? { form } : {}) });
    const known = new Set(this.wall().map(({ id }) => id));
    const asked = await this.tapsOnce(card, first);
    const sent = this.wall().findLast(({ id }) => !known.has(id));
    const next = asked.card ? this.world.again(card) : sent;
    // An act without fields was done at once.
    if (!next || !holds(next, which, Object.keys(form))) return asked;
    return this.tapsOnce(next, { ...which, form });
  }

  /** Not satisfied, the customer is asked about once more. */
  private async closes(card: MessageView, button: Step, form: Record<string, string>): Promise<TapResult> {
    const { told_customer, customer_words } = form;
    const told = told_customer === undefined ? {} : { form: { told_customer } };
    const result = await this.tapsOnce(card, { ...button, ...told });
    const isAsked = JSON.stringify(result.card ?? {}).includes('"sure"');
    if (!isAsked) return result;
    const words = customer_words === undefined ? {} : { form: { reason: customer_words } };
    return this.tapsOnce(card, { label: this.world.texts.asked.closeAllTheSame, ...words });
  }

  private async tapsOnce(card: MessageView, tap: Step & { form?: Record<string, string> }): Promise<TapResult> {
    const result = await this.world.feishu.tap(this.id, card.id, tap);
    await this.world.settle();
    return result;
  }

  /** The bot's messages in the direct chat, oldest first. */
  wall(): MessageView[] {
    return this.world.fromBot(this.world.feishu.p2pChatOf(this.id));
  }

  /** The live card of a case in the direct chat. Throws if there is none. */
  caseCard(number: string): MessageView {
    return this.world.caseCard(this.wall(), number);
  }

  /** The newest card in the direct chat whose text holds these words. Throws if there is none. */
  card(words = ''): MessageView {
    return this.world.newest(this.wall(), words);
  }
}

/** A controlled world: the bot in this process, a local Feishu, and a clock that only the test moves. */
export class World {
  app!: App;
  /** The bot's own connections to its database. */
  db!: Awaited<ReturnType<typeof openDatabase>>;
  readonly people: Record<PersonName, Player>;

  private constructor(
    readonly feishu: LocalFeishu,
    readonly clock: ManualClock,
    readonly config: Config,
    readonly org: Org,
    private readonly database: TestDatabase,
  ) {
    const players = Object.entries(PEOPLE).map(([name, { id }]) => [name, new Player(this, id)]);
    this.people = Object.fromEntries(players);
  }

  static async start({ dialect, transport = 'webhook', ...options }: WorldOptions): Promise<World> {
    const clock = new ManualClock(Date.parse(`${options.startsAt ?? '2026-11-24T09:00'}:00+08:00`));
    const database = await createTestDatabase(dialect);
    const settings = { submitSendsValue: true };
    const { company = SAMPLE_COMPANY } = options;
    const feishu = await LocalFeishu.start({ company, clock, ...APP, settings });
    const file = readFileSync(path.join(__dirname, '..', 'sandbox', 'org.yaml'), 'utf8');
    const config: Config = {
      mode: 'feishu',
      feishu: { ...APP, ...KEYS, domain: feishu.baseUrl, transport },
      events: { ...KEYS, transport },
      database: database.config,
      orgFile: null,
      proceduresDir: null,
      port: 0,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1',
      apiTokens: ['api-token'],
      timeZone: 'Asia/Shanghai',
      locale: options.locale ?? 'zh-CN',
      logLevel: 'silent',
    };
    const sources = { file: parseOrgFile(file), said: {}, found: {}, gone: new Set<string>() };
    const org = { ...orgOf(sources), ...options.org };
    const world = new World(feishu, clock, config, org, database);
    world.orgFile = options.orgFile ?? null;
    world.program = options.program;
    world.procedures = options.procedures;
    world.readSheet = options.readSheet;
    world.uptime = options.uptime;
    if (options.prepare) await runStatement(database.config, options.prepare[dialect]);
    await world.startBot();
    return world;
  }

  /** The HTTP port that the bot listens on. */
  port = 0;
  orgFile: OrgSettings | null = null;
  /** Other definitions than the shipped ones. */
  procedures: Procedures | undefined;
  private program: Program | undefined;
  private readSheet: ReadSheet | undefined;
  private uptime: (() => number) | undefined;

  async startBot(): Promise<void> {
    const { config, org, clock } = this;
    const feishu = config.feishu as FeishuConfig;
    const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
    let ids = 0;
    const run = Math.random().toString(36).slice(2, 10);
    const newId = () => `test-${run}-${++ids}`;
    this.app = await createApp({
      config,
      feishu,
      org: this.orgFile ?? org,
      procedures: this.procedures ?? SHIPPED,
      log,
      overrides: {
        clock,
        newId,
        newCode: () => 'c0dec0dec0de',
        random: () => 0.5,
        ticks: 'manual',
        ...(this.uptime ? { uptime: this.uptime } : {}),
        program: this.program,
        ...(this.readSheet ? { readSheet: this.readSheet } : {}),
        openDatabase: async (database) => {
          this.db = await openDatabase(database);
          return this.db;
        },
        holidayYears: HOLIDAY_YEARS,
      },
    });
    this.port = await this.app.start();
    if (feishu.transport === 'webhook') {
      this.feishu.subscribe({ mode: 'webhook', url: `http://127.0.0.1:${this.port}/feishu/events`, ...KEYS });
    } else {
      this.feishu.subscribe({ mode: 'websocket' });
      while (this.feishu.connectionCount() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await this.app.settle();
  }

  async restartBot(): Promise<void> {
    await this.app.stop();
    await this.startBot();
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.feishu.stop();
    await this.database.drop();
  }

  /** Waits until the bot has no work left at this moment. */
  async settle(): Promise<void> {
    await this.app.settle();
  }

  /** Moves the clock by `20h` or `30m` in one jump, as for a bot that was down meanwhile. */
  async advances(duration: string): Promise<void> {
    const ms = parseDuration(duration);
    if (ms === null) throw new Error(`not a duration: ${duration}`);
    this.clock.advance(ms);
    await this.noticesTime();
  }

  /** Moves the clock in steps, as for a bot that is up. */
  async passes(duration: string, step = '10m'): Promise<void> {
    const [total, each] = [parseDuration(duration), parseDuration(step)];
    if (total === null || each === null) throw new Error(`not a duration: ${duration}`);
    for (let passed = 0; passed < total; passed += each) {
      this.clock.advance(each);
      await this.noticesTime();
    }
  }

  /** Delivers the events that are due, and ticks once. */
  async noticesTime(): Promise<void> {
    await this.feishu.deliverDue();
    await this.app.tick();
    await this.settle();
  }

  /** The bot's messages in a chat, oldest first. */
  fromBot(chatId: string): MessageView[] {
    return this.feishu.messages(chatId).filter(({ sender }) => sender.type === 'app');
  }

  group(name: GroupName): MessageView[] {
    return this.fromBot(GROUPS[name].id);
  }

  /** The newest message in a department's group whose text holds these words. Throws if there is none. */
  cardIn(name: GroupName, words = ''): MessageView {
    return this.newest(this.group(name), words);
  }

  newest(messages: MessageView[], words: string): MessageView {
    const found = messages.filter(({ text }) => text.includes(words)).at(-1);
    if (!found) throw new Error(`no message with “${words}” among: ${messages.map(({ text }) => text).join(' / ')}`);
    return found;
  }

  /** The texts that people read in this world. */
  get texts() {
    return textsOf(this.config.locale);
  }

  /** The live card of a case among these messages: not a notice about it. Throws if there is none. */
  caseCard(messages: MessageView[], number: string): MessageView {
    const found = messages.filter(({ card }) => isCardOf(card, number)).at(-1);
    if (!found) throw new Error(`no card of ${number} among: ${messages.map(({ text }) => text).join(' / ')}`);
    return found;
  }

  /** The card as it is now, or the one that has replaced it in its chat. */
  liveCard(card: MessageView): MessageView {
    const now = this.again(card);
    const [, number] = /看 (FB-\d+) 的最新卡片|latest card of (FB-\d+)/.exec(now.text)?.filter(Boolean) ?? [];
    return number === undefined ? now : this.caseCard(this.fromBot(now.chatId), number);
  }

  /** The same message as it is now. */
  again(message: MessageView): MessageView {
    return this.feishu.message(message.id);
  }
}

/** The preview of a case's own card begins with its number; that of a notice begins with what it says. */
function isCardOf(card: MessageView['card'], number: string): boolean {
  const { config } = (card ?? {}) as { config?: { summary?: { content?: string } } };
  return config?.summary?.content?.startsWith(`${number} `) ?? false;
}

export { GROUPS, PEOPLE };
