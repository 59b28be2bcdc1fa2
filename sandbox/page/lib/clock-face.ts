import type { ClockView } from '../../page-contract';

/** The sandbox's time now, from its time when it was read and its rate. */
export const clockAt = ({ now, rate }: ClockView, readAt: number, realNow: number) =>
  now + Math.max(0, realNow - readAt) * rate;

/** Real milliseconds between two drawings of the clock; shorter for a fast clock. */
export const faceInterval = (rate: number) => (rate > 1 ? 200 : 1000);
