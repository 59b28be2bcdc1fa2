import { expect, test } from '@jest/globals';
import { lines } from '../../../cards/kit/elements';
import { drawn, type FrameFacts, frame, retiredCard } from '../../../cards/kit/frame';
import { plainLines } from '../../../cards/kit/plain-lines';
import { context } from '../samples';

const ctx = context('en-US');

const ORDER: FrameFacts = {
  number: 'PO-7',
  title: 'Order PO-7',
  status: 'Waiting',
  colour: 'yellow',
  priority: 'Urgent',
  isOverdue: true,
  isAtRest: false,
};

const draw = (facts: FrameFacts, audience: 'one_person' | 'group', text = 'Call 13812345678') =>
  drawn(facts, { ctx, audience }, (view) => frame(view, lines([view.typed(text)])));

test('an overdue record has a red frame and red tags, a record at rest has neither', () => {
  const card = draw(ORDER, 'one_person');
  expect(plainLines(card)).toEqual({ title: 'Order PO-7', lines: ['Waiting · Urgent · Overdue', 'Call 13812345678'] });
  expect(card.header).toMatchObject({ template: 'red' });
  const atRest = draw({ ...ORDER, isAtRest: true }, 'one_person');
  expect(plainLines(atRest).lines[0]).toBe('Waiting');
  expect(atRest.header).toMatchObject({ template: 'yellow' });
});

test('a typed text is masked for a group, and cut with a hint to the record', () => {
  expect(plainLines(draw(ORDER, 'group')).lines[1]).toBe('Call 138****5678');
  expect(plainLines(draw(ORDER, 'group', 'x'.repeat(5000))).lines[1]).toContain('PO-7');
});

test('a retired card only refers to the new one', () => {
  const { title, lines: said } = plainLines(retiredCard(ORDER, ctx));
  expect(title).toBe('Order PO-7');
  expect(said).toEqual([ctx.texts.card.retired('PO-7')]);
});
