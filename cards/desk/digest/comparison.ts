import type { OfficeDigest } from '../../../src/domain/digest/digest';
import { type DepartmentLine, MEASURED_DAYS } from '../../../src/domain/digest/figures';
import { cutToWidth } from '../../../src/domain/text/width';
import type { CardContext } from '../../kit/context';
import { type Element, lines, panel } from '../../kit/elements';
import { mask } from '../../kit/mask';
import { categoryName, departmentName } from '../../kit/names';
import { bars, figureColumns } from '../../kit/parts/figure-columns';
import { oneLine } from '../../kit/plain-text';
import { hoursOf, percentOf } from './digest-parts';

/** More departments than this are read in the export. */
const MOST_DEPARTMENTS = 10;
/** A name is one line of a narrow column, in Chinese characters. */
const NAME_WIDTH = 7;
const MAX_CUSTOMER = 12;

const nameIn = (line: DepartmentLine, ctx: CardContext): string =>
  cutToWidth(line.ofReps ? ctx.texts.digest.reps : departmentName(line.department, ctx), NAME_WIDTH);

/** `81% ↓`: the share of what was closed in time, and whether it was higher in as many days before. */
function rateOf({ lately, before }: DepartmentLine, { texts }: CardContext): string {
  const [now, earlier] = [percentOf(lately), percentOf(before)];
  if (now === null) return texts.digest.none;
  const arrow = earlier === null || earlier === now ? '' : now > earlier ? ' ↑' : ' ↓';
  return `${now}%${arrow}`;
}

/** The departments side by side, folded. */
export function departmentPanel(departments: DepartmentLine[], ctx: CardContext): Element[] {
  if (departments.length === 0) return [];
  const words = ctx.texts.digest;
  const shown = departments.slice(0, MOST_DEPARTMENTS);
  const hours = shown.map((line) => hoursOf(line));
  return panel(words.departments(MEASURED_DAYS), [
    figureColumns([
      { weight: 5, align: 'left', cells: [words.columns.department, ...shown.map((line) => nameIn(line, ctx))] },
      { weight: 2, align: 'right', cells: [words.columns.open, ...shown.map(({ open }) => String(open))] },
      { weight: 2, align: 'right', cells: [words.columns.overdue, ...shown.map(({ overdue }) => String(overdue))] },
      { weight: 3, align: 'right', cells: [words.columns.onTime, ...shown.map((line) => rateOf(line, ctx))] },
      {
        weight: 4,
        align: 'right',
        cells: [words.columns.hours, ...hours.map((one) => (one === null ? words.none : words.hours(one)))],
      },
    ]),
    ...lines([departments.length > shown.length && words.moreDepartments(departments.length - shown.length)], 'quiet'),
  ]);
}

/** What the week's cases were about, who came most often, and what had to be done again, folded. */
export function categoryPanel(
  { categories, customers, reopened, extended }: OfficeDigest,
  ctx: CardContext,
): Element[] {
  const words = ctx.texts.digest;
  const often = customers.map(({ key, count }) => words.tally(oneLine(mask(key), MAX_CUSTOMER), count));
  return panel(words.categories, [
    ...(categories.length === 0
      ? []
      : [
          figureColumns([
            {
              weight: 3,
              align: 'left',
              cells: categories.map(({ key }) => cutToWidth(categoryName(key, ctx), NAME_WIDTH)),
            },
            { weight: 5, align: 'left', colour: 'blue', cells: bars(categories.map(({ count }) => count)) },
            { weight: 1, align: 'right', cells: categories.map(({ count }) => String(count)) },
          ]),
        ]),
    ...lines([
      often.length > 0 && words.often(ctx.texts.card.list(often)),
      reopened + extended > 0 && words.again(reopened, extended),
    ]),
  ]);
}
