import type { Json } from './card-view';

// Card JSON may contain anything: a value of an unexpected type counts as absent.

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value if it is an object, else an empty object. */
export const json = (value: unknown): Json => (isJson(value) ? value : {});

/** The objects of a list. */
export const listed = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The value if it is a string, else an empty string. */
export const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The value if it is a finite number, else null. */
export const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** The strings of a list. */
export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** The content of a text object in the reader's language; empty if there is none. */
export function textOf(text: unknown, locale: string): string {
  const { content, i18n_content: translated } = json(text);
  const own = json(translated)[locale.toLowerCase().replace('-', '_')];
  if (typeof own === 'string') return own;
  if (typeof content === 'string') return content;
  return word(Object.values(json(translated))[0]);
}

/** Children of an element, in reading order. */
export function childrenOf(element: Json): Json[] {
  const inColumns = listed(element.columns).flatMap((column) => listed(column.elements));
  return element.tag === 'table' ? [] : [...inColumns, ...listed(element.elements)];
}

/** Keys of siblings; an element keeps its key while others come and go. */
export function keysOf(elements: Json[]): string[] {
  const seen = new Map<string, number>();
  return elements.map((element) => {
    const base = word(element.element_id) || word(element.name) || word(element.tag);
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    return nth === 0 ? base : `${base}#${nth}`;
  });
}
