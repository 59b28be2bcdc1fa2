/** Random numbers in [0, 1) that are the same for the same seed (mulberry32), so that a run can be played again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The value below which the share `part` of the values lies; NaN if there are none. */
export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** `p50 0.1, p99 1.2, max 1.4 s` from milliseconds. */
export function spread(values: number[], high: 0.95 | 0.99 = 0.99): string {
  const figure = (ms: number) => seconds(ms);
  const most = quantile(values, 1);
  return `p50 ${figure(quantile(values, 0.5))}, p${high * 100} ${figure(quantile(values, high))}, max ${figure(most)} s`;
}

/** Milliseconds as seconds: two digits below ten seconds, none above. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(ms < 10_000 ? 2 : 0);
}
