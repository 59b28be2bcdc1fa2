import type { Dialect } from '../databases';

/** One line of the table. */
export interface Figure {
  fault: string;
  load: string;
  database: string;
  expected: string;
  seen: string;
  /** False if something was lost, shown twice, or later than expected; null if it could not be played here. */
  isGood: boolean | null;
}

/** What the command line asks for. */
export interface Order {
  dialects: Dialect[];
  /** Decides every random moment. */
  seed: number;
  /** Number of kills for each database. */
  kills: number;
  log: (words: string) => void;
}

/** A kind of faults that can be played against the built program. */
export interface Fault {
  /** The word for the command line. */
  name: string;
  /** One play for each database and way; each starts what it needs and stops it. */
  plays(order: Order): (() => Promise<Figure | Figure[]>)[];
}

export const NAME_OF: Record<Dialect, string> = { sqlite: 'SQLite', mysql: 'MariaDB' };

/** The figures as a Markdown table. */
export function tableOf(figures: Figure[]): string {
  const rows = figures.map(({ fault, load, database, expected, seen, isGood }) => {
    const verdict = isGood === null ? `not played: ${seen}` : isGood ? seen : `**${seen}**`;
    return `| ${[fault, load, database, expected, verdict].join(' | ')} |`;
  });
  return ['| fault | load | database | expected | seen |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
