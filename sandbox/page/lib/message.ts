import type { Messages, RefusedView, SystemLine } from '../../page-contract';

/** An entry of a conversation: a message, a refusal, or an event of the chat. */
export type Entry = Messages[number];
/** A message of a person or of the bot. */
export type Message = Exclude<Entry, RefusedView | SystemLine>;

export const isRefused = (entry: Entry): entry is RefusedView => 'refused' in entry;
export const isSystem = (entry: Entry): entry is SystemLine => 'system' in entry;
export const isMessage = (entry: Entry): entry is Message => !isRefused(entry) && !isSystem(entry);

/** Epoch milliseconds of the sandbox's clock. */
export const momentOf = (entry: Entry): number => (isMessage(entry) ? entry.createdAt : entry.at);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of the content; the fallback if it is absent or of another type. */
export function fieldOf<T extends string | number>({ content }: Message, name: string, fallback: T): T {
  const value = isFields(content) ? content[name] : undefined;
  return typeof value === typeof fallback ? (value as T) : fallback;
}

/** The rows of a rich text, each a list of nodes with a `tag`. */
export function rowsOf({ content }: Message): Fields[][] {
  const rows = isFields(content) && Array.isArray(content.content) ? content.content : [];
  return rows.map((row) => (Array.isArray(row) ? row : [row]).filter(isFields));
}

/** A card's title. */
export function cardTitle({ card }: Message): string {
  const header = card && isFields(card.header) ? card.header : {};
  return isFields(header.title) && typeof header.title.content === 'string' ? header.title.content : '';
}

/** One line for a message, in quotes and in previews of merged forwards. */
export function lineOf(message: Message, kinds: Readonly<Partial<Record<string, string>>>): string {
  const kind = kinds[message.type];
  const text = (cardTitle(message) || message.text || fieldOf(message, 'file_name', '')).trim().split('\n')[0] ?? '';
  return [kind ? `[${kind}]` : '', text].filter(Boolean).join(' ');
}

/** Messages directly inside a merged forward. The list is flat; each message names the merged forward around it. */
export const childrenOf = (bundleId: string, all: readonly Message[]) =>
  all.filter(({ upperId }) => upperId === bundleId);
