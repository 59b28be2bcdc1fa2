import type { FreshMessage, MergedMessage, Readable } from '../domain/messaging';
import { asInstant, asList, asObject, asText, type Loose } from './loose-json';
import { readMentions } from './mentions';
import { readContent } from './message-content';

/** More messages than the platform forwards at once; the rest is not read. */
const MAX_MESSAGES = 1000;

type Children = Map<string, Loose[]>;

/**
 * The messages inside a merged forward. The platform lists them flat, each with its parent; this returns them oldest
 * first, a nested merged forward with its own items.
 */
export function readMergedForward(items: unknown, rootId: string): MergedMessage[] {
  const byParent: Children = new Map();
  const known = new Set<string>([rootId]);
  for (const item of asList(items).slice(0, MAX_MESSAGES).map(asObject)) {
    const parent = asText(item.upper_message_id);
    const id = asText(item.message_id);
    if (id === rootId || (parent === '' && item.msg_type === 'merge_forward')) continue;
    known.add(id);
    byParent.set(parent, [...(byParent.get(parent) ?? []), item]);
  }
  const found = childrenOf(rootId, byParent);
  const orphans = [...byParent.keys()].filter((parent) => !known.has(parent));
  for (const parent of orphans) found.push(...childrenOf(parent, byParent));
  return found;
}

/** Removes each bundle from the map when it is read, so that a bundle that contains itself ends. */
function childrenOf(parent: string, byParent: Children): MergedMessage[] {
  const children = byParent.get(parent) ?? [];
  byParent.delete(parent);
  const sentAt = (item: Loose) => asInstant(item.create_time) ?? 0;
  return children
    .filter((item) => item.deleted !== true && formOf(item) !== 'system')
    .sort((a, b) => sentAt(a) - sentAt(b))
    .map((item) => readItem(item, childrenOf(asText(item.message_id), byParent)));
}

/** One message among those that a GET returns; null if it is missing or deleted. */
export function readFresh(items: unknown, messageId: string): FreshMessage | null {
  const item = asList(items)
    .map(asObject)
    .find(({ message_id }) => message_id === messageId);
  return item && item.deleted !== true ? { ...contentOf(item), isEdited: item.updated === true } : null;
}

const formOf = (item: Loose) => asText(item.msg_type) || asText(item.message_type);

function readItem(item: Loose, inside: MergedMessage[]): MergedMessage {
  return {
    senderId: asText(asObject(item.sender).id),
    sentAt: asInstant(item.create_time) ?? 0,
    ...contentOf(item),
    inside,
  };
}

function contentOf(item: Loose): Readable {
  const form = formOf(item);
  const content = asObject(item.body).content ?? item.content;
  return { form, ...readContent(form, content, readMentions(item.mentions, '')) };
}
