import { memoize } from '../memoize';
import { cutToWidth, widthOf } from '../text/width';
import { CATEGORY_KEYWORDS } from './intake/category-keywords';
import { finderOf } from './intake/keyword-hits';
import { DISPLEASURE, NEWS, PRIORITY_KEYWORDS } from './intake/prefill-keywords';
import type { Feedback, Source } from './model';
import { textOf } from './source-text';

/** A subject is read in a title on a phone: so many Chinese characters, or twice as many Latin ones. */
const MAX_WIDTH = 12;
/** A clause shorter than this does not name a thing: the clause before it is joined. */
const MIN_WIDTH = 4;
/** What the matter is stands near the beginning. */
const MAX_READ = 600;

const categories = Object.values(CATEGORY_KEYWORDS);
const findersOf = (lists: Parameters<typeof finderOf>[0][]) => lists.map(finderOf);

/** What tells best what a case is about comes first. */
const RANKS = [
  findersOf([[[1, PRIORITY_KEYWORDS.urgent]]]),
  findersOf(categories.map(({ faults }) => faults)),
  findersOf([DISPLEASURE, ...Object.values(NEWS)]),
  findersOf(categories.map(({ topics }) => topics)),
];

/** Who speaks: `孙老板问：`, `市场消息：`. No digits, so that `14:30` is no label. */
const LABEL = /^[^\s\d:：，,。.!！?？\n]{1,12}[:：]\s*/u;
const GREETING = /^(?:你好|您好|在吗|亲|早上好|上午好|下午好|晚上好|hello|hi|dear \w+)[\s,，!！~。]*/iu;
const OPENING = new RegExp(
  '^(?:请问|请教|咨询一?下|我?想?问一?下|想问|麻烦(?:你们?|您)?|帮忙|客户|顾客|用户|' +
    '反映|反馈|表示|投诉|来电|打电话来?|微信|说是?|问|称|其中|一共|请|那个|这个|' +
    '[昨今前][天晚]|今早|刚[才刚]?|前几天|上(?:个?月|周)|这[几两]天|最近|' +
    '(?:我们?|你们?|您|他们?|咱们?|贵司|贵公司)(?:这边|那边|公司|家里?|厂|店里?)?的?|家里|店里|' +
    '(?:收|买|拿|发|送|寄|订|装|用|换|修|来)(?:到|来|过来|回来)?的|到的|的|' +
    '(?:the|my|our|your|we|i|it|please|hello|hi|is|are|have|has|there)\\b)\\s*',
  'iu',
);
/** A telephone number, an order number: nothing to recognise a matter by, and no title shows contact details. */
const NUMBERS = /(?<!\d)\d(?:[\s()+-]{0,2}\d){6,19}(?!\d)|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,253}/g;
const CLAUSE_ENDS = /[。！？；，,;!?\n、…]+|\.(?=\s|$)|\s{2,}/u;
const LEADING = /^[\s"“”'‘’（(【[「:：-]{1,20}/u;
const TRAILING = /[\s"“”'‘’）)】\]」:：.。-]{1,20}$/u;

function withoutOpening(clause: string, customer: string): string {
  let rest = clause.replace(LABEL, '');
  // Each round takes at least one character away.
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(GREETING, '').replace(OPENING, '').replace(LEADING, '').replace(TRAILING, '');
    if (customer !== '' && rest.startsWith(customer)) rest = rest.slice(customer.length);
  }
  return rest.trim();
}

/** Where the first keyword of these stands in the clause; −1 if it has none. */
function placeOf(finders: ReturnType<typeof finderOf>[], clause: string): number {
  const hits = finders.flatMap((find) => find(clause.toLowerCase()));
  return hits.length === 0 ? -1 : Math.min(...hits.map(({ at }) => at));
}

/** Words of a language with spaces stay whole. */
function cutAfterWord(clause: string): string {
  const cut = cutToWidth(clause, MAX_WIDTH);
  const space = cut.lastIndexOf(' ');
  return space > 0 ? `${cut.slice(0, space)}…` : cut;
}

/** What is wrong must not be cut off: a long clause loses its middle. */
const MAX_FAULT_WIDTH = 6;

function shortened(clause: string, faultAt: number): string {
  if (widthOf(clause) <= MAX_WIDTH) return clause;
  if (!/\p{Script=Han}/u.test(clause)) return cutAfterWord(clause);
  const head = clause.slice(0, faultAt);
  if (faultAt <= 0 || widthOf(head) < MAX_WIDTH - 2) return cutToWidth(clause, MAX_WIDTH);
  const fault = cutToWidth(clause.slice(faultAt), MAX_FAULT_WIDTH);
  return `${cutToWidth(head, MAX_WIDTH - widthOf(fault))}${fault}`;
}

/**
 * The first clause of a text that names a thing and what is wrong with it, in a few words; without one the first clause
 * that says anything; empty for an empty text. `customer` is left out, since it stands beside the subject.
 */
export function subjectIn(text: string, customer = ''): string {
  const clauses = text
    .slice(0, MAX_READ)
    .replace(NUMBERS, ' ')
    .split(CLAUSE_ENDS)
    .map((clause) => withoutOpening(clause, customer))
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  for (const finders of RANKS) {
    const at = clauses.findIndex((clause) => placeOf(finders, clause) >= 0);
    if (at < 0) continue;
    const clause = clauses[at] ?? '';
    const thing = clauses[at - 1] ?? '';
    const whole = widthOf(clause) < MIN_WIDTH && thing !== '' ? `${thing} ${clause}` : clause;
    return shortened(whole, placeOf(finders, whole));
  }
  return cutToWidth(clauses[0] ?? '', MAX_WIDTH);
}

const subjects = memoize((sources: Source[]) => {
  const known = new Map<string, string>();
  return (customer: string): string => {
    const subject = known.get(customer) ?? subjectIn(textOf({ sources }), customer);
    known.set(customer, subject);
    return subject;
  };
});

/**
 * What a case is about (事由): as the rep wrote it, else made from the customer's words as they stand now, so that words
 * which were recalled leave the subject. Empty if there are no words, as with a bare picture.
 */
export function subjectOf({ subject, sources, customer }: Pick<Feedback, 'subject' | 'sources' | 'customer'>): string {
  return subject || subjects(sources)(customer);
}

/** A title has no room for more; longer than any subject made by rule. */
const MAX_WRITTEN = 60;

/** What the rep wrote as the subject, to be stored: empty if it is what the rules make of the words anyway. */
export function writtenSubject(feedback: Parameters<typeof subjectOf>[0], written: string): string {
  const line = [...written.replace(/\s+/g, ' ').trim()].slice(0, MAX_WRITTEN).join('');
  return line === subjectOf({ ...feedback, subject: '' }) ? '' : line;
}
