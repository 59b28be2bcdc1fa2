/** The part of an unforeseen fault that may be logged: its message might quote texts of people. */
export function faultName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
