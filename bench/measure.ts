/** One line of the report: a value and the limit that it is compared with, in the same unit. */
export interface Measurement {
  what: string;
  database: string;
  unit: string;
  value: number;
  limit: number;
  limitIs: string;
  note?: string;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Calls `work` once for each number below `count`, with so many calls side by side; returns calls per second. */
export async function perSecond(
  count: number,
  sideBySide: number,
  work: (i: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < count; i = next++) await work(i);
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: sideBySide }, lane));
  return (count * 1000) / (performance.now() - startedAt);
}

/** The median time of one call in milliseconds, after a tenth as many warm-up calls. */
export async function medianMs(count: number, work: () => unknown): Promise<number> {
  for (let i = 0; i < count / 10; i += 1) await work();
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The report as a Markdown table. */
export function tableOf(measurements: Measurement[]): string {
  const rows = measurements.map(({ what, database, unit, value, limit, limitIs, note = '' }) => [
    what,
    database,
    `${shown(value)} ${unit}`,
    `${shown(limit)} ${unit}`,
    limitIs,
    (value / limit).toPrecision(2),
    note,
  ]);
  const head = ['measured', 'database', 'value', 'limit', 'the limit is', 'value / limit', 'note'];
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] as string).length)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] as number)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
