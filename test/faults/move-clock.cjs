// Loaded into the bot with `--require`: moves its wall clock by the milliseconds in the file that MOVED_CLOCK names.
// Monotonic time stays as it is, as when a person or NTP sets the clock.
const { readFileSync } = require('node:fs');

const file = process.env.MOVED_CLOCK;
const LOOK_EVERY_MS = 20;

const RealDate = Date;
const realNow = Date.now;
let offsetMs = 0;
let lookedAt = Number.NEGATIVE_INFINITY;

function movedNow() {
  // By monotonic time, so that a process that slept sees the new time at once.
  if (performance.now() - lookedAt > LOOK_EVERY_MS) {
    lookedAt = performance.now();
    offsetMs = Number(readFileSync(file, 'utf8'));
  }
  return realNow() + offsetMs;
}

RealDate.now = movedNow;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [movedNow()] : args, newTarget),
  apply: () => new RealDate(movedNow()).toString(),
});
