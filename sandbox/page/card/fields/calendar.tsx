import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useScope } from '../scope';

const DAY = 86_400_000;
const WEEK = 7;

// The calendar counts days in UTC, in which every day has 24 hours.
const parse = (date: string) => Date.parse(`${date}T00:00:00Z`);
const write = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The same day of another month, or that month's last day. */
function shiftMonth(date: string, months: number): string {
  const at = new Date(parse(date));
  const target = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return write(target.setUTCDate(Math.min(at.getUTCDate(), last)));
}

/** Dates of the weeks that show a month, Monday first. */
function weeksOf(month: string): string[][] {
  const first = parse(`${month}-01`);
  const start = first - ((new Date(first).getUTCDay() + 6) % WEEK) * DAY;
  const weeks = Array.from({ length: 6 }, (_week, week) =>
    Array.from({ length: WEEK }, (_day, day) => write(start + (week * WEEK + day) * DAY)),
  );
  return weeks.filter((week, at) => at < 4 || week.some((date) => date.startsWith(month)));
}

interface CalendarProps {
  date: string;
  today: string;
  onPick: (date: string) => void;
}

/** A month of days to pick. Arrow keys move by day and week, page keys by month. */
export function Calendar({ date, today, onPick }: CalendarProps) {
  const { labels } = useScope();
  const [at, setAt] = useState(date);
  const grid = useRef<HTMLTableElement>(null);
  const month = at.slice(0, 7);
  const isMoved = useRef(false);
  const focus = () => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  // The first focus waits until the popover is shown; later ones come before the next key.
  useEffect(() => focus(), []);
  useLayoutEffect(() => {
    if (isMoved.current) focus();
    isMoved.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const days: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };
    const by = days[event.key];
    const months = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
    if (by === undefined && months === 0) return;
    event.preventDefault();
    isMoved.current = true;
    setAt((from) => (by === undefined ? shiftMonth(from, months) : write(parse(from) + by * DAY)));
  };
  const pick = (day: string) => {
    setAt(day);
    onPick(day);
  };
  return (
    <div class="calendar">
      <div class="calendar-head">
        <button type="button" aria-label={labels.previousMonth} onClick={() => setAt(shiftMonth(at, -1))}>
          ‹
        </button>
        <strong aria-live="polite">{labels.month(Number(month.slice(0, 4)), Number(month.slice(5)))}</strong>
        <button type="button" aria-label={labels.nextMonth} onClick={() => setAt(shiftMonth(at, 1))}>
          ›
        </button>
      </div>
      <table ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {labels.weekdays.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const marks = [day === today && 'today', !day.startsWith(month) && 'other'].filter(Boolean).join(' ');
                return (
                  <td key={day}>
                    <button
                      type="button"
                      class={`calendar-day ${marks}`}
                      aria-label={day}
                      aria-pressed={day === date}
                      aria-current={day === today ? 'date' : undefined}
                      tabIndex={day === at ? 0 : -1}
                      onClick={() => pick(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
