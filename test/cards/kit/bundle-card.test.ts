import { expect, test } from '@jest/globals';
import { bundleLine } from '../../../cards/feedback/messages/bundle-line';
import { type BundleLine, bundleCard } from '../../../cards/kit/bundle-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import type { Feedback, Status } from '../../../src/domain/feedback/model';
import type { JsonObject, Recipient } from '../../../src/domain/messaging';
import type { Org } from '../../../src/domain/org/org';
import { HOUR } from '../../../src/domain/time';
import { nodesIn } from '../card-faults';
import { context, feedback, ORG, T0 } from '../samples';

const LED: Org = { ...ORG, departments: ORG.departments.map((one) => ({ ...one, lead: 'ou_lead' })) };
const ctx = { ...context('zh-CN', LED), now: T0 + 27 * HOUR };
const { clock } = ctx.texts;

const WORKER: Recipient = { type: 'person', id: 'ou_worker' };
const BOSS: Recipient = { type: 'person', id: 'ou_boss' };
const GROUP: Recipient = { type: 'chat', id: 'oc_a' };

/** A line of another workflow. */
const ORDER: BundleLine = {
  head: 'Steel',
  facts: 'PO-7 Waiting for approval',
  note: 'Please approve.',
  isPressing: false,
  acts: [],
  dueAt: T0,
  isSettled: false,
  isReadersTurn: true,
  isUrgent: false,
  mention: null,
  together: null,
};

interface Sample {
  to: Recipient;
  id: number;
  status?: Status;
  name?: string;
  params?: JsonObject;
  more?: Partial<Feedback>;
  isSettled?: boolean;
}

function line({ to, id, status = 'handling', name = 'reminder', params = {}, more = {}, isSettled = false }: Sample) {
  const record = feedback(status, { id, customer: `C${id}`, ...more });
  return bundleLine({ feedback: record, name, params: { rung: 'due', ...params }, to, isSettled }, ctx);
}

const said = (to: Recipient, lines: BundleLine[]) => {
  const card = bundleCard(to, lines, ctx);
  return { ...plainLines(card), card };
};
const customers = (lines: string[]) => lines.flatMap((one) => /(?:^|】)(C\d+) · /.exec(one)?.[1] ?? []);

test('rows stand in the order in which they press: the reader first, then urgent, then overdue longest', () => {
  const due = (id: number, hours: number) => line({ to: WORKER, id, more: { dueAt: T0 + hours * HOUR } });
  const urgent = line({ to: WORKER, id: 4, more: { priority: 'urgent', dueAt: T0 + 40 * HOUR } });
  const told = line({ to: WORKER, id: 5, name: 'unclaimed_rep', status: 'assigned', more: { dueAt: T0 } });
  const { title, lines } = said(WORKER, [told, due(1, 30), due(2, 20), urgent, ORDER]);
  expect(title).toBe(clock.bundleForHolder(5));
  expect(customers(lines)).toEqual(['C4', 'C2', 'C1', 'C5']);
  expect(lines.indexOf('Steel')).toBeLessThan(lines.findIndex((one) => one.startsWith('C2')));
});

test('six rows, then how many more; the rows carry their acts, and one tap answers for all', () => {
  const { lines, card } = said(
    WORKER,
    Array.from({ length: 8 }, (_, i) => line({ to: WORKER, id: i + 1, more: { dueAt: T0 + (20 + i) * HOUR } })),
  );
  expect(customers(lines)).toHaveLength(6);
  expect(lines).toContain(clock.bundleMore(2));
  const commands = nodesIn(card).flatMap(({ behaviors }) => behaviors?.map(({ value }) => value.cmd) ?? []);
  expect(commands.filter((cmd) => cmd === 'feedback.ask')).toHaveLength(6);
  expect(commands.at(-1)).toBe('feedback.still_working_all');
});

test('a superior urges per row or all at once, and may hear no more today', () => {
  const late = [1, 2].map((id) => line({ to: BOSS, id, name: 'escalation', more: { dueAt: T0 + 24 * HOUR } }));
  const { title, lines, card } = said(BOSS, late);
  expect(title).toBe('2 件超时，最久的超 3 小时');
  expect(lines.at(-1)).toBe('[催办] [改派] [批示] [查看] [2 件一起催] [今天不再提醒]');
  expect(card.header).toMatchObject({ template: 'red' });
});

test('a group claims per row, and its lead alone is mentioned', () => {
  const rows = [1, 2].map((id) => line({ to: GROUP, id, status: 'assigned', more: { dueAt: T0 + 30 * HOUR } }));
  const { lines, card } = said(GROUP, rows);
  expect(lines.at(-1)).toBe('[接单]');
  expect(
    nodesIn(card)
      .filter(({ tag }) => tag === 'markdown')
      .map(({ content }) => content),
  ).toEqual([`<at id=ou_lead></at> ${clock.bundleAsk}`]);
});

test('settled records stay listed but do not count, and have no act', () => {
  const done = line({ to: GROUP, id: 3, status: 'assigned', isSettled: true });
  const open = line({ to: GROUP, id: 4, status: 'assigned', more: { dueAt: T0 + 30 * HOUR } });
  const { title, lines, card } = said(GROUP, [done, open]);
  expect(title).toBe(clock.bundleForGroup(1));
  expect(customers(lines)).toEqual(['C4', 'C3']);
  expect(card.header).toMatchObject({ template: 'orange' });
  expect(said(GROUP, [done]).card.header).toMatchObject({ template: 'grey' });
});
