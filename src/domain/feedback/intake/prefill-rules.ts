import type { Org } from '../../org/org';
import type { Channel, Feedback, Kind, Priority } from '../model';
import { CATEGORY_KEYWORDS } from './category-keywords';
import { channelIn, contactIn, customerIn } from './customer-hints';
import { finderOf, type Hit, occurrences, shown, sum } from './keyword-hits';
import {
  DENIAL,
  DISPLEASURE,
  EXCUSED,
  KIND_ORDER,
  NEWS,
  PRAISE,
  PRIORITY_KEYWORDS,
  QUESTIONS,
  SUGGESTIONS,
} from './prefill-keywords';

/** What the rules fill in on the draft's card; the rep corrects it. */
export interface Guess {
  kind: Kind;
  /** Null if no keyword tells. */
  category: string | null;
  department: string | null;
  priority: Priority;
  channel: Channel | null;
  /** '' if the text does not clearly say. */
  customer: string;
  contact: string;
  guessedFrom: Feedback['guessedFrom'];
}

const LONGEST_DENIAL = 8;

/** The rules read so many characters. */
const MAX_LENGTH = 20_000;

const finders = {
  praise: finderOf(PRAISE),
  displeasure: finderOf(DISPLEASURE),
  questions: finderOf(QUESTIONS),
  suggestions: finderOf(SUGGESTIONS),
  customer: finderOf(NEWS.customer),
  competitor: finderOf(NEWS.competitor),
  market: finderOf(NEWS.market),
  urgent: finderOf([[1, PRIORITY_KEYWORDS.urgent]]),
  high: finderOf([[1, PRIORITY_KEYWORDS.high]]),
};

const categoryFinders = Object.entries(CATEGORY_KEYWORDS).map(([key, { topics, faults }]) => ({
  key,
  topics: finderOf(topics),
  faults: finderOf(faults),
}));

/** Guesses a draft's fields from the customer's text; pure. */
export function guess(text: string, org: Org): Guess {
  const reading = read(text.slice(0, MAX_LENGTH).normalize('NFKC').toLowerCase().slice(0, MAX_LENGTH));
  const kind = guessKind(reading);
  const category = guessCategory(reading, org, kind.value);
  const department = guessDepartment(reading.text, org, category.value);
  const priority = guessPriority(reading.text);
  return {
    kind: kind.value,
    category: category.value,
    department: department.value,
    priority: priority.value,
    channel: channelIn(text),
    customer: customerIn(text),
    contact: contactIn(text),
    guessedFrom: {
      kind: kind.words,
      category: category.words,
      department: department.value !== null && department.words.length === 0 ? category.words : department.words,
      priority: priority.words,
      ...(department.rivals ? { rivals: department.rivals } : {}),
      values: { kind: kind.value, category: category.value, department: department.value, priority: priority.value },
    },
  };
}

interface Choice<T> {
  value: T;
  /** The keywords that decided, the weightiest first. */
  words: string[];
}

/** A text, and the keywords found in it. */
interface Reading {
  /** In lower case, without full-width forms. */
  text: string;
  clauses: Clauses;
  praise: Hit[];
  /** Displeasure and faults. */
  complaints: Hit[];
  /** It names faults that are not there, or asks for what may not be there. */
  isExcused: boolean;
  categories: CategoryHits[];
}

function read(text: string): Reading {
  const categories = categoryFinders.map(({ key, topics, faults }) => ({
    key,
    topics: topics(text),
    faults: faults(text),
  }));
  const found = [...finders.displeasure(text), ...categories.flatMap(({ faults }) => faults)];
  const complaints = found.filter(({ at }) => !DENIAL.test(text.slice(Math.max(0, at - LONGEST_DENIAL), at)));
  const isExcused = complaints.length < found.length || EXCUSED.test(text);
  return { text, clauses: clausesOf(text), praise: finders.praise(text), complaints, isExcused, categories };
}

/**
 * A text without keywords is taken for a complaint; mere praise is taken for a suggestion, a text that only says what is
 * not there for an inquiry.
 */
