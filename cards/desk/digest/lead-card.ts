import type { LeadDigest } from '../../../src/domain/digest/digest';
import { addedUp, emptyLine, MEASURED_DAYS } from '../../../src/domain/digest/figures';
import type { CardJson } from '../../../src/domain/messaging';
import { card } from '../../kit/card';
import type { CardContext } from '../../kit/context';
import { type Element, hr, lines, ownWords } from '../../kit/elements';
import { departmentName, personName } from '../../kit/names';
import { actRow } from '../../kit/parts/acts';
import {
  change,
  type Drawable,
  dayText,
  headline,
  hoursOf,
  listButton,
  percentOf,
  rowsOf,
  urgentTags,
} from './digest-parts';

/** Longer lists of people are read in the group. */
const MOST_PEOPLE = 6;

/** A lead's morning: what is due in the departments, who carries how much, and how they stand. */
export function leadDigestCard({ digest, rows, readerId }: Drawable<LeadDigest>, ctx: CardContext): CardJson {
  const words = ctx.texts.digest;
  const [title, colour] = headlineOf(digest, ctx);
  const names = ctx.texts.card.list(digest.departments.map((key) => departmentName(key, ctx)));
  const inHand = digest.open === 0 ? words.nothingOpen : words.quietLine(digest.open, digest.due);
  return card({
    title,
    subtitle: words.subtitle(names, dayText(digest.date, ctx)),
    colour,
    icon: 'report',
    tags: urgentTags(digest.urgent, ctx),
    summary: words.summary(title),
    isPrivate: true,
    elements: [
      ...(rows.length === 0 ? lines([inHand]) : rowsOf(rows)),
      ...(digest.more === 0 ? [] : actRow([listButton('due_today', words.others(digest.more, true), readerId)])),
      hr(),
      ...carriedLine(digest, ctx),
      ...latelyLine(digest, ctx),
    ],
  });
}

/** What is due and in hand is the lead's business, and no alarm. */
function headlineOf(digest: LeadDigest, ctx: CardContext): ReturnType<typeof headline> {
  const { due, overdue, unclaimed, urgent } = digest;
  if (due === 0 || overdue + unclaimed + urgent > 0) return headline(digest, ctx);
  return [ctx.texts.digest.titles.due(due), 'blue'];
}

/** `手上　孙悦 4 · 王磊 3 · 没人接 1`. */
function carriedLine({ carries, waiting }: LeadDigest, ctx: CardContext): Element[] {
  const words = ctx.texts.digest;
  const people = carries.slice(0, MOST_PEOPLE).map(({ key, count }) => words.carried(personName(key, ctx), count));
  const all = [...people, ...(waiting > 0 ? [words.carried(words.nobody, waiting)] : [])];
  return all.length === 0 ? [] : lines([words.carries(all.join(' · '))]);
}

function latelyLine({ lines: ofDepartments }: LeadDigest, ctx: CardContext): Element[] {
  const words = ctx.texts.digest;
  const [sum] = addedUp(ofDepartments.map((line) => ({ ...line, department: '' })));
  const { lately, before, rated, satisfied, ...held } = sum ?? emptyLine({ department: '' });
  const percent = percentOf(lately);
  const hours = hoursOf(held);
  const figures = [
    percent === null ? words.noRate : [words.rate(percent), change(percent, percentOf(before), true)].join(' ').trim(),
    hours === null ? '' : words.average(hours),
    rated === 0 ? '' : words.satisfaction(Math.round((100 * satisfied) / rated)),
  ];
  return [ownWords(words.lately(MEASURED_DAYS, figures.filter(Boolean).join(' · ')))];
}
