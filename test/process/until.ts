const POLL_MS = 50;

/**
 * Asks again and again, up to `withinMs`, until the answer is neither null nor undefined nor false; returns the answer.
 * Throws with the words of `what` if time runs out.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  withinMs = 30_000,
  what: () => string = () => condition.toString(),
): Promise<Exclude<T, null | false | undefined>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await condition();
    if (answer !== null && answer !== false && answer !== undefined) {
      return answer as Exclude<T, null | false | undefined>;
    }
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