function guessKind({ text, clauses, praise, complaints, isExcused }: Reading): Choice<Kind> {
  const hits: Record<Kind, Hit[]> = {
    complaint: complaints,
    inquiry: finders.questions(text),
    suggestion: finders.suggestions(text),
    customer: finders.customer(text),
    competitor: finders.competitor(text),
    market: finders.market(text),
  };
  let best: Kind = 'complaint';
  for (const kind of KIND_ORDER) if (sum(hits[kind]) > sum(hits[best])) best = kind;
  const isMostlyPraise = 2 * clauses.holding(praise).size >= clauses.count;
  if (sum(hits[best]) === 0 && isMostlyPraise) return { value: 'suggestion', words: shown(praise) };
  if (sum(hits[best]) === 0 && isExcused) return { value: 'inquiry', words: [] };
  return { value: best, words: shown(hits[best]) };
}

/** The factor for a keyword at this position: below 1 in a clause of praise, above 1 in a clause about a fault. */
type Mood = (at: number) => number;

function moodOf({ clauses, complaints, praise }: Reading): Mood {
  const badClauses = clauses.holding(complaints);
  const goodClauses = clauses.holding(praise);
  return (at) => {
    if (badClauses.has(clauses.at(at))) return 1.3;
    return goodClauses.has(clauses.at(at)) ? 0.3 : 1;
  };
}

interface Clauses {
  count: number;
  /** The number of the clause at a position. */
  at(position: number): number;
  holding(hits: Hit[]): Set<number>;
}

/** A "but" begins a new clause, because the mood often changes after it. */
function clausesOf(text: string): Clauses {
  const clauseAt = new Uint16Array(text.length);
  let from = 0;
  let clause = 0;
  for (const { index } of text.matchAll(/[,。!?;~…\n]|\.(?!\d)|(?<=\p{Script=Han})\s|但是?|不过|只是|就是| but /gu)) {
    clauseAt.fill(clause, from, index);
    from = index;
    clause++;
  }
  clauseAt.fill(clause, from);
  const at = (position: number) => clauseAt[position] ?? clause;
  return { count: clause + 1, at, holding: (hits) => new Set(hits.map((hit) => at(hit.at))) };
}

interface CategoryHits {
  key: string;
  topics: Hit[];
  faults: Hit[];
}

function guessCategory(reading: Reading, org: Org, kind: Kind): Choice<string | null> {
  const mood = moodOf(reading);
  const scores = org.categories.map(({ key, name }) => {
    const builtIn = reading.categories.find((category) => category.key === key);
    const named =
      name === null || name.length < 2 ? [] : occurrences(reading.text, [name]).map((hit) => ({ ...hit, weight: 4 }));
    const weighed = [...(builtIn?.topics ?? []), ...(builtIn?.faults ?? []), ...named].map((hit) => ({
      ...hit,
      weight: hit.weight * mood(hit.at),
    }));
    return { key, hits: weighed, score: sum(weighed) };
  });
  const best = scores.reduce<(typeof scores)[number] | null>(
    (leader, next) => (next.score > (leader?.score ?? 0) ? next : leader),
    null,
  );
  if (best && kind !== 'customer') return { value: best.key, words: shown(best.hits) };
  const isOther = kind === 'inquiry' || kind === 'customer';
  return { value: isOther && org.categories.some(({ key }) => key === 'other') ? 'other' : null, words: [] };
}

/** The department whose keywords weigh most in the text, else the only department of the category. */
function guessDepartment(
  text: string,
  org: Org,
  category: string | null,
): Choice<string | null> & { rivals?: Feedback['guessedFrom']['rivals'] } {
  const scores = org.departments
    .map(({ key, keywords }) => ({ key, hits: occurrences(text, keywords) }))
    .map(({ key, hits }) => ({ key, hits, score: sum(hits) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first && first.score > 0) {
    if (first.score > (second?.score ?? 0)) return { value: first.key, words: shown(first.hits) };
    const best = scores.filter(({ score }) => score === first.score);
    return { value: null, words: [], rivals: best.map(({ key, hits }) => ({ department: key, words: shown(hits) })) };
  }
  const responsible = org.departments.filter(({ categories }) => category !== null && categories.includes(category));
  return { value: responsible.length === 1 ? (responsible[0]?.key ?? null) : null, words: [] };
}

function guessPriority(text: string): Choice<Priority> {
  for (const priority of ['urgent', 'high'] as const) {
    const hits = finders[priority](text);
    if (hits.length > 0) return { value: priority, words: shown(hits) };
  }
  return { value: 'normal', words: [] };
}
