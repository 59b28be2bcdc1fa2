import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { createEmptyDatabase, type TestDatabase } from '../databases';
import { type MysqlServer, startMysql } from '../mysql-server';
import { runSql } from '../run-sql';
import { Case } from './cases';
import type { Fault, Figure } from './fault';
import { FaultWorld } from './fault-world';
import { seconds } from './figures';
import { isClean, judge, verdictOf } from './oracle';

const EVENT_EVERY_MS = 300;
const BEFORE_MS = 3000;
const AFTERWARDS_MS = 8000;
/** `/readyz` tells within a second; the way there and back takes a little more. */
const TELLS_WITHIN_MS = 1100;

const USER = 'bot_of_the_test';
const MOST_CONNECTIONS = 10;

/** A server of its own, and the bot's database on it, to which the bot has no rights of an administrator. */
interface Place {
  server: MysqlServer;
  database: TestDatabase;
  url: string;
}

/** One way in which the database can be of no use; `begin` returns how it is put right. */
interface Trouble {
  name: string;
  lastsMs: number;
  begin: (place: Place) => Promise<() => Promise<unknown>>;
}

const asRoot = ({ server }: Place, statement: string) => runSql(server.url, statement);

const TROUBLES: Trouble[] = [
  {
    name: 'stopped, started again after 12 s',
    lastsMs: 12_000,
    begin: async ({ server }) => {
      await server.shutDown();
      return () => server.startAgain();
    },
  },
  {
    name: 'read-only for 12 s',
    lastsMs: 12_000,
    begin: async (place) => {
      await asRoot(place, 'SET GLOBAL read_only = 1');
      return () => asRoot(place, 'SET GLOBAL read_only = 0');
    },
  },
  {
    name: 'hangs for 25 s (SIGSTOP)',
    lastsMs: 25_000,
    begin: async ({ server }) => {
      server.signal('SIGSTOP');
      return async () => server.signal('SIGCONT');
    },
  },
  { name: 'no connection left for 12 s', lastsMs: 12_000, begin: takeAllConnections },
  {
    name: 'its inbox locked by somebody for 12 s',
    lastsMs: 12_000,
    begin: async ({ url }) => {
      const locker = await createConnection(url);
      await locker.query('LOCK TABLES inbox WRITE');
      return () => locker.end();
    },
  },
];

/** Takes every connection that the server allows, and ends those that the bot has. */
async function takeAllConnections({ server, url }: Place): Promise<() => Promise<unknown>> {
  const root = await createConnection(server.url);
  const ours = await Promise.all(Array.from({ length: MOST_CONNECTIONS }, () => createConnection(url)));
  const ids = ours.map(({ threadId }) => threadId).join(', ');
  await root.query(`SET GLOBAL max_connections = ${MOST_CONNECTIONS}`);
  const [rows] = await root.query(
    `SELECT id FROM information_schema.processlist WHERE user = '${USER}' AND id NOT IN (${ids})`,
  );
  // A connection that has ended meanwhile is as good.
  for (const { id } of rows as { id: number }[]) await root.query(`KILL ${id}`).catch(() => undefined);
  return async () => {
    for (const connection of ours) connection.destroy();
    await root.query('SET GLOBAL max_connections = 151');
    await root.end();
  };
}

async function newPlace(): Promise<Place> {
  const server = await startMysql(false);
  if (!server) throw new Error('no server is installed');
  process.once('exit', () => server.signal('SIGKILL'));
  const before = process.env.TEST_MYSQL_URL;
  process.env.TEST_MYSQL_URL = server.url;
  const database = await createEmptyDatabase('mysql');
  process.env.TEST_MYSQL_URL = before;
  if (database.config.type !== 'mysql') throw new Error('the database is not on the server');
  const name = new URL(database.config.url).pathname.slice(1);
  for (const host of ['%', 'localhost']) await runSql(server.url, `CREATE USER '${USER}'@'${host}' IDENTIFIED BY 'p'`);
  for (const host of ['%', 'localhost']) await runSql(server.url, `GRANT ALL ON ${name}.* TO '${USER}'@'${host}'`);
  const url = server.url.replace('root:', `${USER}:p`);
  return { server, url: `${url}/${name}`, database: { ...database, config: { type: 'mysql', url: `${url}/${name}` } } };
}

