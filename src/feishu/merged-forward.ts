import type { MergedMessage } from '../domain/messaging';
import { readMentions } from './mentions';
import { readContent } from './message-content';
import { asInstant, asList, asObject, asText, type Loose } from './read';

const MAX_MESSAGES = 500;

/**
 * The messages inside a merged forward as the platform lists them: flat, each naming its parent. They come back oldest
 * first, those of a bundle in a bundle where that one stood; at most 500.
 */
export function readMergedForward(items: unknown, rootId: string): MergedMessage[] {
  const byParent = new Map<string, Loose[]>();
  const known = new Set<string>([rootId]);
  for (const item of asList(items).map(asObject)) {
    const parent = asText(item.upper_message_id);
    const id = asText(item.message_id);
    if (id === rootId || (parent === '' && item.msg_type === 'merge_forward')) continue;
    known.add(id);
    byParent.set(parent, [...(byParent.get(parent) ?? []), item]);
  }
  const lines = childrenOf(rootId, byParent);
  const orphans = [...byParent.keys()].filter((parent) => !known.has(parent));
  for (const parent of orphans) lines.push(...childrenOf(parent, byParent));
  return lines.slice(0, MAX_MESSAGES);
}

/** Takes each bundle out as it is visited, so that a bundle inside itself ends. */
function childrenOf(parent: string, byParent: Map<string, Loose[]>): MergedMessage[] {
  const children = byParent.get(parent) ?? [];
  byParent.delete(parent);
  const sentAt = (item: Loose) => asInstant(item.create_time) ?? 0;
  return children
    .filter((item) => item.deleted !== true)
    .sort((a, b) => sentAt(a) - sentAt(b))
    .flatMap((item) => {
      const inner = childrenOf(asText(item.message_id), byParent);
      return inner.length > 0 ? inner : [readItem(item)];
    });
}

function readItem(item: Loose): MergedMessage {
  const form = asText(item.msg_type) || asText(item.message_type);
  const content = asObject(item.body).content ?? item.content;
  return {
    senderId: asText(asObject(item.sender).id),
    sentAt: asInstant(item.create_time) ?? 0,
    form,
    ...readContent(form, content, readMentions(item.mentions, '')),
  };
}
