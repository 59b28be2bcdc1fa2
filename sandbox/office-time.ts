const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MORNING = 9 * HOUR;

/** The next 09:00 strictly after `now` in this time zone, epoch ms. */
export function nextMorning(now: number, timeZone: string): number {
  const wall = now + zoneMs(now, timeZone);
  const today = Math.floor(wall / DAY) * DAY + MORNING;
  const wanted = today > wall ? today : today + DAY;
  // The offset may change until then.
  return wanted - zoneMs(wanted - zoneMs(now, timeZone), timeZone);
}

/** Offset of the time zone from UTC at this moment, in milliseconds. */
function zoneMs(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
