import type { Digest, DigestCase } from '../../src/domain/feedback/digest';
import { OPEN_STATUSES } from '../../src/domain/feedback/model';
import { HOUR } from '../../src/domain/time';
import { digestCard } from '../digest-card';
import { listCard } from '../list-card';
import { type Entry, type Section, title } from './entry';
import { BEGAN } from './sample-case';
import type { SampleOffice } from './sample-office';
import type { SampleWords } from './sample-words';

const DEPARTMENTS = ['after_sales', 'quality', 'logistics'];

function casesOf({ customers }: SampleWords): DigestCase[] {
  return customers.map((customer, at) => {
    const status = OPEN_STATUSES[(at + 2) % OPEN_STATUSES.length] ?? 'handling';
    const holderId =
      status === 'handling' ? 'ou_worker' : status === 'waiting' || status === 'answered' ? 'ou_rep' : null;
    const department = status === 'triage' ? null : (DEPARTMENTS[at % DEPARTMENTS.length] ?? null);
    return { id: 31 - at, customer, department, holderId, status, dueAt: BEGAN + (at - 2) * 3 * HOUR };
  });
}

function digests({ ctx, words }: SampleOffice): Entry[] {
  const cases = casesOf(words);
  const full: Digest = {
    date: '2026-11-24',
    newYesterday: 9,
    closedYesterday: 7,
    onTimeRate: 0.86,
    open: 14,
    dueToday: cases.slice(3),
    overdue: cases.slice(0, 3),
    byDepartment: [...DEPARTMENTS, null].map((department, at) => ({
      department,
      open: 6 - at,
      overdue: at === 0 ? 2 : at === 1 ? 1 : 0,
      closedYesterday: 4 - at,
    })),
  };
  const quiet = {
    newYesterday: 0,
    closedYesterday: 0,
    onTimeRate: null,
    open: 0,
    dueToday: [],
    overdue: [],
    byDepartment: [],
  };
  return [
    ['digest-full', title('日报', 'Digest'), digestCard(full, ctx)],
    ['digest-empty', title('日报，没有反馈', 'Digest, nothing'), digestCard({ ...full, ...quiet }, ctx)],
  ];
}

function lists({ ctx, words }: SampleOffice): Entry[] {
  const cases = casesOf(words);
  const list = (name: 'mine' | 'todo' | 'overdue' | 'search', shown: typeof cases, more = false) =>
    listCard({ list: name, words: name === 'search' ? words.searched : '', cases: shown, more }, ctx);
  return [
    ['list-mine', title('我的', 'Mine'), list('mine', cases)],
    ['list-todo', title('待办', 'To do'), list('todo', cases.slice(0, 2))],
    ['list-overdue', title('逾期', 'Overdue'), list('overdue', cases.slice(0, 3))],
    ['list-search', title('搜索，还有更多', 'Search, with more'), list('search', cases, true)],
    ['list-empty', title('没有结果', 'Nothing found'), list('todo', [])],
  ];
}

export const DIGEST_SECTION: Section = { group: title('日报', 'Digest'), entries: digests };
export const LIST_SECTION: Section = { group: title('列表', 'Lists'), entries: lists };
