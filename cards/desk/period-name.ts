import type { Period } from '../../src/domain/periods/period';
import type { Texts } from '../texts/texts';

/** A period as a file's name and a sentence show it: `2026-11`, `2026 年第三季度`. */
export function periodName({ unit, first, last }: Period, { periods }: Texts['sheet']): string {
  const year = first.slice(0, 4);
  const month = Number(first.slice(5, 7));
  switch (unit) {
    case 'year':
      return periods.year(year);
    case 'half':
      return periods.half(year, Math.ceil(month / 6));
    case 'quarter':
      return periods.quarter(year, Math.ceil(month / 3));
    case 'week':
      return periods.week(first, last);
    case 'month':
      return first.slice(0, 7);
    case 'day':
      return first;
  }
}
