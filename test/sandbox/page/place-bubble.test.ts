import { expect, test } from '@jest/globals';
import { type Box, placeBubble } from '../../../sandbox/page/tour/place-bubble';

const size = { width: 248, height: 130 };
const room = { width: 1280, height: 800 };

const overlaps = (one: Box, other: Box) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

test.each<[string, Box, string | null]>([
  ['a person in the list', { left: 8, top: 200, width: 167, height: 45 }, 'right'],
  ['the last person in the list', { left: 8, top: 740, width: 167, height: 45 }, 'right'],
  ['a card', { left: 508, top: 100, width: 620, height: 640 }, 'left'],
  ['a button in a card', { left: 521, top: 120, width: 80, height: 32 }, 'left'],
  ['a button of the clock', { left: 407, top: 10, width: 90, height: 28 }, 'below'],
  ['all of the window', { left: 0, top: 0, width: 1280, height: 800 }, null],
])('beside %s, without covering it', (_what, target, side) => {
  const spot = placeBubble(target, size, room);
  const bubble = { left: spot.left, top: spot.top, ...size };
  expect(spot.side).toBe(side);
  expect(bubble.left >= 0 && bubble.top >= 0).toBe(true);
  expect(bubble.left + size.width <= room.width && bubble.top + size.height <= room.height).toBe(true);
  expect(side !== null && overlaps(bubble, target)).toBe(false);
});

test('the arrow stays on the bubble', () => {
  const { arrow } = placeBubble({ left: 8, top: 780, width: 167, height: 20 }, size, room);
  expect(arrow).toBeLessThanOrEqual(size.height);
});

test('without a target it stands apart', () => {
  expect(placeBubble(null, size, room).side).toBeNull();
});
