import type { CardJson, Json, JsonObject } from '../../src/domain/messaging';

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const objectsIn = (json: Json | undefined): JsonObject[] => (Array.isArray(json) ? json.filter(isObject) : []);

/** The content of a text object, line by line. */
export function wordsOf(json: Json | undefined): string[] {
  if (!isObject(json) || typeof json.content !== 'string') return [];
  return json.content.split('\n').filter((line) => line !== '');
}

const bracketed = (labels: string[]): string[] =>
  labels.length === 0 ? [] : [[...new Set(labels)].map((label) => `[${label}]`).join(' ')];

/** The words of the buttons in an element, in order. */
function actionsIn(element: JsonObject): string[] {
  if (element.tag === 'button') return wordsOf(element.text);
  if (element.tag === 'overflow') return objectsIn(element.options).flatMap((option) => wordsOf(option.text));
  return [...objectsIn(element.elements), ...objectsIn(element.columns)].flatMap(actionsIn);
}

/** The words of the card's buttons, in order. */
export function actsIn(card: CardJson): string[] {
  return isObject(card.body) ? objectsIn(card.body.elements).flatMap(actionsIn) : [];
}

/** The cells of a table, a line for each row. */
export function tableLines(element: JsonObject): string[] {
  const columns = objectsIn(element.columns);
  const row = (cells: (Json | undefined)[]) =>
    cells.map((cell) => (cell === undefined ? '' : String(cell))).join(' | ');
  return [
    row(columns.map(({ display_name }) => display_name)),
    ...objectsIn(element.rows).map((cells) => row(columns.map(({ name }) => cells[String(name)]))),
  ];
}

/** What marks the product's own words up; the words themselves stay. */
const MARKUP = /<[^<>]*>|\*\*/g;

function linesOf(element: JsonObject): string[] {
  switch (String(element.tag)) {
    case 'div':
      return wordsOf(element.text);
    case 'markdown':
      return typeof element.content === 'string' ? [element.content.replace(MARKUP, '')] : [];
    case 'img':
      return bracketed(wordsOf(element.alt));
    case 'table':
      return tableLines(element);
    case 'column_set':
      return objectsIn(element.columns).flatMap((column) => objectsIn(column.elements).flatMap(linesOf));
    case 'collapsible_panel': {
      const title = isObject(element.header) ? wordsOf(element.header.title) : [];
      return [...title, ...objectsIn(element.elements).flatMap(linesOf)];
    }
    default:
      return [];
  }
}

/**
 * A card as literal lines, to be sent if the platform refuses the card: title, all texts, and the words of its buttons in
 * brackets. Inputs are left out.
 */
export function plainLines(card: CardJson): { title: string; lines: string[] } {
  const header = isObject(card.header) ? card.header : {};
  const tags = objectsIn(header.text_tag_list).flatMap((tag) => wordsOf(tag.text));
  const elements = isObject(card.body) ? objectsIn(card.body.elements) : [];
  return {
    title: wordsOf(header.title).join(' '),
    lines: [
      ...wordsOf(header.subtitle),
      ...(tags.length > 0 ? [tags.join(' · ')] : []),
      ...elements.flatMap(linesOf),
      ...bracketed(elements.flatMap(actionsIn)),
    ],
  };
}
