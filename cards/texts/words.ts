import type { PlainWord } from '../../src/domain/words';

/** The lists a person can ask for (design §3.5). */
export type ListName = 'mine' | 'todo' | 'overdue' | 'search';

/** What answers the words that a person types. */
export interface WordTexts {
  list: {
    titles: Record<ListName, (words: string) => string>;
    empty: Record<ListName, string>;
    total: (count: number) => string;
    part: (count: number, first: number, last: number) => string;
    /** What a case's second line says; everything is printable, and empty where it does not apply. */
    facts: (facts: { status: string; holder: string; due: string }) => string;
    overdueSince: (due: string) => string;
    /** Of a draft, which has no time limit yet. */
    notSubmitted: (forwardedAt: string) => string;
    owesInterim: string;
    view: string;
    viewDraft: string;
    previous: string;
    next: string;
    notYours: string;
    sentToYou: string;
  };

  /** A text that is nearly a word. */
  nearWord: {
    /** The words as they are typed. */
    words: Record<PlainWord | 'search' | 'export', string>;
    got: (typed: string) => string;
    ask: (word: string) => string;
    send: (word: string) => string;
    orFeedback: string;
    take: string;
  };
}
