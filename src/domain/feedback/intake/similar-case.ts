import { normalised } from '../../text/normalised-text';
import { DAY } from '../../time';
import { deadlineOf } from '../clock/deadline';
import { holderIdOf } from '../holders';
import { type Feedback, OPEN_STATUSES, type SimilarCase } from '../model';
import { textOf } from '../source-text';
import { subjectOf } from '../subject';

/** A customer who comes back after a longer time means something else. */
export const SIMILAR_WITHIN_MS = 30 * DAY;

/** What customers say whatever their matter is. */
const COMMON = new Set(
  (
    '客户 我们 你们 他们 怎么 什么 没有 还没 一下 今天 昨天 明天 现在 已经 一直 这个 那个 可以 请问 谢谢 麻烦 说是 反映 问题 公司 ' +
    '时候 就是 还是 不是 先生 女士 老板 经理 周末 周一 微信 电话 尽快 处理'
  ).split(' '),
);

/** Less than this of a word tells nothing: `on`, `it`. */
const LATIN_WORDS = /[a-z][a-z0-9-]{3,}/gi;
const HAN_RUNS = /\p{Script=Han}+/gu;

/** The pairs of Han characters and the Latin words of a text that tell its matter; `customer` is no matter. */
function marksIn(text: string, customer: string): Set<string> {
  const said = customer === '' ? text : text.replaceAll(customer, ' ');
  const pairs = (said.match(HAN_RUNS) ?? []).flatMap((run) =>
    Array.from(run).flatMap((point, at, points) => (at === 0 ? [] : [`${points[at - 1]}${point}`])),
  );
  const words = (said.match(LATIN_WORDS) ?? []).map((word) => word.toLowerCase());
  return new Set([...pairs, ...words].filter((mark) => !COMMON.has(mark)));
}

/** `悦家超市` and `悦家超市冯女士` are one customer. */
function isSameCustomer(one: string, other: string): boolean {
  const [a, b] = [normalised(one), normalised(other)];
  return a.length > 1 && b.length > 1 && (a.startsWith(b) || b.startsWith(a));
}

const wordsOf = (feedback: Feedback) => `${feedback.subject}\n${textOf(feedback)}`;

/**
 * The rep's open case which the draft may be about: of the same customer, in like words, the newest first; null if none
 * is. Only a question to the rep follows from it.
 */
export function similarTo(draft: Feedback, others: Feedback[]): SimilarCase | null {
  const marks = marksIn(wordsOf(draft), draft.customer);
  const found = others.find(
    (other) =>
      other.id !== draft.id &&
      other.repId === draft.repId &&
      OPEN_STATUSES.includes(other.status) &&
      isSameCustomer(draft.customer, other.customer) &&
      [...marksIn(wordsOf(other), other.customer)].some((mark) => marks.has(mark)),
  );
  if (!found) return null;
  const { id, customer, priority, department, status } = found;
  const standing = { status, department, holderId: holderIdOf(found), dueAt: deadlineOf(found) };
  return { id, customer, subject: subjectOf(found), priority, ...standing };
}
