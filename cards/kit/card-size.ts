import type { CardJson, Json } from '../../src/domain/messaging';

/** The platform takes 30 KB, style tags that it adds itself included. */
export const MAX_BYTES = 28_000;
/** The platform takes no more. */
export const MAX_ELEMENTS = 200;

/** How much a card may hold. Each card function keeps to the room it is given. */
export interface Room {
  /** Code points of one typed text. */
  chars: number;
  /** Notes, messages, records in a list. */
  items: number;
  /** Choices in a select, rows in a table. */
  options: number;
}

/** From comfortable to tight. Texts shrink before options do: a cut text can be read elsewhere, a missing option cannot. */
const ROOMS: [Room, ...Room[]] = [
  { chars: 2000, items: 10, options: 120 },
  { chars: 1000, items: 8, options: 120 },
  { chars: 500, items: 6, options: 120 },
  { chars: 240, items: 4, options: 120 },
  { chars: 120, items: 3, options: 100 },
  { chars: 120, items: 3, options: 60 },
  { chars: 60, items: 2, options: 30 },
];

/** For a card that shows a whole record: the cut texts of other cards refer to it. */
export const WHOLE: [Room, ...Room[]] = [
  { chars: 8000, items: 10, options: 120 },
  { chars: 6000, items: 10, options: 120 },
  { chars: 4000, items: 10, options: 120 },
  ...ROOMS,
];

/** Counts everything with a `tag`, text objects included: the strictest reading of the platform's limit. */
export function elementsIn(json: Json): number {
  if (json === null || typeof json !== 'object') return 0;
  const children = Array.isArray(json) ? json : Object.values(json);
  let sum = !Array.isArray(json) && typeof json.tag === 'string' ? 1 : 0;
  for (const child of children) sum += elementsIn(child);
  return sum;
}

/** UTF-8 bytes of the card as it is sent. */
export function bytesOf(card: CardJson): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}

/** Draws the card in the largest room that keeps it within the platform's limits. */
export function fitted(draw: (room: Room) => CardJson, [first, ...tighter] = ROOMS): CardJson {
  let card = draw(first);
  for (const room of tighter) {
    if (bytesOf(card) <= MAX_BYTES && elementsIn(card) <= MAX_ELEMENTS) return card;
    card = draw(room);
  }
  return card;
}
