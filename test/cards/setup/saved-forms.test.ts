import { describe, expect, test } from '@jest/globals';
import { setupDepartmentCard } from '../../../cards/setup/department-card';
import { holidayLine } from '../../../cards/setup/holiday-lines';
import { setupYearCard } from '../../../cards/setup/holidays-card';
import { setupCategoriesCard } from '../../../cards/setup/settings-cards';
import type { SetupView } from '../../../cards/setup/setup-frame';
import type { Locale } from '../../../cards/texts/texts';
import { readCategories, readDepartment } from '../../../src/config/setup-forms';
import type { CardJson } from '../../../src/domain/messaging';
import { readHolidayLines } from '../../../src/domain/org/holiday-lines';
import type { OrgSettings } from '../../../src/domain/org/settings';
import { HOLIDAY_YEARS } from '../../domain/holiday-years';
import { nodesIn } from '../card-faults';
import { context, ORG } from '../samples';

const LOCALES: Locale[] = ['zh-CN', 'en-US'];

/** What a field of a form holds at first. */
const initialOf = (card: CardJson, field: string) =>
  String(nodesIn(card).find((node) => node.name === field)?.default_value ?? '');

function viewOf(org = ORG, said: OrgSettings = {}): SetupView {
  return {
    state: { org, file: {}, said, found: {}, gone: new Set(), version: 1 },
    builtInYears: HOLIDAY_YEARS,
    people: [],
    groups: [],
  };
}

describe.each(LOCALES)('a form in %s that is saved as it was opened changes nothing', (locale) => {
  test.each(HOLIDAY_YEARS)('of the holidays of $year', ({ year, holidays }) => {
    const ctx = context(locale);
    const read = readHolidayLines(initialOf(setupYearCard(viewOf(), ctx, year), 'holidays'), year);
    const dates = (all: typeof holidays) => all.map(({ from, to, makeUpDays }) => [from, to, ...makeUpDays]);
    expect(read.ok && dates(read.holidays)).toEqual(dates(holidays));
    // The names are in the card's language; saving them again changes nothing.
    const again = read.ok ? read.holidays.map((holiday) => holidayLine(holiday, year, ctx)).join('\n') : '';
    expect(again).toBe(initialOf(setupYearCard(viewOf(), ctx, year), 'holidays'));
  });

  test('of a New Year that begins in December, and of a holiday without a name', () => {
    const own = [
      { name: '', from: '2026-12-31', to: '2027-01-02', makeUpDays: ['2026-12-26'] },
      { name: 'X', from: '2027-01-30', to: '2027-02-01', makeUpDays: [] },
    ];
    const card = setupYearCard(viewOf(ORG, { holidays: own }), context(locale), 2027);
    expect(readHolidayLines(initialOf(card, 'holidays'), 2027)).toEqual({ ok: true, holidays: own });
  });

  test('of categories, however long their names are', () => {
    const categories = [
      { key: 'quality', name: null },
      { key: 'invoice', name: '票'.repeat(50) },
    ];
    const org = { ...ORG, categories };
    const view = viewOf(org);
    const ctx = context(locale, org);
    const fields = { categories: initialOf(setupCategoriesCard(view, ctx), 'categories') };
    expect(readCategories(view.state, fields, ctx.texts.categories)).toMatchObject({
      ok: true,
      change: { categories },
    });
  });

  test('of keywords that are several words', () => {
    const [first] = ORG.departments;
    const keywords = ['not working', '漏水', 'broken', 'E05'];
    const org = { ...ORG, departments: [{ ...first, key: 'x', keywords }] as typeof ORG.departments };
    const view = viewOf(org);
    const card = setupDepartmentCard(view, context(locale, org), 'x');
    const fields = { name: 'X', keywords: initialOf(card, 'keywords') };
    expect(readDepartment(view.state, 'x', fields)).toMatchObject({ ok: true, change: { department: { keywords } } });
  });
});
