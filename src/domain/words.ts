import { meansPeriod, readPeriod } from './periods/said-period';
import { RECORD_NUMBER, type RecordWord, recordWord } from './record-words';
import { normalised } from './text/normalised-text';

/** A word typed to the bot (design §3.5). */
export type Word =
  | { word: 'help' }
  | { word: 'mine' }
  | { word: 'todo' }
  | { word: 'overdue' }
  | { word: 'digest' }
  /** `period` as typed, such as `上周`; null if none was typed, '' if the typed period cannot be read. */
  | { word: 'export'; period: string | null }
  /** `number` as typed after `#`: `12` (also for `fb-12`), `capa-2026-001`; null if no number was given. */
  | { word: 'show'; number: string | null }
  /** `words` is empty if nothing was typed after the word. */
  | { word: 'search'; words: string }
  | RecordWord;

export type PlainWord = Exclude<Word['word'], 'show' | 'search' | 'export' | RecordWord['word']>;

/** Every spelling of each word. Any other text may be a customer's message, so no variant is guessed. */
const SPELLINGS: Record<PlainWord, string[]> = {
  help: ['帮助', '幫助', '使用帮助', '使用幫助', 'help'],
  mine: ['我的', '我的反馈', '我的反饋', 'mine', 'my feedback'],
  todo: ['待办', '待辦', '我的待办', '我的待辦', '待办事项', '待辦事項', 'todo', 'to-do', 'to do'],
  overdue: ['逾期', '已逾期', '逾期反馈', '逾期反饋', 'overdue'],
  digest: ['日报', '日報', 'digest'],
};

const PLAIN = new Map(
  Object.entries(SPELLINGS).flatMap(([word, spellings]) => spellings.map((typed) => [typed, word as PlainWord])),
);

const SHOW = /^(?:(?:查|查询|查詢|查看)\s?(?:#|fb-)?|#\s?(?:fb-)?|fb-)\s?(\d+)$/;
/** The number of a record of another kind, such as `#CAPA-2026-001`. */
const SHOW_NUMBER = /^(?:(?:查|查询|查詢|查看)\s?#?|#)\s?([a-z]{1,10}-\d[\p{L}\p{N}-]{0,59})$/u;
const SHOW_WHAT = /^(?:#|查询|查詢|查)$/;
const EXPORT = /^(?:导出|導出|匯出|export)\s?(.*)$/;
const SEARCH = /^(?:搜索|搜尋|search)(?:\s+(.{1,100}))?$/i;

/** Reads a typed word; null if the text is a customer's message. */
export function parseWord(text: string): Word | null {
  const typed = normalised(text);
  if (typed === '') return null;
  const plain = PLAIN.get(typed);
  if (plain) return { word: plain };
  const shown = SHOW.exec(typed) ?? SHOW_NUMBER.exec(typed);
  if (shown?.[1]) return { word: 'show', number: shown[1] };
  if (RECORD_NUMBER.test(typed)) return { word: 'show', number: typed };
  if (SHOW_WHAT.test(typed)) return { word: 'show', number: null };
  const exported = EXPORT.exec(typed)?.[1];
  if (exported !== undefined) return exportOf(exported);
  const record = recordWord(typed);
  if (record) return record;
  // The searched text stays as typed: somebody may look for a question mark.
  const search = SEARCH.exec(text.normalize('NFKC').trim()) ?? SEARCH.exec(typed);
  return search ? { word: 'search', words: (search[1] ?? '').trim() } : null;
}

/** `导出` with what follows it; null if that is a customer's sentence. */
function exportOf(period: string): Word | null {
  if (period === '') return { word: 'export', period: null };
  if (readPeriod(period)) return { word: 'export', period };
  return meansPeriod(period) ? { word: 'export', period: '' } : null;
}

/** The word of each spelling, for suggestions to somebody who mistyped a word. */
export const SPELLED: ReadonlyMap<string, PlainWord> = PLAIN;
