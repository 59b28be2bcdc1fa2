import type { OfficeDigest } from '../../../src/domain/digest/digest';
import type { CardJson } from '../../../src/domain/messaging';
import type { ReminderFigures } from '../../../src/domain/reminder-figures';
import { button } from '../../kit/button';
import { card } from '../../kit/card';
import type { CardContext } from '../../kit/context';
import { type Element, hr, lines, ownWords } from '../../kit/elements';
import { personNames } from '../../kit/names';
import { actRow } from '../../kit/parts/acts';
import { barChart } from '../../kit/parts/chart';
import type { Texts } from '../../texts/texts';
import { URGE_ALL } from '../commands';
import { categoryPanel, departmentPanel } from './comparison';
import { change, type Drawable, dayText, headline, listButton, rowsOf, urgentTags } from './digest-parts';

type Drawn = Drawable<OfficeDigest>;

/** How the reminders of the day before were delivered, for admins. */
export function reminderLines({ due, onTime, givenUp }: ReminderFigures, words: Texts['digest']): string[] {
  return [words.reminders(due, onTime), ...(givenUp > 0 ? [words.givenUp(givenUp)] : [])];
}

/** A manager's morning (日报): what needs the manager, then yesterday, then how things stand. */
export function officeDigestCard(drawn: Drawn, ctx: CardContext): CardJson {
  const { digest } = drawn;
  const words = ctx.texts.digest;
  const [title, colour] = headline(digest, ctx);
  return card({
    title,
    subtitle: words.subtitle('', dayText(digest.date, ctx)),
    colour,
    icon: 'report',
    tags: urgentTags(digest.urgent, ctx),
    summary: words.summary(title),
    isPrivate: true,
    elements: [
      ...(drawn.rows.length === 0 ? quiet(drawn, ctx) : busy(drawn, ctx)),
      ...lines(digest.reminders ? reminderLines(digest.reminders, words) : [], 'quiet'),
    ],
  });
}

/** A day on which nothing needs the manager is told in three lines. */
const quiet = (drawn: Drawn, ctx: CardContext): Element[] => [
  ...lines([ctx.texts.digest.quietLine(drawn.digest.open, drawn.digest.due)]),
  yesterdayLine(drawn.digest, ctx),
  ...toLists(drawn, ctx),
];

const busy = (drawn: Drawn, ctx: CardContext): Element[] => [
  ...needed(drawn, ctx),
  hr(),
  yesterdayLine(drawn.digest, ctx),
  ...chart(drawn.digest, ctx),
  ...departmentPanel(drawn.digest.departments, ctx),
  ...categoryPanel(drawn.digest, ctx),
];

/** What needs the manager, with its acts. */
function needed(drawn: Drawn, ctx: CardContext): Element[] {
  const { digest, rows } = drawn;
  const words = ctx.texts.digest;
  const { isUrgent, isUnclaimed } = digest.first;
  return [
    ...(isUrgent || isUnclaimed ? [ownWords(`**${words.first(isUrgent, isUnclaimed)}**`)] : []),
    ...rowsOf(rows),
    ...actRow([...urgeAll(digest, ctx), ...toLists(drawn, ctx)]),
  ];
}

/** One tap for all that is late; it reaches several people, so the client asks first. */
function urgeAll({ overdue, chased }: OfficeDigest, ctx: CardContext): Element[] {
  const words = ctx.texts.digest;
  if (overdue < 2) return [];
  const confirm = { title: words.urgeAllAsk, text: words.urgeAllWhom(personNames(chased, ctx)) };
  return [button({ cmd: URGE_ALL, id: 0, word: words.urgeAll(overdue), confirm })];
}

function toLists({ digest, rows, readerId }: Drawn, { texts }: CardContext): Element[] {
  if (digest.more === 0) return [];
  return [listButton('due_today', texts.digest.others(digest.more, rows.length > 0), readerId)];
}

function yesterdayLine({ yesterday, weekBefore }: OfficeDigest, { texts }: CardContext): Element {
  const words = texts.digest;
  const { rated, satisfied, information } = yesterday;
  const figures = [
    words.newCases(yesterday.new, change(yesterday.new, weekBefore?.new ?? null, false)),
    words.closedCases(yesterday.closed),
    words.onTime(yesterday.onTime, yesterday.timed),
    rated > 0 ? words.satisfied(satisfied, rated) : '',
    information > 0 ? words.information(information) : '',
  ];
  return ownWords(words.yesterday(figures.filter(Boolean).join(' · ')));
}

function chart({ days }: OfficeDigest, { texts }: CardContext): Element[] {
  const words = texts.digest;
  if (days.every((day) => day.new + day.closed === 0)) return [];
  return [
    ...lines([words.chart(days.length)], 'quiet'),
    barChart({
      places: days.map(({ date }) => date.slice(8)),
      series: [
        { name: words.new, values: days.map((day) => day.new) },
        { name: words.closed, values: days.map((day) => day.closed) },
      ],
    }),
  ];
}
