import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Box, placeBubble, type Spot } from './place-bubble';

const LOOK_MS = 200;
const LEAST_PX = 8;

interface Pointing {
  spot: Spot | null;
  /** Box for the ring; null if the target is not visible. */
  ring: Box | null;
}

/** Follows the best visible target and places the bubble beside it. */
export function usePointing(bubble: RefObject<HTMLElement | null>, targets: string[], isDocked: boolean): Pointing {
  const [pointing, setPointing] = useState<Pointing>({ spot: null, ring: null });
  const key = targets.join('\n');
  useEffect(() => {
    let shownTo: Element | null = null;
    const look = () => {
      const target = bestOf(key.split('\n').filter(Boolean));
      // Scrolls to a target once; a person who scrolls away wants to read elsewhere.
      if (target && target !== shownTo && !visiblePart(target)) target.scrollIntoView({ block: 'nearest' });
      shownTo = target;
      const shown = target && visiblePart(target);
      const ring = shown && !isCovered(target, shown) ? shown : null;
      const size = bubble.current?.getBoundingClientRect();
      const room = { width: innerWidth, height: innerHeight };
      const spot = isDocked || !size ? null : placeBubble(shown, size, room);
      setPointing((before) => (JSON.stringify(before) === JSON.stringify({ spot, ring }) ? before : { spot, ring }));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    addEventListener('resize', look);
    addEventListener('scroll', look, true);
    return () => {
      clearInterval(timer);
      removeEventListener('resize', look);
      removeEventListener('scroll', look, true);
    };
  }, [key, isDocked, bubble]);
  return pointing;
}

/** The first visible target, else the first that exists. */
function bestOf(selectors: string[]): Element | null {
  const there = selectors
    .flatMap((selector) => [...document.querySelectorAll(selector)])
    .filter((one) => one.getBoundingClientRect().width > 0);
  return there.find((one) => visiblePart(one) !== null) ?? there[0] ?? null;
}

/** Whether something else lies over the element, such as the open clock on a phone. */
function isCovered(element: Element, { left, top, width, height }: Box): boolean {
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return above !== null && !element.contains(above) && !above.contains(element);
}

/** The visible part of an element inside its scrolling list. */
function visiblePart(element: Element): Box | null {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const frame = element.closest('.messages, .people, .chats, .tray')?.getBoundingClientRect();
  const shown = {
    left: Math.max(left, frame?.left ?? 0),
    top: Math.max(top, frame?.top ?? 0),
    right: Math.min(right, frame?.right ?? innerWidth),
    bottom: Math.min(bottom, frame?.bottom ?? innerHeight),
  };
  const [width, height] = [shown.right - shown.left, shown.bottom - shown.top];
  return width < LEAST_PX || height < LEAST_PX ? null : { left: shown.left, top: shown.top, width, height };
}
