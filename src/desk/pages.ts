import type { Edge, From, ListCounts } from '../domain/list-edges';
import type { JsonObject } from '../domain/messaging';
import type { Section, SectionItem } from './catalogue';

/** The edge of a page in a list of several workflows: beside one record. */
export interface ListEdge {
  rank: number;
  workflow: string;
  id: number;
}

export type PageFrom = { after: ListEdge } | { before: ListEdge } | null;

export interface ListedItem {
  workflow: string;
  item: JsonObject;
}

/** A page; its counts are those of the whole list, `position` that of the first item. */
export interface Page extends ListCounts {
  items: ListedItem[];
  /** The edges of the pages before and after; null if there is none. */
  before: ListEdge | null;
  after: ListEdge | null;
}

/** A section with its workflow; the order of the sections decides between records of the same rank. */
export interface NamedSection {
  workflow: string;
  section: Section;
}

type Placed = SectionItem & { workflow: string; place: number };

/** The page after or before an edge; the first page if none is named, or if less than a page lies before the edge. */
export async function pageOf(sections: NamedSection[], from: PageFrom, length: number): Promise<Page> {
  const items = await itemsFrom(sections, from, length);
  const [first, last] = [items[0], items.at(-1)];
  const counts = await Promise.all(
    sections.map(({ section }, place) => section.counts(first ? edgeFor(place, first) : null)),
  );
  const sumOf = (name: keyof ListCounts) => counts.reduce((sum, count) => sum + count[name], 0);
  const [position, total] = [sumOf('position'), sumOf('total')];
  return {
    items: items.map(({ workflow, item }) => ({ workflow, item })),
    ...{ position, total, waiting: sumOf('waiting'), urgent: sumOf('urgent') },
    before: first && position > 0 ? listEdge(first) : null,
    after: last && position + items.length < total ? listEdge(last) : null,
  };
}

async function itemsFrom(sections: NamedSection[], from: PageFrom, length: number): Promise<Placed[]> {
  const items = await merged(sections, from, length);
  if (from === null) return items;
  if ('before' in from) return items.length < length ? merged(sections, null, length) : items;
  // The items behind the edge are gone by now: back to the page before it.
  return items.length > 0 ? items : itemsFrom(sections, { before: from.after }, length);
}

async function merged(sections: NamedSection[], from: PageFrom, length: number): Promise<Placed[]> {
  const found = await Promise.all(
    sections.map(async ({ workflow, section }, place) => {
      const items = await section.items(fromFor(sections, place, from), length);
      return items.map((item): Placed => ({ ...item, workflow, place }));
    }),
  );
  // The sort is stable: within a section the order stays.
  const sorted = found.flat().sort((a, b) => a.rank - b.rank || a.place - b.place);
  return from !== null && 'before' in from ? sorted.slice(-length) : sorted.slice(0, length);
}

function fromFor(sections: NamedSection[], place: number, from: PageFrom): From {
  if (from === null) return null;
  const edge = 'before' in from ? from.before : from.after;
  const placed = { ...edge, place: sections.findIndex(({ workflow }) => workflow === edge.workflow) };
  return 'before' in from ? { before: edgeFor(place, placed) } : { after: edgeFor(place, placed) };
}

/**
 * A list's edge as seen by the section at `place`: an earlier section has all its records of that rank before the edge.
 */
function edgeFor(place: number, edge: { rank: number; id: number; place: number }): Edge {
  if (place === edge.place) return { rank: edge.rank, id: edge.id };
  return { rank: edge.rank, id: place < edge.place ? 'last' : 'first' };
}

const listEdge = ({ rank, workflow, id }: Placed): ListEdge => ({ rank, workflow, id });

/** Writes an edge as a button's argument. */
export function writeEdge({ rank, id, workflow }: ListEdge): string {
  return `${rank}.${id}.${workflow}`;
}

/** Null if the text is no edge. Buttons of earlier program versions name no workflow: `fallback` is theirs. */
export function readEdge(text: string | undefined, fallback: string): ListEdge | null {
  const [, rank, id, workflow = fallback] = /^(\d{1,16})\.(\d{1,9})(?:\.([a-z_]+))?$/.exec(text ?? '') ?? [];
  return rank === undefined || id === undefined ? null : { rank: Number(rank), id: Number(id), workflow };
}
