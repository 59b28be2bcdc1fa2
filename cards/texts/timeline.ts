/** What a line of the timeline may name; everything is printable, and empty where it does not apply. */
export interface TimelineFacts {
  department: string;
  /** What was typed with it. */
  text: string;
  /** Which reminder. */
  rung: string;
}

/** A record's timeline in words. */
export interface TimelineTexts {
  /** Who acts where the clock does. */
  program: string;
  /** What was done, and where the case stood after it (empty where it stayed). */
  line: (deed: string, status: string) => string;
  rungs: Record<string, string>;
  /** By the entry's `what`. */
  deeds: Record<string, (facts: TimelineFacts) => string>;
}
