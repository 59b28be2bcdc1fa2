import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Creation, FeedbackDetail, FeedbackQuery, NewFeedback } from '../../src/domain/feedback/api';
import { serve, type World } from './world';

const DUE = Date.UTC(2026, 10, 24, 1);
const detail: FeedbackDetail = {
  id: 12,
  number: 'FB-12',
  status: 'assigned',
  dueAt: DUE,
  kind: 'complaint',
  channel: 'web',
  category: 'quality',
  department: 'after_sales',
  priority: 'normal',
  subject: '空调漏水',
  customer: '宏达',
  text: '漏水',
  rep: 'ou_rep',
  overdue: false,
  createdAt: DUE - 86_400_000,
  submittedAt: DUE - 86_400_000,
  answer: '',
  answeredAt: null,
  toldCustomer: '',
  satisfaction: null,
  closedAt: null,
};
const body = {
  customer: ' 宏达 ',
  contact: '',
  channel: 'web',
  kind: 'complaint',
  category: 'quality',
  priority: 'normal',
  text: '漏水',
  rep: 'ou_rep',
};

interface Answer {
  errors: { pointer: string }[];
  items: { id: number }[];
  next_cursor: string | null;
}

let world: World;
let created: [NewFeedback, string][];
let asked: FeedbackQuery[];
let creation: Creation;

beforeEach(async () => {
  created = [];
  asked = [];
  creation = { outcome: 'created', feedback: detail };
  const feedback = {
    create: async (input: NewFeedback, key: string) => {
      created.push([input, key]);
      return creation;
    },
    get: async (id: number) => (id === 12 ? detail : null),
    list: async (query: FeedbackQuery) => {
      asked.push(query);
      return { items: [detail], nextCursor: 'c2' };
    },
  };
  world = await serve({ api: { feedback, tokens: ['secret-1', 'secret-2'] } });
});
afterEach(() => world.server.close(0));

async function call(method: string, path: string, more: { headers?: Record<string, string>; body?: string } = {}) {
  const headers = { authorization: 'Bearer secret-2', ...more.headers };
  const response = await fetch(`${world.url}${path}`, { method, ...more, headers });
  const { status, headers: got } = response;
  const json = (await response.json()) as Answer;
  return { status, type: got.get('content-type'), location: got.get('location'), json };
}

const post = (value: unknown, headers: Record<string, string> = {}) =>
  call('POST', '/api/feedback', {
    body: typeof value === 'string' ? value : JSON.stringify(value),
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1', ...headers },
  });

describe('POST /api/feedback', () => {
  test('records a feedback', async () => {
    expect(await post(body)).toMatchObject({
      status: 201,
      location: '/api/feedback/12',
      json: { id: 12, number: 'FB-12', status: 'assigned', due_at: '2026-11-24T01:00:00.000Z' },
    });
    const fields = { customer: '宏达', channel: 'web', kind: 'complaint', category: 'quality', priority: 'normal' };
    expect(created).toEqual([[{ fields, text: '漏水', rep: 'ou_rep' }, 'k-1']]);
  });

  test.each<[string, unknown, Record<string, string>, number]>([
    ['no token', body, { authorization: '' }, 401],
    ['a wrong token', body, { authorization: 'Bearer secret-3' }, 401],
    ['a token of another scheme', body, { authorization: 'Basic secret-2' }, 401],
    ['part of a token', body, { authorization: 'Bearer secret' }, 401],
    ['no idempotency key', body, { 'idempotency-key': '' }, 400],
    ['a form', 'customer=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['half a JSON', '{"customer":', {}, 400],
    ['too much', JSON.stringify({ ...body, text: 'x'.repeat(300_000) }), {}, 413],
    ['a list', [body], {}, 422],
  ])('refuses %s', async (_, value, headers, status) => {
    const answer = await post(value, headers);
    expect(answer).toMatchObject({
      status,
      type: 'application/problem+json',
      json: { status, title: expect.any(String) },
    });
    expect(created).toEqual([]);
  });

  test('points at every wrong field', async () => {
    const answer = await post({ ...body, customer: 7, text: ' \u200b\u3164', rep: 'me', 'a/b': 1 });
    expect(answer).toMatchObject({ status: 422 });
    expect(answer.json.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '#/a~1b',
      '#/customer',
      '#/rep',
      '#/text',
    ]);
  });

  test('passes on the refusals of the rules', async () => {
    creation = { outcome: 'invalid', faults: [{ field: 'kind', fault: 'not_a_choice' }] };
    expect(await post(body)).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: '#/kind', detail: 'not_a_choice' }] },
    });
    creation = { outcome: 'conflict' };
    expect(await post(body)).toMatchObject({ status: 409 });
  });
});

test('GET /api/feedback/:id', async () => {
  const { status, json } = await call('GET', '/api/feedback/12');
  expect(status).toBe(200);
  expect(json).toMatchObject({ id: 12, due_at: '2026-11-24T01:00:00.000Z', told_customer: '', closed_at: null });
  expect(json).not.toHaveProperty('contact');
  for (const id of ['13', '0', 'x', '12abc', '99999999999999999999']) {
    expect((await call('GET', `/api/feedback/${id}`)).status).toBe(404);
  }
});

test('GET /api/feedback', async () => {
  const { status, json } = await call(
    'GET',
    '/api/feedback?status=assigned&department=after_sales&q=%E6%BC%8F&cursor=c1',
  );
  expect([status, json.next_cursor, json.items[0]?.id]).toEqual([200, 'c2', 12]);
  expect(asked).toEqual([{ status: 'assigned', department: 'after_sales', q: '漏', cursor: 'c1' }]);
  const wrong = await call('GET', '/api/feedback?status=a&status=b&colour=red');
  expect([wrong.status, wrong.json.errors.map(({ pointer }) => pointer)]).toEqual([
    422,
    expect.arrayContaining(['#/query/status', '#/query/colour']),
  ]);
});

test('without tokens there is no API', async () => {
  const other = await serve({ api: { feedback: {} as never, tokens: [] } });
  expect((await fetch(`${other.url}/api/feedback`, { headers: { authorization: 'Bearer ' } })).status).toBe(404);
  await other.server.close(0);
});
