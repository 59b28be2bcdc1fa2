import { OPEN_STATUSES, PRIORITIES } from '../../src/domain/feedback/model';
import { subjectIn } from '../../src/domain/feedback/subject';
import { HOUR } from '../../src/domain/time';
import { doubtfulCard, notedCard } from '../desk/asking-cards';
import { type List, listCard } from '../desk/list-card';
import { nearWordCard, unknownNumberCard } from '../desk/near-word-card';
import { caseRow, type ListedCase } from '../feedback/case-line';
import type { ListName } from '../texts/texts';
import { type Entry, type Section, title } from './entry';
import { BEGAN } from './sample-case';
import type { SampleOffice } from './sample-office';
import type { SampleWords } from './sample-words';

const DEPARTMENTS = ['after_sales', 'quality', 'logistics'];

type SampleItem = Omit<ListedCase, 'subject' | 'priority' | 'snippet'>;

function casesOf({ customers }: SampleWords): SampleItem[] {
  return customers.map((customer, at) => {
    const status = OPEN_STATUSES[(at + 2) % OPEN_STATUSES.length] ?? 'handling';
    const holderId =
      status === 'handling' ? 'ou_worker' : status === 'waiting' || status === 'answered' ? 'ou_rep' : null;
    const department = status === 'triage' ? null : (DEPARTMENTS[at % DEPARTMENTS.length] ?? null);
    return { id: 31 - at, customer, department, holderId, status, dueAt: BEGAN + (2 * at - 5) * HOUR };
  });
}

/** A draft with a customer's name, and one with nothing but the customer's text. */
function draftsOf({ customer, words, short }: SampleWords): ListedCase[] {
  const draft = {
    department: null,
    holderId: 'ou_rep',
    status: 'draft' as const,
    dueAt: null,
    priority: 'normal' as const,
  };
  return [
    { ...draft, id: 21, customer, subject: subjectIn(words), snippet: words, forwardedAt: BEGAN },
    { ...draft, id: 23, customer: '', subject: subjectIn(short), snippet: short, forwardedAt: BEGAN + 2 * HOUR },
  ];
}

function lists({ ctx, words }: SampleOffice): Entry[] {
  const subject = subjectIn(words.words, words.customer);
  const cases = casesOf(words).map(
    (item, at): ListedCase => ({ ...item, subject, priority: PRIORITIES[2 - (at % 3)] ?? 'normal', snippet: '' }),
  );
  const whole = (name: ListName, shown: ListedCase[]): List => ({
    list: name,
    words: name === 'search' ? words.searched : '',
    by: 'ou_rep',
    inGroup: false,
    rows: shown.map((item) => caseRow(item, ctx)),
    position: 0,
    ...{ total: shown.length, waiting: name === 'mine' ? 2 : 0, urgent: 1, urges: name !== 'mine' },
    before: null,
    after: null,
  });
  const overdue = cases
    .slice(0, 2)
    .map((item): ListedCase => ({ ...item, act: 'urge', more: ['reassign', 'instruct', 'show'] }));
  const found = cases.map((item) => ({ ...item, snippet: words.words }));
  const extended = cases[1] as ListedCase;
  const middle = { position: 6, total: 23, before: '0.31', after: '0.26' };
  const near = { word: { word: 'todo' as const }, typed: 'daiban', by: 'ou_rep', inGroup: false, takes: 'om_1' };
  const noted = { workflow: 'feedback', recordId: 12, number: 'FB-12', message: 'om_1' };
  return [
    ['list-mine', title('我的', 'Mine'), listCard(whole('mine', cases.slice(0, 6)), ctx)],
    ['list-todo', title('待办', 'To do'), listCard(whole('todo', overdue), ctx)],
    [
      'list-todo-interim',
      title('待办，欠客户一个阶段性答复', 'To do, with an interim reply'),
      listCard(whole('todo', [{ ...extended, owesInterim: true }]), ctx),
    ],
    [
      'list-todo-drafts',
      title('待办，有未提交的草稿', 'To do, with drafts'),
      listCard(whole('todo', [...draftsOf(words), ...overdue]), ctx),
    ],
    ['list-overdue', title('逾期', 'Overdue'), listCard(whole('overdue', overdue), ctx)],
    [
      'list-search',
      title('搜索，中间一页', 'Search, a page in the middle'),
      listCard({ ...whole('search', found.slice(0, 6)), ...middle }, ctx),
    ],
    ['list-empty', title('没有待办', 'Nothing to do'), listCard(whole('todo', []), ctx)],
    ['list-search-empty', title('没有搜到', 'Nothing found'), listCard({ ...whole('search', []), takes: 'om_1' }, ctx)],
    [
      'near-word-doubtful',
      title('是不是反馈', 'Feedback or not'),
      doubtfulCard({ typed: near.typed, takes: 'om_1' }, ctx),
    ],
    ['asking-noted', title('已补充', 'Added'), notedCard(noted, true, ctx)],
    [
      'near-word-unknown-number',
      title('编号不存在', 'An unknown number'),
      unknownNumberCard({ number: 'FB-99', typed: near.typed, takes: 'om_1' }, ctx),
    ],
    ['near-word-direct', title('近似的文字', 'Nearly a word'), nearWordCard(near, ctx)],
    [
      'near-word-group',
      title('近似的文字，在群里', 'Nearly a word, in a group'),
      nearWordCard({ ...near, inGroup: true, takes: null }, ctx),
    ],
  ];
}

export const LIST_SECTION: Section = { group: title('列表', 'Lists'), entries: lists };
