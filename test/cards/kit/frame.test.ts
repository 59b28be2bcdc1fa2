import { expect, test } from '@jest/globals';
import { button } from '../../../cards/kit/button';
import { lines } from '../../../cards/kit/elements';
import { drawn, type FrameFacts, frame, retiredCard } from '../../../cards/kit/frame';
import { plainLines } from '../../../cards/kit/plain-lines';
import { context } from '../samples';

const ctx = context('en-US');

const ORDER: FrameFacts = {
  number: 'PO-7',
  customer: 'Acme',
  subject: 'broken pump, call 13812345678',
  when: 'was due today',
  status: 'Waiting',
  statusColour: 'yellow',
  icon: 'feedback',
  colour: 'blue',
  priority: 'high',
  pressing: 'late',
  isAtRest: false,
};

const draw = (facts: FrameFacts, audience: 'one_person' | 'group', text = 'Call 13812345678') =>
  drawn(facts, { ctx, audience }, (view) => frame(view, lines([view.typed(text)])));

test('the header says what it is about and how much time is left, in the colour that presses most', () => {
  const card = draw(ORDER, 'one_person');
  expect(plainLines(card)).toEqual({
    title: 'Acme · broken pump, call 13812345678',
    lines: ['PO-7 · was due today', 'High · Waiting', 'Call 13812345678'],
  });
  const colourOf = (facts: Partial<FrameFacts>) =>
    (draw({ ...ORDER, ...facts }, 'one_person').header as { template: string }).template;
  expect(colourOf({})).toBe('red');
  expect(colourOf({ pressing: 'soon' })).toBe('orange');
  expect(colourOf({ pressing: null })).toBe('blue');
  expect(colourOf({ pressing: null, priority: 'urgent' })).toBe('red');
  expect(colourOf({ isAtRest: true })).toBe('grey');
});

test('a preview names neither the customer nor a number to call', () => {
  const { summary } = draw(ORDER, 'group').config as { summary: { content: string } };
  expect(summary.content).toBe('PO-7 Waiting: broken pump, call 138 5678');
  expect(plainLines(draw({ ...ORDER, priority: 'urgent' }, 'group')).title).toMatch(/^URGENT: Acme · /);
});

test('a typed text is masked for a group, and cut with a hint to the record', () => {
  expect(plainLines(draw(ORDER, 'group')).lines.at(-1)).toBe('Call 138****5678');
  expect(plainLines(draw(ORDER, 'group', 'x'.repeat(5000))).lines.at(-1)).toContain('PO-7');
});

test('a retired card only refers to the new one, and leads there', () => {
  const way = [button({ cmd: 'order.show', id: 7, word: 'Open', look: 'text' })];
  const { title, lines: said } = plainLines(retiredCard(ORDER, ctx, way));
  expect(title).toContain('broken pump');
  expect(said).toEqual(['PO-7', ctx.texts.card.retired('PO-7'), '[Open]']);
});
