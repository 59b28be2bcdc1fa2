import type { CardJson, Json, JsonObject } from '../../src/domain/messaging';
import { type Element, lines } from './elements';
import { tableLines, wordsOf } from './plain-lines';

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The kinds of elements without which a card still works, in the order in which Feishu is most likely to refuse them. */
export const DISPENSABLE = ['collapsible_panel', 'chart', 'table', 'overflow'] as const;

/** The dispensable kinds of elements that the card holds. */
export function dispensableIn(card: CardJson): string[] {
  const tags = new Set<string>();
  const look = (json: Json | undefined): void => {
    if (Array.isArray(json)) for (const each of json) look(each);
    if (!isObject(json)) return;
    if (typeof json.tag === 'string') tags.add(json.tag);
    for (const key of ['elements', 'columns'] as const) look(json[key]);
  };
  look(card.body);
  return DISPENSABLE.filter((kind) => tags.has(kind));
}

/**
 * The card without elements of these kinds, and with the same facts and acts: a folded panel becomes its title and what
 * was inside, a table becomes lines, a menu becomes buttons, a chart is left out.
 */
export function plainerCard(card: CardJson, without: ReadonlySet<string>): CardJson {
  return without.size === 0 || !isObject(card.body) ? card : { ...card, body: plainer(card.body, without) };
}

function plainer(parent: JsonObject, without: ReadonlySet<string>): JsonObject {
  const changed: JsonObject = { ...parent };
  if (Array.isArray(parent.elements)) changed.elements = parent.elements.flatMap((one) => inPlaceOf(one, without));
  // The columns of a table are no elements.
  if (Array.isArray(parent.columns) && parent.tag !== 'table') {
    changed.columns = parent.columns.map((column) => (isObject(column) ? plainer(column, without) : column));
  }
  return changed;
}

function inPlaceOf(element: Json, without: ReadonlySet<string>): Json[] {
  if (!isObject(element)) return [element];
  const tag = String(element.tag);
  const inside = plainer(element, without);
  if (!without.has(tag)) return [inside];
  if (tag === 'table') return lines([tableLines(element).join('\n')]);
  if (tag === 'overflow') return menuButtons(element);
  if (tag !== 'collapsible_panel') return [];
  const title = isObject(element.header) ? wordsOf(element.header.title) : [];
  return [...lines([title.join('\n')], 'quiet'), ...(Array.isArray(inside.elements) ? inside.elements : [])];
}

/** A button for each act of a menu; it carries the act that the menu would send as the chosen option. */
function menuButtons({ value, options }: JsonObject): Element[] {
  if (!isObject(value) || !Array.isArray(options)) return [];
  return options.filter(isObject).map((option) => ({
    tag: 'button',
    type: 'default',
    text: option.text ?? '',
    behaviors: [{ type: 'callback', value: { ...value, act: option.value ?? '' } }],
  }));
}
