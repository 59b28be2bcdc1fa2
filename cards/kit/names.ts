import { DEFAULT_CATEGORIES, nameOfDepartment } from '../../src/domain/org/org';
import { shortTime } from '../../src/domain/time';
import type { DefaultCategory } from '../texts/texts';
import type { CardContext } from './context';
import { oneLine } from './plain-text';

const MAX_NAME = 40;
const MAX_RECIPIENT = 60;

/** A person's name in one short line; "somebody" for an unknown person. */
export function personName(id: string | null, { nameOf, texts }: CardContext): string {
  return (id && oneLine(nameOf(id), MAX_NAME)) || texts.card.somebody;
}

/**
 * The context of what one person reads: the reader is spoken to, and somebody else of the reader's own name is told apart
 * from the reader.
 */
export function readBy(readerId: string, ctx: CardContext): CardContext {
  const { texts, nameOf } = ctx;
  const own = nameOf(readerId);
  const isNamesake = (id: string) => id !== readerId && own !== texts.card.somebody && nameOf(id) === own;
  return { ...ctx, readerId, nameOf: (id) => (isNamesake(id) ? texts.card.namesake(own) : nameOf(id)) };
}

/** The first three of several people, in one line. */
export function personNames(ids: string[], ctx: CardContext): string {
  return ctx.texts.card.list(ids.slice(0, 3).map((id) => personName(id, ctx)));
}

/** A department's name; its key if no such department is known, "not routed" if the key is empty. */
export function departmentName(key: string | null, { org, texts }: CardContext): string {
  if (key === null || key === '') return texts.digest.unrouted;
  return oneLine(nameOfDepartment(org, key) ?? '', MAX_NAME) || key;
}

const isDefault = (key: string): key is DefaultCategory => (DEFAULT_CATEGORIES as readonly string[]).includes(key);

/** A category's name: the company's, else the program's, else the key. */
export function categoryName(key: string, { org, texts }: CardContext): string {
  const own = oneLine(org.categories.find((category) => category.key === key)?.name ?? '', MAX_NAME);
  return own || (isDefault(key) ? texts.categories[key] : oneLine(key, MAX_NAME));
}

/** `11-24 09:30`; empty for null. */
export function timeText(at: number | null, { timeZone }: CardContext): string {
  return at === null ? '' : shortTime(at, timeZone);
}

/** The end of a span; without the date if the span began on the same day. */
export function timeAfter(from: number, to: number, ctx: CardContext): string {
  const [day] = timeText(from, ctx).split(' ');
  const end = timeText(to, ctx);
  return end.startsWith(`${day} `) ? end.slice(`${day} `.length) : end;
}

/** A recipient in words; `id` is a chat_id, a department's key or an open_id. A group is called by its department. */
export function recipientName(id: string, ctx: CardContext): string {
  const department = ctx.org.departments.find(({ chat, key }) => chat === id || key === id);
  if (department) return departmentName(department.key, ctx);
  return id.startsWith('ou_') ? personName(id, ctx) : oneLine(id, MAX_RECIPIENT);
}
