import { get } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PEOPLE, SAMPLE_COMPANY } from '../../sandbox/company';
import { LocalFeishu, type Person } from '../../sandbox/platform';
import { createEmptyDatabase, type Dialect, type TestDatabase } from '../databases';
import { APP, BotProcess, type Env, envFor, KEYS } from '../process/bot-process';
import { query } from '../process/process-world';
import { until } from '../process/until';
import { MovedClock } from './moved-clock';
import { Screen } from './screen';

/** The clock does not move to what is due so soon: moments of rows in work, for one. */
const NEARLY_DUE_MS = 20_000;

/** The program as companies run it; TEST_PROGRAM names another build, as in the tests. */
const MAIN = path.join(process.env.TEST_PROGRAM ?? path.join(__dirname, '..', '..', 'dist'), 'src', 'main.js');

export interface WorldOptions {
  dialect: Dialect;
  /** Number of reps beside the sample company's people. */
  reps: number;
  processes?: number;
  env?: Env;
  /** How long the platform waits for an acknowledgement; Feishu waits 3 s. */
  deadlineMs?: number;
  database?: TestDatabase;
}

/** An answer of the bot's own pages; status 0 if there was none. */
export interface Answer {
  status: number;
  body: string;
  ms: number;
}

/** A local Feishu, a database, and the built program as processes, which all live by one clock that a fault moves. */
export class FaultWorld {
  readonly clock = new MovedClock();
  readonly bots: BotProcess[] = [];
  readonly ports: number[] = [];
  readonly reps: Person[];
  feishu!: LocalFeishu;
  screen!: Screen;
  database!: TestDatabase;
  private used = 0;
  private readonly redelivery = setInterval(() => void this.feishu?.deliverDue(), 1000);

  private constructor(private readonly options: WorldOptions) {
    this.reps = Array.from({ length: options.reps }, (_, i) => ({ id: `ou_fault_rep_${i}`, name: `客户经理${i}` }));
  }

