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
    expect((await call('GET', '/api/feedback/999')).status).toBe(404);
    expect((await call('GET', '/api/feedback', undefined, { authorization: 'Bearer wrong' })).status).toBe(401);
    await world.settle();
    expect(world.group('quality')).toHaveLength(1);
  });
});
