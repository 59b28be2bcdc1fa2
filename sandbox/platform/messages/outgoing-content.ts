import { badParameter, PlatformFault } from '../api/platform-fault';
import { faultMessage } from '../cards/card-faults';
import { checkCard, TOO_LARGE } from '../cards/check-card';
import { isRecord, type Json } from '../json';
import type { Chat, Mention, StoredFile } from '../model';
import type { Store } from '../store';

const TEXT_BYTES = 150 * 1024;
const RICH_BYTES = 30 * 1024;
const POST_TAGS = new Set(['text', 'a', 'at', 'img', 'media', 'emotion', 'hr', 'code_block', 'md']);
/** Phone numbers and e-mail addresses, for the data-loss rules of a tenant. */
const CONTACT_DETAILS = /(?<!\d)1[3-9]\d{9}(?!\d)|[\w.+-]+@[\w-]+\.[a-z]{2,}/i;

/** Checked content of the app; `resources` are keys of attachments. */
export interface Prepared {
  type: string;
  content: string;
  mentions: Mention[];
  card: Json | null;
  resources: string[];
}

/** Reads content that the app wants to send into this chat; throws the platform's refusal. */
export function prepareContent(store: Store, chat: Chat, type: unknown, content: unknown): Prepared {
  if (typeof content !== 'string') throw badParameter('content is not a string');
  const parsed = parse(content);
  const limit = type === 'text' ? TEXT_BYTES : RICH_BYTES;
  if (Buffer.byteLength(content) > limit) throw new PlatformFault(TOO_LARGE, 'The length of the message is too long');
  const plain: Prepared = { type: String(type), content, mentions: [], card: null, resources: [] };
  switch (type) {
    case 'text':
      return { ...plain, ...prepareText(store, parsed) };
    case 'post':
      checkPost(store, parsed);
      return { ...plain, content: JSON.stringify(Object.values(parsed)[0]) };
    case 'image':
      return { ...plain, resources: [ownFile(store, parsed.image_key).key] };
    case 'file': {
      // Readers get the name under which the file was uploaded.
      const { key, name } = ownFile(store, parsed.file_key);
      return { ...plain, content: JSON.stringify({ ...parsed, file_name: name }), resources: [key] };
    }
    case 'audio':
      return { ...plain, resources: [ownFile(store, parsed.file_key).key] };
    case 'media':
      return { ...plain, resources: [ownFile(store, parsed.file_key).key, ownFile(store, parsed.image_key).key] };
    case 'interactive':
      return { ...plain, card: prepareCard(store, chat, parsed) };
    case 'sticker':
    case 'share_chat':
    case 'share_user':
      return plain;
    default:
      throw badParameter('msg_type is invalid');
  }
}

/** Returns the card if Feishu accepts it in this chat; else throws 230025 or 230099. */
export function prepareCard(store: Store, chat: Chat, card: Json): Json {
  if (card.type === 'template') throw new PlatformFault(230099, cardFault(200380, 'template does not exist'));
  const [first] = checkCard(card, {
    image: (key) => store.files.get(key)?.owner === 'app',
    person: (id) => store.people.has(id) || id === store.company.bot.openId,
    mayMentionAll: chat.mayMentionAll,
    takesElement: store.takesElement,
  });
  if (first?.code === TOO_LARGE) throw new PlatformFault(TOO_LARGE, 'The length of the message is too long');
  if (first) throw new PlatformFault(230099, faultMessage(first));
  return card;
}

/** Runs `prepare`. A refusal of the content is remembered, and the page shows it in the chat. */
export function rememberingRefusal<T>(store: Store, chat: Chat, content: unknown, prepare: () => T): T {
  try {
    return prepare();
  } catch (error) {
    if (error instanceof PlatformFault) store.refused(chat.id, error, shownContent(content));
    throw error;
  }
}

function shownContent(content: unknown): unknown {
  if (typeof content !== 'string') return content;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

/** The `msg` beside 230099 for a fault of the whole card. */
export const cardFault = (code: number, message: string) => faultMessage({ code, path: 'ROOT', message });

/** Throws 230028 if the content contains contact details. */
export function checkDataLoss(content: string): void {
  if (CONTACT_DETAILS.test(content)) {
    throw new PlatformFault(230028, 'The messages do NOT pass the audit, ext=contain sensitive data: contact details');
  }
}

function parse(content: string): Json {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    throw badParameter('content is not a string in json format');
  }
  if (!isRecord(parsed)) throw badParameter('content is not a json object');
  return parsed;
}

/** In a text message tags and links take effect, whoever typed them. */
function prepareText(store: Store, { text }: Json): Pick<Prepared, 'content' | 'mentions'> {
  if (typeof text !== 'string' || text.trim() === '') throw badParameter('text content is empty');
  const mentions: Mention[] = [];
  const shown = text.replace(/<at user_id="([^"]*)">([\s\S]*?)<\/at>/g, (_tag, id: string, name: string) => {
    const all = id === 'all';
    const key = all ? '@_all' : `@_user_${mentions.length + 1}`;
    mentions.push({ key, id: all ? '' : id, name: all ? '所有人' : store.people.has(id) ? store.nameOf(id) : name });
    return key;
  });
  return { content: JSON.stringify({ text: shown }), mentions };
}

function checkPost(store: Store, parsed: Json): void {
  const locales = Object.values(parsed);
  if (locales.length === 0 || !locales.every((each) => isRecord(each) && Array.isArray(each.content))) {
    throw badParameter('post content needs a locale that holds title and content');
  }
  for (const node of locales.flatMap((each) => (each as { content: unknown[] }).content).flat()) {
    if (!isRecord(node) || !POST_TAGS.has(String(node.tag))) throw badParameter('invalid tag in post');
    if (node.tag === 'text' && typeof node.text !== 'string') throw badParameter('text of post node is invalid');
    if (node.tag === 'img') ownFile(store, node.image_key);
  }
}

function ownFile(store: Store, key: unknown): StoredFile {
  const file = typeof key === 'string' ? store.files.get(key) : undefined;
  if (!file) throw badParameter('image_key or file_key is invalid');
  if (file.owner !== 'app') throw new PlatformFault(230017, 'Bot is NOT the owner of the resource');
  return file;
}
