import { type Holiday, type HolidayYear, yearOf, yearsOf } from '../calendar';
import type { OrgSources } from './settings';

/** A year's holidays as they hold now, and where they come from. */
export interface KnownYear {
  year: number;
  source: 'file' | 'chat' | 'built-in';
  /** False while only the statutory days are known. */
  isPublished: boolean;
  holidays: Holiday[];
}

/** The festivals that every notice names. Holidays of the built-in years have these names. */
export const STATUTORY = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;
export type Statutory = (typeof STATUTORY)[number];

const HEARD: Record<Statutory, RegExp> = {
  元旦: /元旦|(?<!chinese |lunar )new year/i,
  春节: /春节|(?:chinese|lunar) new year|spring festival/i,
  清明节: /清明|qingming|tomb/i,
  劳动节: /劳动|五一|labou?r|may day/i,
  端午节: /端午|dragon/i,
  中秋节: /中秋|mid-?\s*autumn|moon/i,
  国庆节: /国庆|十一|national/i,
};

type Said = Pick<OrgSources, 'file' | 'said'>;

/** The company's own holidays. A year that `org.yaml` names is taken from there alone. */
export function ownHolidays({ file, said }: Said): Holiday[] {
  const named = file.holidays ?? [];
  const years = new Set(named.map(yearOf));
  return [...named, ...(said.holidays ?? []).filter((holiday) => !years.has(yearOf(holiday)))];
}

/** Every year that is known, the latest first. `builtIn` are the years that the program brings along. */
export function knownYears(sources: Said, builtIn: HolidayYear[]): KnownYear[] {
  const inFile = new Set(sources.file.holidays?.map(yearOf));
  const own = yearsOf(ownHolidays(sources)).map(
    ({ year, holidays }): KnownYear => ({
      year,
      source: inFile.has(year) ? 'file' : 'chat',
      isPublished: true,
      holidays,
    }),
  );
  const others = builtIn
    .filter(({ year }) => !own.some((one) => one.year === year))
    .map(
      ({ year, published, holidays }): KnownYear => ({ year, source: 'built-in', isPublished: published, holidays }),
    );
  return [...own, ...others].sort((a, b) => b.year - a.year);
}

/** The festivals that no holiday is named after. The office has probably forgotten them. */
export function missingFrom(holidays: Holiday[]): Statutory[] {
  return STATUTORY.filter((name) => !holidays.some((holiday) => HEARD[name].test(holiday.name)));
}

/** `2027`; null for a text that is not a year of this century. */
export function readYear(text: string): number | null {
  return /^20\d\d$/.test(text) ? Number(text) : null;
}
