import type { CardJson, JsonObject } from '../../src/domain/messaging';
import { button } from '../kit/button';
import { type Colour, card, type Icon } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines } from '../kit/elements';
import { type ListRow, listRow } from '../kit/list-row';
import { mask } from '../kit/mask';
import { actRow } from '../kit/parts/acts';
import { cut, oneLine } from '../kit/plain-text';
import type { ListName } from '../texts/texts';
import { TURN_LIST, URGE_ALL } from './commands';
import { takeButton } from './near-word-card';

const MAX_WORDS = 30;
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
  /** How many records stand before this page, how many there are, and how many of them wait for the reader. */
  position: number;
  total: number;
  waiting: number;
  /** How many are of life and limb (特急). */
  urgent: number;
  /** The reader may urge others. */
  urges: boolean;
  /** Where the pages before and after begin; null if there is none. */
  before: string | null;
  after: string | null;
  /** The typed message, if it may be a customer's after all. */
  takes?: string;
}

/** A page of a list: each record in two lines with its act, and buttons to the other pages. */
export function listCard(page: List, ctx: CardContext): CardJson {
  const { list, rows, total, takes } = page;
  const { texts } = ctx;
  const isAlarm = list === 'overdue' && total > 0;
  const [colour, icon]: [Colour, Icon] = isAlarm ? ['red', 'alarm'] : ['blue', list === 'search' ? 'list' : 'todo'];
  return card({
    title: titleOf(page, ctx),
    subtitle: total > rows.length ? partOf(page, ctx) : total > 1 ? texts.list.sorted[list] : '',
    colour,
    icon,
    tags: isAlarm && page.urgent > 0 ? [{ text: texts.list.urgentTag(page.urgent), colour: 'red' }] : [],
    summary: titleOf({ ...page, words: '' }, ctx),
    elements: [
      ...lines([total === 0 && texts.list.empty[list]]),
      ...rows.map(listRow),
      ...foot(page, ctx),
      ...(takes === undefined ? [] : [...lines([texts.nearWord.orFeedback]), takeButton(takes, ctx)]),
    ],
  });
}

/** A person may search for a phone number in a group: the card does not repeat it. */
function titleOf({ list, words, inGroup, total, waiting }: List, { texts }: CardContext): string {
  const sought = oneLine(inGroup ? mask(words) : words, MAX_WORDS);
  if (total === 0 && list !== 'search') return texts.list.names[list];
  return texts.list.titles[list]({ words: sought, total, waiting });
}

const partOf = ({ position, rows }: List, { texts }: CardContext): string =>
  texts.list.part(position + 1, position + rows.length);

/** The other pages, the reader's cases at rest, and one tap for all that is overdue. */
function foot(page: List, { texts }: CardContext): Element[] {
  const { list, words, by, inGroup, before, after, position, rows, total } = page;
  const where = { by, in: inGroup ? 'group' : 'direct' };
  const to = (word: string, edge: JsonObject) =>
    button({ cmd: TURN_LIST, id: 0, word, values: { list, words: cut(words, MAX_CARRIED), ...where, ...edge } });
  const turning = [
    ...(before === null ? [] : [to(texts.list.previous, { before })]),
    ...(after === null ? [] : [to(texts.list.more(total - position - rows.length), { after })]),
    ...(list === 'mine' && after === null
      ? [button({ cmd: TURN_LIST, id: 0, word: texts.list.atRest, values: { list: 'closed', words: '', ...where } })]
      : []),
  ];
  const mayUrgeAll = page.urges && total > 1 && (list === 'overdue' || list === 'todo');
  const urging = { cmd: URGE_ALL, id: 0, word: texts.list.urgeAll, confirm: texts.list.urgeAllConfirm };
  const acts = [...actRow(turning), ...actRow(mayUrgeAll ? [button(urging)] : [])];
  return acts.length > 0 && rows.length > 0 ? [hr(), ...acts] : acts;
}
