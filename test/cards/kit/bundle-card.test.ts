import { expect, test } from '@jest/globals';
import { bundleLine } from '../../../cards/feedback/messages/bundle-line';
import { type BundleLine, bundleCard } from '../../../cards/kit/bundle-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import { HOUR } from '../../../src/domain/time';
import { context, feedback, T0 } from '../samples';

const ctx = context('zh-CN');

/** A line of another workflow. */
const ORDER: BundleLine = {
  head: 'PO-7 Steel',
  why: 'Please approve.',
  facts: 'Waiting for approval',
  acts: [],
  dueAt: T0,
  isSettled: false,
  isReadersTurn: true,
  isLate: true,
};

const caseLine = (isSettled: boolean) =>
  bundleLine({ feedback: feedback('handling'), name: 'reminder', params: { rung: 'before' }, isSettled }, ctx);

test('a bundle holds records of several workflows, the earliest deadline first', () => {
  const card = bundleCard({ type: 'person', id: 'ou_worker' }, [caseLine(false), ORDER], ctx);
  const { title, lines } = plainLines(card);
  expect(title).toBe(ctx.texts.clock.bundleForHolder(2));
  expect(lines.slice(0, 4)).toEqual(['PO-7 Steel', 'Please approve.', 'Waiting for approval', 'FB-12 Acme']);
  expect(card.header).toMatchObject({ template: 'red' });
});

test('settled records stay listed but do not count', () => {
  const later = { ...ORDER, dueAt: T0 + 48 * HOUR, isSettled: true };
  const card = bundleCard({ type: 'chat', id: 'oc_a' }, [later, caseLine(false)], ctx);
  const { title, lines } = plainLines(card);
  expect(title).toBe(ctx.texts.clock.bundleForGroup(1));
  expect(lines).toContain('PO-7 Steel');
  expect(card.header).toMatchObject({ template: 'orange' });
  expect(bundleCard({ type: 'chat', id: 'oc_a' }, [later], ctx).header).toMatchObject({ template: 'grey' });
});
