const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** How people write each unit, beside its letter. */
const SPELLED: [unit: keyof typeof UNITS, spelled: RegExp][] = [
  ['s', /秒钟?|sec(?:ond)?s?/g],
  ['m', /分钟?|min(?:ute)?s?/g],
  ['h', /个?(?:小时|钟头)|时|h(?:ou)?rs?/g],
  ['d', /[天日]|days?/g],
];
const WHOLE = /^(?:\d{1,5}\s*[smhd]\s*)+$/;

/**
 * Reads `90 分钟`, `2 小时`, `1 天`, `90 min`, `45s`, `12h`, or a sum such as `1h30m`, in milliseconds; null for other
 * texts and for zero.
 */
export function parseDuration(text: string): number | null {
  const folded = text.normalize('NFKC').toLowerCase().trim();
  const short = SPELLED.reduce((rest, [unit, spelled]) => rest.replace(spelled, unit), folded);
  if (!WHOLE.test(short)) return null;
  const parts = short.matchAll(/(\d+)\s*([smhd])/g);
  const sum = [...parts].reduce((ms, [, amount, unit]) => ms + Number(amount) * UNITS[unit as keyof typeof UNITS], 0);
  return sum > 0 ? sum : null;
}

interface UnitLabels {
  day: string;
  hour: string;
  minute: string;
  second: string;
}

/** A duration in its two largest units: `1 天 4 小时`, `3 min 20 s`. */
export function durationText(ms: number, labels: UnitLabels): string {
  let rest = Math.max(0, Math.round(ms / 1000)) * 1000;
  const parts: string[] = [];
  for (const [size, word] of [
    [UNITS.d, labels.day],
    [UNITS.h, labels.hour],
    [UNITS.m, labels.minute],
    [UNITS.s, labels.second],
  ] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}${word}`);
  }
  return parts.slice(0, 2).join(' ') || `0${labels.second}`;
}
