import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RegisterPage, TakenIn } from '../../src/domain/registers/api';
import { serve, type World } from './world';

const entry = {
  ...{ id: 4, register: 'customers' as const, key: 'C1', name: '恒泰', aliases: ['HT'], learned: ['老恒泰'] },
  ...{
    formerKeys: ['C9'],
    rep: null,
    region: '华东',
    class: 'A',
    contacts: [{ name: '王工', phone: '138', post: '' }],
  },
  ...{ activeFrom: '2019-01-01', activeUntil: null, version: 3 },
};

let world: World;
let put: [register: string, rows: unknown[]][];
let asked: [register: string, query: object][];
let taken: TakenIn;
let page: RegisterPage | null;

beforeEach(async () => {
  put = [];
  asked = [];
  taken = { ok: true, counts: { created: 1, updated: 2, unchanged: 3 } };
  page = { items: [entry], nextCursor: '4' };
  const registers = {
    put: async (register: string, rows: unknown[]) => {
      put.push([register, rows]);
      return taken;
    },
    list: async (register: string, query: object) => {
      asked.push([register, query]);
      return page;
    },
  };
  world = await serve({ api: { feedback: {} as never, registers, tokens: ['secret'] } });
});
afterEach(() => world.server.close(0));

async function call(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
  const given = { authorization: 'Bearer secret', 'content-type': 'application/json', ...headers };
  const response = await fetch(`${world.url}/api/registers/${path}`, {
    method,
    headers: given,
    ...(body === undefined ? {} : { body }),
  });
  const { status, headers: got } = response;
  return { status, type: got.get('content-type'), allow: got.get('allow'), json: await response.json() };
}

describe('PUT /api/registers/:register', () => {
  test('hands on the rows and answers with what they changed', async () => {
    const answer = await call('PUT', 'projects', '[{"key":"a"},7]');
    expect(answer).toMatchObject({ status: 200, json: { created: 1, updated: 2, unchanged: 3 } });
    expect(put).toEqual([['projects', [{ key: 'a' }, 7]]]);
  });

  test.each<[what: string, path: string, body: string, headers: Record<string, string>, status: number]>([
    ['no token', 'customers', '[]', { authorization: '' }, 401],
    ['another register', 'suppliers', '[]', {}, 404],
    ['a name of every object', 'constructor', '[]', {}, 404],
    ['a form', 'customers', 'key=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['half a JSON', 'customers', '[{', {}, 400],
    ['one row', 'customers', '{"key":"a"}', {}, 422],
    ['too many rows', 'customers', JSON.stringify(Array(5001).fill(1)), {}, 422],
    ['too many bytes', 'customers', `[${'"x",'.repeat(300_000)}1]`, {}, 413],
  ])('refuses %s', async (_what, path, body, headers, status) => {
    const answer = await call('PUT', path, body, headers);
    expect(answer).toMatchObject({ status, type: 'application/problem+json', json: { status } });
    expect(put).toEqual([]);
  });

  test('takes five thousand rows of nearly a megabyte', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ({ key: `C${at}`, name: 'x'.repeat(170) }));
    const body = JSON.stringify(rows);
    expect(body.length).toBeGreaterThan(960_000);
    expect((await call('PUT', 'customers', body)).status).toBe(200);
  });

  test('names each fault by row and column', async () => {
    taken = {
      ok: false,
      faults: [
        { row: 0, column: '', fault: 'not_a_row' },
        { row: 3, column: 'a/b', fault: 'unknown_column' },
        { row: 9, column: 'name', fault: 'taken', other: '恒泰' },
      ],
    };
    expect(await call('PUT', 'customers', '[]')).toMatchObject({
      status: 422,
      json: {
        errors: [
          { pointer: '#/0', detail: 'row 1: must be an object' },
          { pointer: '#/3/a~1b', detail: 'row 4: is not known' },
          { pointer: '#/9/name', detail: 'row 10: is a name or key of another entry: 恒泰' },
        ],
      },
    });
  });
});

describe('GET /api/registers/:register', () => {
  test('lists entries as rows', async () => {
    const { status, json } = await call('GET', 'customers?q=%E6%81%92&cursor=3');
    expect([status, asked]).toEqual([200, [['customers', { q: '恒', cursor: '3' }]]]);
    expect(json).toEqual({
      items: [
        {
          ...{ key: 'C1', name: '恒泰', aliases: ['HT'], rep: null, region: '华东', class: 'A' },
          contacts: [{ name: '王工', phone: '138', post: '' }],
          ...{ active_from: '2019-01-01', active_until: null, learned_aliases: ['老恒泰'], former_keys: ['C9'] },
        },
      ],
      next_cursor: '4',
    });
  });

  test.each([
    ['customers?colour=red', '#/query/colour'],
    ['customers?q=a&q=b', '#/query/q'],
  ])('refuses %s', async (path, pointer) => {
    expect(await call('GET', path)).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
  });

  test('refuses a cursor of no page, and other methods', async () => {
    page = null;
    expect(await call('GET', 'customers?cursor=x')).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: '#/query/cursor' }] },
    });
    expect(await call('DELETE', 'customers')).toMatchObject({ status: 405, type: 'application/problem+json' });
  });
});