  static async start(options: WorldOptions): Promise<FaultWorld> {
    const world = new FaultWorld(options);
    try {
      world.database = options.database ?? (await createEmptyDatabase(options.dialect));
      const company = { ...SAMPLE_COMPANY, people: [...SAMPLE_COMPANY.people, ...world.reps] };
      const { clock } = world;
      world.feishu = await LocalFeishu.start({ company, clock, ...APP, deadlineMs: options.deadlineMs ?? 3000 });
      world.screen = new Screen(world.feishu);
      for (let i = 0; i < (options.processes ?? 1); i += 1) await world.startBot(i);
      world.pushTo(0);
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  /** Plays in a world of its own, which is gone afterwards. */
  static async with<T>(options: WorldOptions, play: (world: FaultWorld) => Promise<T>): Promise<T> {
    const world = await FaultWorld.start(options);
    try {
      return await play(world);
    } finally {
      await world.stop();
    }
  }

  /** Starts this process, once more if it ran before. */
  async startBot(index = 0): Promise<void> {
    const more = { ...this.clock.env, ...this.options.env };
    const bot = new BotProcess(envFor(this.feishu.baseUrl, this.database.config, more), undefined, MAIN);
    this.bots[index] = bot;
    this.ports[index] = await bot.started();
  }

  /** `kill -9` and a new start; the platform pushes to the new process. */
  async restartBot(): Promise<void> {
    await this.bot().kill();
    await this.startBot();
    this.pushTo(0);
  }

  /** From now on the platform pushes to this process, signed and encrypted. */
  pushTo(index: number): void {
    this.feishu.subscribe({ mode: 'webhook', url: `http://127.0.0.1:${this.ports[index]}/feishu/events`, ...KEYS });
  }

  bot(index = 0): BotProcess {
    const bot = this.bots[index];
    if (!bot) throw new Error(`no process ${index}`);
    return bot;
  }

  /** A rep who has not said anything yet. */
  freshRep(): string {
    const rep = this.reps[this.used];
    if (!rep) throw new Error(`this world has only ${this.reps.length} reps`);
    this.used += 1;
    return rep.id;
  }

  get usedReps(): number {
    return this.used;
  }

  /** Asks one of the bot's own pages, such as `/readyz`. */
  ask(page: string, { withinMs = 5000, index = 0 } = {}): Promise<Answer> {
    const startedAt = performance.now();
    return new Promise((resolve) => {
      const end = (status: number, body: string) => resolve({ status, body, ms: performance.now() - startedAt });
      const call = get({ host: '127.0.0.1', port: this.ports[index], path: page, agent: false }, (response) => {
        let body = '';
        response.on('data', (bytes) => {
          body += String(bytes);
        });
        response.on('end', () => end(response.statusCode ?? 0, body));
        response.on('error', () => end(0, ''));
      });
      call.setTimeout(withinMs, () => call.destroy());
      call.on('error', () => end(0, ''));
    });
  }

  sql(statement: string): Promise<Record<string, unknown>[]> {
    return query(this.database.config, statement);
  }

  /** Moves the clock in small steps, so that no moment in between is left out, at so many times the speed of time. */
  async passes(ms: number, speed: number): Promise<void> {
    const STEP_MS = 250;
    for (let passed = 0; passed < ms; passed += STEP_MS * speed) {
      await sleep(STEP_MS);
      this.clock.advance(STEP_MS * (speed - 1));
    }
  }

  /**
   * Until all events are delivered and nothing is due. Feishu pushes again after 15 s, 5 minutes, an hour and six: the
   * clock moves there, and to what the bot will try again later. An event that Feishu has given up ends in an error.
   */
  async isAtRest(withinMs = 180_000): Promise<void> {
    const due = ['inbox', 'outbox', 'card'].map((table) => `SELECT dueAt FROM ${table} WHERE dueAt IS NOT NULL`);
    const restsNow = async () => {
      const open = this.feishu.pushes().filter(({ attempts }) => !attempts.some(({ outcome }) => outcome.ok));
      if (open.length > 0) {
        const dueAts = open.map(({ dueAt }) => dueAt);
        // A push that is under way is not due.
        if (!dueAts.includes(null))
          this.clock.advance(Math.max(0, Math.min(...(dueAts as number[])) - this.clock.now()));
        await this.feishu.deliverDue();
        return false;
      }
      const rows = await this.sql(`${due.join(' UNION ALL ')} ORDER BY dueAt LIMIT 1`).catch(() => null);
      const waitMs = Number(rows?.[0]?.dueAt) - this.clock.now();
      if (waitMs > NEARLY_DUE_MS) this.clock.advance(waitMs);
      return rows?.length === 0;
    };
    await until(restsNow, withinMs, () => 'nothing is left to do');
  }

  /**
   * If rows were set aside, because the program died on them three times, the admin has been told and sends 重新发送.
   * Returns how many there were; throws if nobody was told.
   */
  async adminTakesUpAgain(): Promise<number> {
    const count = await this.givenUp();
    if (count === 0) return 0;
    const chat = this.feishu.p2pChatOf(PEOPLE.admin.id);
    const isTold = this.screen.all().some(({ chatId, text }) => chatId === chat && text.includes('先放到一边'));
    if (!isTold) throw new Error(`${count} rows were given up, and nobody was told`);
    await this.feishu.send(PEOPLE.admin.id, { bot: true }, { type: 'text', text: '重新发送' });
    await this.isAtRest();
    return count;
  }

  /** The number of rows that were given up or set aside. */
  async givenUp(): Promise<number> {
    const [row] = await this.sql(
      `SELECT (SELECT COUNT(*) FROM inbox WHERE state IN ('failed', 'set_aside'))
            + (SELECT COUNT(*) FROM outbox WHERE state IN ('refused', 'set_aside')) AS count`,
    );
    return Number(row?.count);
  }

  async stop(): Promise<void> {
    clearInterval(this.redelivery);
    for (const bot of this.bots) bot.signal('SIGCONT');
    await Promise.all(this.bots.map((bot) => bot.kill()));
    this.screen?.stop();
    await this.feishu?.stop();
    await this.database?.drop();
    this.clock.remove();
  }
}
