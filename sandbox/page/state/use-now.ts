import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../../page-contract';
import { clockAt, faceInterval } from '../lib/clock-face';

/** The sandbox's current time in epoch milliseconds, updated as it moves. */
export function useNow(clock: ClockView, readAt: number): number {
  const [, draw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => draw((count) => count + 1), faceInterval(clock.rate));
    return () => clearInterval(timer);
  }, [clock.rate]);
  return clockAt(clock, readAt, Date.now());
}
