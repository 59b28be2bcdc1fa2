import { expect, test } from '@jest/globals';
import { Turns } from '../../src/db/turns';

/** Work that ends when it is told to; `begun` names the pieces in the order of their turns. */
function workshop(turns: Turns) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (name: string, urgency: number) => {
    const work = () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    };
    return turns.take(work, urgency);
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, take, end };
}

test('urgent work goes before work that came earlier', async () => {
  const { begun, take, end } = workshop(new Turns({ places: 1, reserved: 0 }));
  for (const name of ['a', 'b', 'c']) void take(name, 0);
  void take('urgent', 1);
  for (const name of ['a', 'urgent', 'b']) await end(name);
  expect(begun).toEqual(['a', 'urgent', 'b', 'c']);
});

test('an event that arrives while the database works is read and served before the next piece of background work', async () => {
  const turns = new Turns({ places: 1, reserved: 0 });
  const done: string[] = [];
  const inMicrotasks = (name: string) => async () => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
    done.push(name);
  };
  const background = Array.from({ length: 5 }, (_, i) => turns.take(inMicrotasks(`background ${i}`), 0));
  setImmediate(() => void turns.take(inMicrotasks('acknowledgement'), 1));
  await Promise.all(background);
  expect(done.indexOf('acknowledgement')).toBeLessThan(3);
});

test('the reserved places are never taken by background work', async () => {
  const { begun, take } = workshop(new Turns({ places: 3, reserved: 1 }));
  for (const name of ['a', 'b', 'c']) void take(name, 0);
  expect(begun).toEqual(['a', 'b']);
  void take('urgent', 1);
  expect(begun).toEqual(['a', 'b', 'urgent']);
});

test('while much urgent work presses, other work only trickles; then it runs as before', async () => {
  const { begun, take, end } = workshop(new Turns({ places: 8, reserved: 2, trickleMs: 1000 }));
  const pressedAt = performance.now();
  void take('acknowledgements', 64);
  for (const name of ['a', 'b', 'c']) void take(name, 0);
  expect(begun).toEqual(['acknowledgements', 'a']);
  await end('acknowledgements');
  expect(begun).toEqual(['acknowledgements', 'a']);
  while (performance.now() - pressedAt < 110) await new Promise((resolve) => setImmediate(resolve));
  await end('a');
  expect(begun).toEqual(['acknowledgements', 'a', 'b', 'c']);
});

test('a single tap holds nothing up', () => {
  const { begun, take } = workshop(new Turns({ places: 8, reserved: 2, trickleMs: 1000 }));
  void take('tap', 1);
  for (const name of ['a', 'b']) void take(name, 0);
  expect(begun).toEqual(['tap', 'a', 'b']);
});

test.each([
  ['acknowledgements', 'urgent', 1],
  ['pieces of other work', 'background', 0],
])('so many %s wait and no more: what is refused comes again', async (_name, kind, urgency) => {
  const turns = new Turns({ places: 1, reserved: 0 });
  const { take } = workshop(turns);
  for (let i = 0; i <= 5000; i += 1) void take(`${i}`, urgency);
  expect(turns.waiting).toEqual({ urgent: 0, background: 0, [kind]: 5000 });
  await expect(take('one more', urgency)).rejects.toMatchObject({ code: 'database_unreachable' });
});
