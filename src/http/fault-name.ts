/** What a log may say of an unforeseen fault: a message might quote what people wrote. */
export function faultName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
