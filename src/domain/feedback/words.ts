/** A word typed to the bot (design §3.5). */
export type Word =
  | { word: 'help' }
  | { word: 'mine' }
  | { word: 'todo' }
  | { word: 'overdue' }
  | { word: 'digest' }
  /** `month` is `2026-11`; null where none was named, '' where it is no month. */
  | { word: 'export'; month: string | null }
  | { word: 'show'; id: number }
  | { word: 'search'; words: string };

const PLAIN: Record<string, Exclude<Word['word'], 'show' | 'search' | 'export'>> = {
  帮助: 'help',
  help: 'help',
  我的: 'mine',
  mine: 'mine',
  待办: 'todo',
  todo: 'todo',
  逾期: 'overdue',
  overdue: 'overdue',
  日报: 'digest',
  digest: 'digest',
};

const SHOW = /^(?:#|＃|查\s*#?|FB-)\s*(\d{1,9})$/i;
const EXPORT = /^(?:导出|export)(?:\s+(\S{1,20}))?$/i;
const MONTH = /^(20\d{2})[-./年]?(0?[1-9]|1[0-2])月?$/;
const SEARCH = /^(?:搜索|search)\s+(.{1,100})$/i;

/** Reads a typed word; null where the text is something else: then it is a customer's words. */
export function parseWord(text: string): Word | null {
  const typed = text.trim();
  const plain = PLAIN[typed.toLowerCase()];
  if (plain) return { word: plain };
  const shown = SHOW.exec(typed);
  if (shown) return { word: 'show', id: Number(shown[1]) };
  const exported = EXPORT.exec(typed);
  if (exported) return { word: 'export', month: exported[1] === undefined ? null : readMonth(exported[1]) };
  const search = SEARCH.exec(typed);
  return search ? { word: 'search', words: (search[1] as string).trim() } : null;
}

/** `2026-11`, `2026年11月`, `202611` → `2026-11`; '' for anything else. */
function readMonth(text: string): string {
  const [, year, month] = MONTH.exec(text) ?? [];
  return year && month ? `${year}-${month.padStart(2, '0')}` : '';
}
