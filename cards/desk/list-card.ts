import type { CardJson, JsonObject } from '../../src/domain/messaging';
import { button, buttonRow } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines } from '../kit/elements';
import { type ListRow, listRow } from '../kit/list-row';
import { mask } from '../kit/mask';
import { cut, oneLine } from '../kit/plain-text';
import type { ListName } from '../texts/texts';
import { TURN_LIST } from './commands';
import { takeButton } from './near-word-card';

const MAX_WORDS = 50;
/** Longer than any search. */
const MAX_CARRIED = 100;

/** One page of the answer to 我的, 待办, 逾期 or 搜索. */
export interface List {
  list: ListName;
  /** The words that were searched for; empty for the other lists. */
  words: string;
  /** The person who asked: only that person may turn the pages. */
  by: string;
  inGroup: boolean;
  rows: ListRow[];
  /** How many records stand before this page, and how many there are. */
  position: number;
  total: number;
  /** Where the pages before and after begin; null if there is none. */
  before: string | null;
  after: string | null;
  /** The typed message, if it may be a customer's after all. */
  takes?: string;
}

/** A page of a list: each record in a few lines with a button that opens it, and buttons to the other pages. */
export function listCard(page: List, ctx: CardContext): CardJson {
  const { list, words, rows, total } = page;
  const { texts } = ctx;
  // A person may search for a phone number in a group: the card does not repeat it.
  const sought = page.inGroup ? mask(words) : words;
  return card({
    title: texts.list.titles[list](oneLine(sought, MAX_WORDS)),
    colour: list === 'overdue' && total > 0 ? 'red' : 'blue',
    summary: texts.list.titles[list](''),
    elements: [
      ...lines([head(page, ctx)], 'quiet'),
      ...rows.flatMap((one, at) => (at === 0 ? [listRow(one)] : [hr(), listRow(one)])),
      ...turning(page, ctx),
      ...(page.takes === undefined ? [] : [...lines([texts.nearWord.orFeedback]), takeButton(page.takes, ctx)]),
    ],
  });
}

function head({ list, rows, position, total }: List, { texts }: CardContext): string {
  if (total === 0) return texts.list.empty[list];
  if (rows.length === total) return texts.list.total(total);
  return texts.list.part(total, position + 1, position + rows.length);
}

function turning({ list, words, by, inGroup, before, after }: List, { texts }: CardContext): Element[] {
  const asked = { list, words: cut(words, MAX_CARRIED), by, in: inGroup ? 'group' : 'direct' };
  const to = (word: string, edge: JsonObject) => button({ cmd: TURN_LIST, id: 0, word, values: { ...asked, ...edge } });
  const buttons = [
    ...(before === null ? [] : [to(texts.list.previous, { before })]),
    ...(after === null ? [] : [to(texts.list.next, { after })]),
  ];
  return buttons.length === 0 ? [] : [buttonRow(buttons)];
}
