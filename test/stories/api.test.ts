import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { PEOPLE, World } from '../world';

const FEEDBACK = {
  text: '网站表单：窗帘褪色',
  rep: PEOPLE.repLin.id,
  customer: '星河酒店',
  channel: 'web',
  kind: 'complaint',
  category: 'quality',
  department: 'quality',
  priority: 'high',
};

let world: World;
afterEach(() => world.stop());

function call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  return fetch(`http://127.0.0.1:${world.port}${path}`, {
    method,
    headers: { authorization: 'Bearer api-token', 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

const post = (body: object, key: string) => call('POST', '/api/feedback', body, { 'idempotency-key': key });

describe.each(DIALECTS)('feedback from other systems, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('is submitted in the rep’s name, and only once under one key', async () => {
    const answers = await Promise.all([post(FEEDBACK, 'k1'), post(FEEDBACK, 'k1'), post(FEEDBACK, 'k1')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const made = (await answers[0]?.json()) as { id: number };
    expect(made).toMatchObject({ number: `FB-${made.id}`, status: 'assigned', due_at: expect.anything() });
    await world.settle();
    expect(world.group('quality')).toHaveLength(1);
    expect(world.cardIn('quality').text).toContain('窗帘褪色');
    expect(world.people.repLin.card().text).toContain('待接单');
    expect((await post({ ...FEEDBACK, customer: '别人' }, 'k1')).status).toBe(409);
  });

  test('names each field that is wrong; the list pages and filters', async () => {
    const wrong = await post({ ...FEEDBACK, kind: 'praise', customer: '', department: 'nobody' }, 'k2');
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/kind[\s\S]*customer|customer[\s\S]*kind/);
    expect((await post({ ...FEEDBACK, department: 'nobody' }, 'k3')).status).toBe(422);
    await post(FEEDBACK, 'k4');
    const listed = await call(
      'GET',
      `/api/feedback?status=assigned&department=quality&q=${encodeURIComponent('褪色')}`,
    );
    expect(JSON.stringify(await listed.json())).toContain('窗帘褪色');
    const byOldPage = await call('GET', '/api/feedback?department=quality&cursor=1');
    expect(await byOldPage.json()).toMatchObject({ items: [], next_cursor: null });
    expect((await call('GET', '/api/feedback/999')).status).toBe(404);
    expect((await call('GET', '/api/feedback', undefined, { authorization: 'Bearer wrong' })).status).toBe(401);
    await world.settle();
    expect(world.group('quality')).toHaveLength(1);
  });

  test.each(['\u200b', '\u2800', '\u3164', '\u00ad\u200d', '\ufffc', '\ufdd0'])(
    'a text in which a reader would see nothing (%j) is no feedback',
    async (text) => {
      const answer = await post({ ...FEEDBACK, text }, 'blank');
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ errors: [{ pointer: '#/text' }] });
      expect((await call('GET', '/api/feedback/1')).status).toBe(404);
    },
  );

  test('all that is wrong with a request is named at once', async () => {
    const odd = { ...FEEDBACK, kind: 'praise', category: 'nothing', department: 'nobody', rep: 'ou_nobody' };
    const pointersOf = async (answer: Response) => {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
      return ((await answer.json()) as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort();
    };
    const keys = ['#/category', '#/department', '#/kind', '#/rep'];
    expect(await pointersOf(await post(odd, 'k1'))).toEqual(keys);
    const alsoMissing = await post({ ...odd, text: undefined, priority: undefined, colour: 'red' }, 'k2');
    expect(await pointersOf(alsoMissing)).toEqual([...keys, '#/colour', '#/priority', '#/text'].sort());
    const oddRep = await post({ ...odd, rep: '林晓' }, 'k3');
    expect(await pointersOf(oddRep)).toEqual(keys);
    const query = await call('GET', '/api/feedback?status=nowhere&department=nobody&cursor=abc');
    expect(await pointersOf(query)).toEqual(['#/query/cursor', '#/query/department', '#/query/status']);
    for (const cursor of ['0', '-1', '1.5', '1e3', '', '99999999999', 'null']) {
      expect((await call('GET', `/api/feedback?cursor=${cursor}`)).status).toBe(422);
    }
  });

  test('a method that a path does not take is refused as a problem that names what it takes', async () => {
    const answer = await call('DELETE', '/api/feedback');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([405, 'application/problem+json']);
    expect(answer.headers.get('allow')).toMatch(/GET.*POST|POST.*GET/);
    expect(await answer.json()).toMatchObject({ status: 405, title: 'Method Not Allowed' });
  });

  test('a rep whom Feishu does not know is refused; if it cannot be asked, the admins hear the id, once', async () => {
    const unknown = await post({ ...FEEDBACK, rep: 'ou_nobody' }, 'k1');
    expect(await unknown.json()).toMatchObject({
      errors: [{ pointer: '#/rep', detail: expect.stringContaining('open_id') }],
    });
    world.feishu.failNext(/GET \/contact\/v3\/users/, { times: 2, code: 99991672, httpStatus: 400 });
    expect((await post(FEEDBACK, 'k2')).status).toBe(201);
    expect((await post(FEEDBACK, 'k3')).status).toBe(201);
    await world.settle();
    const told = world.people.admin.wall().filter(({ text }) => text.includes(FEEDBACK.rep));
    expect(told).toHaveLength(1);
    expect((await call('GET', '/api/feedback/1')).status).toBe(200);
  });
});
