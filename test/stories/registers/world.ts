import type { MessageView } from '../../../sandbox/platform';
import type { Dialect } from '../../databases';
import { type Player, World } from '../../world';

/** Calls the API of the bot in this world. */
export function call(world: World, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`http://127.0.0.1:${world.port}${path}`, {
    method,
    headers: { authorization: 'Bearer api-token', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Puts rows into the register of customers. */
export async function putCustomers(world: World, ...rows: object[]): Promise<unknown> {
  return (await call(world, 'PUT', '/api/registers/customers', rows)).json();
}

/** The keys and names of the customers, in their order. */
export async function customersOf(world: World): Promise<Record<string, unknown>[]> {
  const answer = await call(world, 'GET', '/api/registers/customers');
  return ((await answer.json()) as { items: Record<string, unknown>[] }).items;
}

/** Starts a world whose bot reads spreadsheets: a file holds its cells as JSON. */
export function startWorld(dialect: Dialect): Promise<World> {
  const readSheet = async (bytes: Buffer) => {
    try {
      return { ok: true as const, cells: JSON.parse(bytes.toString('utf8')) as string[][] };
    } catch {
      return { ok: false as const, reason: 'not_a_sheet' };
    }
  };
  return World.start({ dialect, readSheet });
}

/** A spreadsheet as the people of this world send it. */
export const sheet = (...cells: string[][]) => ({
  type: 'file' as const,
  name: '客户名单.xlsx',
  bytes: Buffer.from(JSON.stringify(cells)),
});

/** A case that the rep has submitted for a customer; the group's card is returned. */
export async function submits(world: World, rep: Player, words: string, customer: string): Promise<MessageView> {
  const form = { customer, channel: 'wechat', category: 'after_sales', department: 'after_sales' };
  await rep.forwards(words);
  await rep.taps(rep.card(words), '提交', form);
  world.clock.advance(61_000);
  return world.cardIn('afterSales', words);
}
