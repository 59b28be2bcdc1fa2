import type { CardJson } from '../../src/domain/messaging';
import { type LineFault, readHolidayLines } from '../../src/domain/org/holiday-lines';
import { type KnownYear, knownYears, missingFrom } from '../../src/domain/org/holidays';
import { button } from '../kit/button';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines } from '../kit/elements';
import { form, select, textArea } from '../kit/form-elements';
import { oneLine } from '../kit/plain-text';
import { dayText, holidayLine, holidayName } from './holiday-lines';
import { argOf, fieldOf, type SetupView, saving, setupPage } from './setup-frame';

/** How many coming years can be opened although nothing is known of them. */
const YEARS_AHEAD = 2;
const MAX_LINE = 60;

function yearLine({ year, source, isPublished, holidays }: KnownYear, { texts }: CardContext): string {
  const { holidays: words } = texts.setup;
  const makeUpDays = holidays.flatMap((holiday) => holiday.makeUpDays).length;
  const what = isPublished ? words.counts(holidays.length, makeUpDays) : words.statutoryOnly;
  return words.yearLine(String(year), words.sources[source], what);
}

/** The years whose holidays are known, and from which source; the admin opens one of them or a coming one. */
export function setupHolidaysCard({ state, builtInYears }: SetupView, ctx: CardContext, thisYear: number): CardJson {
  const { setup, chooseHere } = ctx.texts;
  const known = knownYears(state, builtInYears);
  const ahead = Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => thisYear + i);
  const years = [...new Set([...known.map(({ year }) => year), ...ahead])].sort((a, b) => b - a);
  const isPublished = (year: number) => known.some((one) => one.year === year && one.isPublished);
  // The notice for the next year comes late in this year.
  const awaited = [thisYear, thisYear + 1].find((year) => !isPublished(year)) ?? known[0]?.year ?? thisYear;
  return setupPage('holidays', ctx, (room): Element[] => {
    const options = years
      .slice(0, room.options)
      .map((year) => ({ value: String(year), text: setup.holidays.year(String(year)) }));
    const field = { ...fieldOf('year', String(awaited), setup, true), placeholder: chooseHere };
    return [
      ...lines(known.slice(0, room.items * 3).map((one) => yearLine(one, ctx))),
      form(select(field, options), { cmd: 'org.year', id: 0, word: setup.open, look: 'primary' }),
      ...lines([ctx.org.sla.calendar === 'wall-clock' && setup.holidays.unused], 'quiet'),
    ];
  });
}

function faultLine({ line, text, fault, what }: LineFault, year: number, ctx: CardContext): string {
  const { holidays: words } = ctx.texts.setup;
  const meant = fault === 'off_and_worked' ? dayText(what, year, ctx) : oneLine(what, MAX_LINE);
  return words.faultLine(line, oneLine(text, MAX_LINE), words.faults[fault](meant));
}

function forgotten({ holidays }: KnownYear, ctx: CardContext): string | false {
  const missing = missingFrom(holidays);
  return (
    missing.length > 0 &&
    ctx.texts.setup.holidays.forgotten(ctx.texts.card.list(missing.map((name) => holidayName(name, ctx))))
  );
}

function lead(known: KnownYear | null): KnownYear['source'] | 'statutory' | 'unknown' {
  if (known === null) return 'unknown';
  return known.isPublished ? known.source : 'statutory';
}

/** One year: its holidays, one a line. `typed` is a text that could not be saved: it stays, with its faults. */
export function setupYearCard(view: SetupView, ctx: CardContext, year: number, typed: string | null = null): CardJson {
  const { holidays: words } = ctx.texts.setup;
  const known = knownYears(view.state, view.builtInYears).find((one) => one.year === year) ?? null;
  const written = (known?.holidays ?? []).map((holiday) => holidayLine(holiday, year, ctx));
  const read = typed === null ? null : readHolidayLines(typed, year);
  const faults = read && !read.ok ? read.faults : [];
  const isFixed = known?.source === 'file';
  // Another admin has saved this year meanwhile: the saved lines stand beside the typed ones.
  const isOvertaken = read?.ok === true && known?.source === 'chat';
  return setupPage(
    'year',
    ctx,
    (room) => [
      ...lines([words.leads[lead(known)]], 'quiet'),
      ...lines([known && known.source !== 'built-in' && forgotten(known, ctx)], 'alarm'),
      ...(isOvertaken ? lines(written) : []),
      ...lines(
        faults.slice(0, room.items).map((fault) => faultLine(fault, year, ctx)),
        'alarm',
      ),
      ...(isFixed ? lines(written.slice(0, room.items * 5)) : entry(view, ctx, year, typed ?? written.join('\n'))),
      ...(known?.source === 'chat' ? [hr(), removal(view, ctx, year)] : []),
    ],
    { back: 'holidays', named: words.yearTitle(String(year)) },
  );
}

function entry(view: SetupView, ctx: CardContext, year: number, written: string): Element[] {
  const { setup } = ctx.texts;
  return [
    form(textArea(fieldOf('holidays', written, setup, true)), saving('save_holidays', view, ctx, String(year))),
    ...lines([setup.holidays.howTo, setup.holidays.fromNowOn], 'quiet'),
  ];
}

function removal(view: SetupView, ctx: CardContext, year: number): Element {
  const { remove, removeConfirm } = ctx.texts.setup.holidays;
  const confirm = removeConfirm[view.builtInYears.some((one) => one.year === year) ? 'builtIn' : 'unknown'];
  const values = { arg: argOf(view, String(year)) };
  return button({ cmd: 'org.remove_holidays', id: 0, word: remove, look: 'danger', confirm, values });
}
