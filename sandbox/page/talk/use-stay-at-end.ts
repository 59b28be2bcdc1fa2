import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

const MARGIN = 12;

/** Scrolls to the last entry; to its beginning if it is taller than the list. */
function showLatest(list: HTMLElement): void {
  list.scrollTop = list.scrollHeight;
  const last = list.lastElementChild;
  const hidden = last ? list.getBoundingClientRect().top - last.getBoundingClientRect().top : 0;
  if (hidden > 0) list.scrollTop -= hidden + MARGIN;
}

/** Whether the beginning of the last entry is in view. */
function showsLatest(list: HTMLElement): boolean {
  const last = list.lastElementChild;
  return !last || last.getBoundingClientRect().top < list.getBoundingClientRect().bottom - MARGIN;
}

/**
 * Keeps a list of messages at its latest while one reads there, and after one has written.
 * @param count null until the entries are there
 */
export function useStayAtEnd(list: RefObject<HTMLElement | null>, count: number | null, lastIsMine: boolean) {
  const [isAtEnd, setAtEnd] = useState(true);
  const wasAtEnd = useRef(true);
  const before = useRef<number | null>(null);
  const toLatest = useCallback(() => {
    if (list.current) showLatest(list.current);
    wasAtEnd.current = true;
    setAtEnd(true);
  }, [list]);
  const onScroll = useCallback(() => {
    if (!list.current) return;
    wasAtEnd.current = showsLatest(list.current);
    setAtEnd(wasAtEnd.current);
  }, [list]);
  /** A picture has loaded and takes its space. */
  const onLoad = useCallback(() => {
    if (wasAtEnd.current) toLatest();
  }, [toLatest]);
  useLayoutEffect(() => {
    if (count === null) return;
    const isFirst = before.current === null;
    const isMore = count > (before.current ?? 0);
    before.current = count;
    if (isFirst || (isMore && (wasAtEnd.current || lastIsMine))) toLatest();
    else if (isMore) onScroll();
  }, [count, lastIsMine, toLatest, onScroll]);
  return { isAtEnd, toLatest, onScroll, onLoad };
}
