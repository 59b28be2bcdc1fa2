import { createConnection } from 'mysql2/promise';
import { GROUPS, PEOPLE, SAMPLE_COMPANY } from '../../sandbox/company';
import { LocalFeishu, type MessageView } from '../../sandbox/platform';
import type { DatabaseConfig } from '../../src/db/data-source';
import { GuardedSqlite } from '../../src/db/guarded-sqlite';
import { createTestDatabase, type Dialect, type TestDatabase } from '../databases';
import { APP, BotProcess, type Env, envFor, KEYS } from './bot-process';
import { until } from './until';

type Matcher = Parameters<LocalFeishu['hold']>[0];
type Call = Parameters<Extract<Matcher, (call: never) => boolean>>[0];
type Row = Record<string, unknown>;

export const REP = PEOPLE.repLin.id;
export const SERVICE_LI = PEOPLE.serviceLi.id;
export const GROUP = GROUPS.afterSales.id;

/** A local Feishu on the real clock, a database, and the bot as a process that a test can kill. */
export class ProcessWorld {
  private bot: BotProcess | null = null;
  private readonly redelivery = setInterval(() => void this.feishu.deliverDue(), 1000);

  private constructor(
    readonly feishu: LocalFeishu,
    private readonly database: TestDatabase,
    private readonly more: Env,
  ) {}

  static async start(dialect: Dialect, more: Env = {}): Promise<ProcessWorld> {
    const database = await createTestDatabase(dialect);
    const clock = { now: Date.now };
    // Many bots share the machine, and these tests do not measure how fast they answer.
    const feishu = await LocalFeishu.start({ company: SAMPLE_COMPANY, clock, ...APP, deadlineMs: 20_000 });
    const world = new ProcessWorld(feishu, database, more);
    try {
      await world.startBot();
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  async startBot(): Promise<void> {
    this.bot = await BotProcess.start(envFor(this.feishu.baseUrl, this.database.config, this.more));
    const port = await this.bot.started();
    this.feishu.subscribe({ mode: 'webhook', url: `http://127.0.0.1:${port}/feishu/events`, ...KEYS });
  }

  async killBot(): Promise<void> {
    await this.bot?.kill();
  }

  async stop(): Promise<void> {
    clearInterval(this.redelivery);
    await this.bot?.kill();
    await this.feishu.stop();
    await this.database.drop();
  }

  /**
   * Runs `act`, and kills the bot when its first matching call reaches the platform: `before` the call takes effect (the
   * call is lost too), or `after` (only the answer is lost).
   */
  async killAt(
    matcher: RegExp | ((call: Call) => boolean),
    when: 'before' | 'after',
    act: () => Promise<unknown>,
  ): Promise<void> {
    const caught = new Set<Call>();
    const fits = (call: Call) =>
      typeof matcher === 'function' ? matcher(call) : matcher.test(`${call.method} ${call.api}`);
    const catches = (call: Call) => fits(call) && caught.add(call) !== null;
    const hold = this.feishu.hold(catches, when);
    if (when === 'before') this.feishu.failNext((call) => caught.has(call), { drop: true, times: 1000 });
    const acting = act();
    await hold.reached;
    await this.killBot();
    hold.release();
    await acting;
  }

  /** The bot's messages in a chat, oldest first. */
  fromBot(chatId: string): MessageView[] {
    return this.feishu.messages(chatId).filter(({ sender }) => sender.type === 'app');
  }

  wall(): MessageView[] {
    return this.fromBot(this.feishu.p2pChatOf(REP));
  }

  group(): MessageView[] {
    return this.fromBot(GROUP);
  }

  isAtRest(): Promise<void> {
    return isAtRest(this.database.config);
  }

  sql(statement: string): Promise<Row[]> {
    return query(this.database.config, statement);
  }
}

/** Waits until no event, message or card is due; from then on nothing can be shown twice. */
export async function isAtRest(config: DatabaseConfig): Promise<void> {
  const waiting = ['inbox', 'outbox', 'card'].map((table) => `(SELECT COUNT(*) FROM ${table} WHERE dueAt IS NOT NULL)`);
  const sum = `SELECT ${waiting.join(' + ')} AS waiting`;
  const isAtRestNow = async () => Number((await query(config, sum))[0]?.waiting) === 0;
  await until(isAtRestNow, 40_000, () => 'nothing is left to do');
}

/** Runs one statement on the database while the bot uses it; resolves with the rows. */
export async function query(config: DatabaseConfig, statement: string): Promise<Row[]> {
  if (config.type === 'sqlite') {
    const db = new GuardedSqlite(config.path);
    try {
      const prepared = db.prepare(statement);
      if (prepared.reader) return prepared.all() as Row[];
      prepared.run();
      return [];
    } finally {
      db.close();
    }
  }
  const connection = await createConnection(config.url);
  try {
    const [rows] = await connection.query(statement);
    return Array.isArray(rows) ? (rows as Row[]) : [];
  } finally {
    await connection.end();
  }
}
