import type { CardJson } from '../src/domain/messaging';
import { caseLine, type ListedCase } from './case-line';
import type { CardContext } from './context';
import { card, lines } from './elements';
import { oneLine } from './text';
import type { ListName } from './texts';

export interface List {
  list: ListName;
  /** What was searched for. */
  words: string;
  cases: ListedCase[];
  /** There are more than these. */
  more: boolean;
}

/** The answer to 我的, 待办, 逾期 and 搜索: one line a case, newest first. */
export function listCard({ list, words, cases, more }: List, ctx: CardContext): CardJson {
  const { texts } = ctx;
  const title = texts.list.titles[list](oneLine(words, 50));
  return card({
    title,
    colour: 'blue',
    summary: texts.list.titles[list](''),
    elements: lines([
      ...cases.map((item) => caseLine(item, ctx)),
      cases.length === 0 && texts.chat.nothingFound,
      more && texts.list.more,
    ]),
  });
}