/** Asks `/readyz` all the time; the moments at which it said what. */
class ReadinessWatch {
  readonly answers: { askedAt: number; ms: number; status: number }[] = [];
  private isOver = false;
  private readonly watching: Promise<void>;

  constructor(private readonly world: FaultWorld) {
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.isOver) {
      const askedAt = performance.now();
      const { status, ms } = await this.world.ask('/readyz');
      this.answers.push({ askedAt, ms, status });
      await sleep(100);
    }
  }
}

/** Begins the trouble and puts it right; the moments (`performance.now`) at which it began and ended. */
async function trouble({ begin, lastsMs }: Trouble, place: Place): Promise<{ begunAt: number; endedAt: number }> {
  await sleep(BEFORE_MS);
  const begunAt = performance.now();
  const putRight = await begin(place);
  await sleep(Math.max(0, lastsMs - (performance.now() - begunAt)));
  await putRight();
  const endedAt = performance.now();
  await sleep(AFTERWARDS_MS);
  return { begunAt, endedAt };
}

async function playTrouble(played: Trouble): Promise<Figure> {
  const place = await newPlace();
  const playIn = async (world: FaultWorld): Promise<Figure> => {
    const cases: Case[] = [];
    let isOver = false;
    const people = async () => {
      const sending: Promise<void>[] = [];
      while (!isOver) {
        const one = new Case(world);
        cases.push(one);
        sending.push(one.forward());
        await sleep(EVENT_EVERY_MS);
      }
      await Promise.all(sending);
    };
    const watch = new ReadinessWatch(world);
    const coming = people();
    const { begunAt, endedAt } = await trouble(played, place).finally(() => {
      isOver = true;
    });
    await Promise.all([coming, watch.stop()]);
    await world.isAtRest();
    const findings = await judge(world, cases);
    const isMeanwhile = (at: number) => at > begunAt + TELLS_WITHIN_MS && at + TELLS_WITHIN_MS < endedAt;
    const meanwhile = watch.answers.filter(({ askedAt }) => isMeanwhile(askedAt));
    const honest = meanwhile.filter(({ status }) => status === 503);
    const slowest = Math.max(...meanwhile.map(({ ms }) => ms));
    const isHonest = honest.length === meanwhile.length && slowest <= TELLS_WITHIN_MS;
    const back = watch.answers.find(({ askedAt, status }) => askedAt > endedAt && status === 200);
    const readyAgain = back ? `${seconds(back.askedAt + back.ms - endedAt)} s after it` : 'never again';
    const arrived = cases.filter((one) => one.hasArrived()).length;
    return {
      fault: `MariaDB ${played.name}`,
      load: `${cases.length} events, one each ${EVENT_EVERY_MS} ms`,
      database: 'MariaDB',
      expected: '0 lost, 0 twice, `/readyz` 503 within 1 s meanwhile',
      seen:
        `${verdictOf(findings)}, ${arrived} taken in the end; \`/readyz\` 503 in ${honest.length} of ` +
        `${meanwhile.length} answers meanwhile, the slowest after ${seconds(slowest)} s; ready ${readyAgain}`,
      isGood: isClean(findings) && arrived === cases.length && isHonest && back !== undefined,
    };
  };
  try {
    return await FaultWorld.with({ dialect: 'mysql', reps: 300, database: place.database }, playIn);
  } finally {
    await place.server.stop();
  }
}

export const DATABASE_FAULTS: Fault = {
  name: 'database',
  plays: ({ dialects }) => (dialects.includes('mysql') ? TROUBLES.map((trouble) => () => playTrouble(trouble)) : []),
};
