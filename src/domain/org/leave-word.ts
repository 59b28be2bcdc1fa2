import { seenAs } from '../fields';
import { dayAt, type LeaveDays, leaveDays, type TypedDay } from './leave-dates';

/** A person as typed: mentioned, or by name. */
export interface TypedPerson {
  name: string;
  isMention: boolean;
  /** Looks like a name. Any other text counts as a name only if somebody is called that. */
  isPlain: boolean;
}

export type LeaveWord =
  /** The word alone, or without a deputy. */
  | { word: 'usage' }
  /** `person` is null for the sender. */
  | { word: 'away'; person: TypedPerson | null; days: LeaveDays; deputy: TypedPerson }
  /** `isSure` is false for the English word, which may be a customer's. */
  | { word: 'back'; person: TypedPerson | null; isSure: boolean };

/** Longer than any such word: the text is a customer's. */
const MAX_LENGTH = 150;

const AWAY = /^(?:(?:请假|請假|休假)[ :]?|away(?: |$))(.*)$/i;
const BACK = /^(?:(销假|銷假) ?|(?:i'm |i am )?back(?: |$))(.*)$/i;
const UNTIL = /(?:至|到|-+|to\b|until\b|till\b)/iy;
const NAME = /[\p{L}][\p{L}\p{M}\p{N}·•.'()&_-]*/uy;
const FILLERS = new Set(['由', '请', '代', '代办', '代理', '代班', 'by', 'deputy']);
/** What people write around a deputy's name without a space. */
const AROUND = /^由?(.+)(?:代办|代理|代班)$/;

const isHan = (text: string) => /^[\p{Script=Han}]+$/u.test(text);
/** `李四`, `欧阳娜娜`, `买买提·吐尔逊`, `Li Na`. */
const PLAIN =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,10}[·•]\p{Script=Han}{1,10}|[\p{Script=Latin}.'-]{2,20}(?: [\p{Script=Latin}.'-]{1,20}){0,2})$/u;

type Token = { day: TypedDay } | { until: true } | { name: string; isMention: boolean };

/**
 * Reads `请假 2026-12-01 2026-12-05 李四` or `销假`; null for any other text, such as a customer's that begins with 请假.
 * `mentioned` are the names behind `@` in the text; `today` is the date on which it was written.
 */
export function readLeaveWord(text: string, mentioned: readonly string[], today: string): LeaveWord | null {
  if (text.length > MAX_LENGTH) return null;
  const typed = plain(text);
  const names = mentioned.map(plain).filter((name) => name !== '');
  const away = AWAY.exec(typed)?.[1];
  if (away !== undefined) return readAway(tokensOf(away, names), today);
  const [, sure, back] = BACK.exec(typed) ?? [];
  if (back === undefined) return null;
  const person = personIn(tokensOf(back, names));
  return person === undefined ? null : { word: 'back', person, isSure: sure !== undefined };
}

/** Without full-width forms, the dashes of different keyboards, and marks at the end. */
function plain(text: string): string {
  const folded = text
    .normalize('NFKC')
    .replace(/[‐-―−~〜～∼]/g, '-')
    .replace(/[\s,，、;；]+/g, ' ');
  return seenAs(folded).replace(/(?<![ 。.!])[ 。.!]+$/, '');
}

/** The pieces of the text; null if one of them is neither a day nor a name. */
function tokensOf(text: string, mentioned: string[]): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const found = tokenAt(text, at, mentioned);
    if (!found) return null;
    tokens.push(found.token);
    at = found.end;
  }
  return tokens.filter((token) => !('name' in token) || token.isMention || !FILLERS.has(token.name.toLowerCase()));
}

function tokenAt(text: string, at: number, mentioned: string[]): { token: Token; end: number } | null {
  if (text[at] === '@') {
    const longest = [...mentioned].sort((a, b) => b.length - a.length);
    const name = longest.find((one) => text.startsWith(one, at + 1));
    if (name !== undefined) return { token: { name, isMention: true }, end: at + 1 + name.length };
  }
  const found = dayAt(text, at);
  if (found) return { token: { day: found.day }, end: found.end };
  const until = matchAt(UNTIL, text, at);
  if (until) return { token: { until: true }, end: at + until.length };
  const start = text[at] === '@' ? at + 1 : at;
  const name = matchAt(NAME, text, start);
  const end = start + (name?.length ?? 0);
  const isWhole = end === text.length || text[end] === ' ';
  return name !== null && isWhole ? { token: { name, isMention: false }, end } : null;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** `[person] day [[until] day] deputy` */
function readAway(tokens: Token[] | null, today: string): LeaveWord | null {
  if (tokens === null) return null;
  const isName = (token: Token) => 'name' in token;
  const begin = tokens.findIndex((token) => !isName(token));
  const end = tokens.findLastIndex((token) => !isName(token)) + 1;
  if (begin < 0) return tokens.length === 0 ? { word: 'usage' } : null;
  const days = daysIn(tokens.slice(begin, end));
  const [person, deputy] = [personIn(tokens.slice(0, begin)), personIn(tokens.slice(end))];
  if (!days || person === undefined || deputy === undefined) return null;
  if (deputy === null) return { word: 'usage' };
  return { word: 'away', person, days: leaveDays(days.first, days.last, today), deputy };
}

function daysIn(tokens: Token[]): { first: TypedDay; last: TypedDay | null } | null {
  const days = tokens.flatMap((token) => ('day' in token ? [token.day] : []));
  const [first, last = null] = days;
  const isInOrder = tokens.every((token, at) => 'day' in token || ('until' in token && at === 1 && days.length === 2));
  return first && days.length <= 2 && isInOrder ? { first, last } : null;
}

/** The one person whom these tokens name; null for nobody, undefined if they are no name. */
function personIn(tokens: Token[] | null): TypedPerson | null | undefined {
  if (tokens === null) return undefined;
  const names = tokens.flatMap((token) => ('name' in token ? [token] : []));
  if (names.length < tokens.length) return undefined;
  const [first] = names;
  if (!first) return null;
  if (names.length > 1 && names.some(({ name, isMention }) => isMention || isHan(name))) return undefined;
  if (first.isMention) return { name: first.name, isMention: true, isPlain: true };
  const typed = names.map(({ name }) => name).join(' ');
  const name = isHan(typed) ? (AROUND.exec(typed)?.[1] ?? typed) : typed;
  return { name, isMention: false, isPlain: PLAIN.test(name) };
}
