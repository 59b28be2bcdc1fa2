/** A rectangle in the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Sides of a target. */
export type Side = 'right' | 'left' | 'below' | 'above';

/** Place of the bubble, in CSS pixels. */
export interface Spot {
  left: number;
  top: number;
  /** Side of the target at which the bubble stands; null if it stands apart. */
  side: Side | null;
  /** Position of the arrow along the bubble's edge. */
  arrow: number;
}

const GAP = 14;
const MARGIN = 8;
const BAR = 48;
const ARROW_MARGIN = 18;
/** The corner below the list of chats, which is short. */
const CORNER_LEFT = 192;

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(value, most));

/** Places a bubble of this size beside its target without covering it; in a corner if there is no room. */
export function placeBubble(
  target: Box | null,
  size: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
): Spot {
  const corner: Spot = { left: CORNER_LEFT, top: room.height - size.height - MARGIN * 2, side: null, arrow: 0 };
  if (!target) return corner;
  const middle = { x: target.left + target.width / 2, y: target.top + Math.min(target.height, room.height) / 2 };
  const top = between(MARGIN, middle.y - size.height / 2, room.height - size.height - MARGIN);
  const left = between(MARGIN, middle.x - size.width / 2, room.width - size.width - MARGIN);
  const arrowY = between(ARROW_MARGIN, middle.y - top, size.height - ARROW_MARGIN);
  const arrowX = between(ARROW_MARGIN, middle.x - left, size.width - ARROW_MARGIN);
  const right = target.left + target.width + GAP;
  const below = target.top + target.height + GAP;
  // A button of the top bar has neighbours at its sides.
  if (target.top < BAR && below + size.height + MARGIN <= room.height) {
    return { left, top: below, side: 'below', arrow: arrowX };
  }
  if (target.left - GAP - size.width >= MARGIN) {
    return { left: target.left - GAP - size.width, top, side: 'left', arrow: arrowY };
  }
  if (right + size.width + MARGIN <= room.width) return { left: right, top, side: 'right', arrow: arrowY };
  if (below + size.height + MARGIN <= room.height) return { left, top: below, side: 'below', arrow: arrowX };
  if (target.top - GAP - size.height >= MARGIN) {
    return { left, top: target.top - GAP - size.height, side: 'above', arrow: arrowX };
  }
  return corner;
}
