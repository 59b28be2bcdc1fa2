import type { ClockView } from '../../page-contract';

/** What the sandbox's clock shows, from what it showed when it was read and how fast it runs. */
export const clockAt = ({ now, rate }: ClockView, readAt: number, realNow: number) =>
  now + Math.max(0, realNow - readAt) * rate;

/** How often the face is drawn: a fast clock more often, real milliseconds. */
export const faceInterval = (rate: number) => (rate > 1 ? 200 : 1000);
