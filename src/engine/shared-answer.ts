/**
 * Gives many askers one answer: it is computed once at a time, and kept for `keptMs`. Failures are not kept. `uptime` is
 * a clock in milliseconds that never steps back.
 */
export function sharedAnswer<T>(compute: () => Promise<T>, keptMs: number, uptime: () => number): () => Promise<T> {
  let answer: Promise<T> | null = null;
  let keptUntil = Number.POSITIVE_INFINITY;
  return () => {
    if (answer !== null && uptime() < keptUntil) return answer;
    const computing = compute();
    answer = computing;
    keptUntil = Number.POSITIVE_INFINITY;
    computing.then(
      () => {
        keptUntil = uptime() + keptMs;
      },
      () => {
        answer = null;
      },
    );
    return computing;
  };
}
