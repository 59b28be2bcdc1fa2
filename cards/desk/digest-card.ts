import type { Digest } from '../../src/domain/digest';
import type { CardJson } from '../../src/domain/messaging';
import type { ReminderFigures } from '../../src/domain/reminder-figures';
import { card } from '../kit/card';
import { fitted, type Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { columns, type Element, lines, plain, section, table } from '../kit/elements';
import { departmentName } from '../kit/names';
import type { Texts } from '../texts/texts';

function figure(label: string, value: string): Element[] {
  return [
    { tag: 'div', text: plain(label, 'quiet') },
    { tag: 'div', text: plain(value, 'heading') },
  ];
}

const percent = (rate: number | null): string => (rate === null ? '–' : `${Math.round(rate * 100)}%`);

function recordList(title: string, records: string[], ctx: CardContext, room: Room): Element[] {
  const shown = records.slice(0, room.items * 2);
  const hidden = records.length - shown.length;
  return section(
    ctx.texts.digest.counted(title, records.length),
    lines([...shown, hidden > 0 && ctx.texts.card.more(hidden)]),
  );
}

type Listed = Digest['overdue'][number];

function departmentTable({ byDepartment }: Digest, ctx: CardContext, room: Room): Element[] {
  const words = ctx.texts.digest;
  if (byDepartment.length === 0) return [];
  const heads = [
    { name: 'department', title: words.department, type: 'text' as const },
    { name: 'open', title: words.open, type: 'number' as const },
    { name: 'overdue', title: words.overdue, type: 'number' as const },
    { name: 'closed', title: words.closedYesterday, type: 'number' as const },
  ];
  const rows = byDepartment.slice(0, room.options).map(({ department, open, overdue, closedYesterday }) => ({
    department: departmentName(department, ctx),
    open,
    overdue,
    closed: closedYesterday,
  }));
  return section(words.byDepartment, [table(heads, rows)]);
}

/** How the reminders of the day before were delivered, for admins. */
export function reminderLines({ due, onTime, givenUp }: ReminderFigures, words: Texts['digest']): string[] {
  return [words.reminders(due, onTime), ...(givenUp > 0 ? [words.givenUp(givenUp)] : [])];
}

/** The morning's summary for a manager (日报); `lineOf` writes a record in one line. */
export function digestCard(digest: Digest, lineOf: (record: Listed) => string, ctx: CardContext): CardJson {
  const words = ctx.texts.digest;
  const [overdue, dueToday] = [digest.overdue.map(lineOf), digest.dueToday.map(lineOf)];
  const isNothingDue = digest.overdue.length + digest.dueToday.length === 0;
  return fitted((room) =>
    card({
      title: words.title(digest.date),
      colour: digest.overdue.length > 0 ? 'red' : 'blue',
      summary: words.summary(digest.date),
      elements: [
        columns(
          [
            figure(words.newYesterday, String(digest.newYesterday)),
            figure(words.closedYesterday, String(digest.closedYesterday)),
            figure(words.onTimeRate, percent(digest.onTimeRate)),
            figure(words.open, String(digest.open)),
          ],
          'bottom',
        ),
        ...lines([isNothingDue && words.nothingDue]),
        ...recordList(words.overdueCases, overdue, ctx, room),
        ...recordList(words.dueToday, dueToday, ctx, room),
        ...departmentTable(digest, ctx, room),
        ...lines(digest.reminders ? reminderLines(digest.reminders, words) : []),
      ],
    }),
  );
}
