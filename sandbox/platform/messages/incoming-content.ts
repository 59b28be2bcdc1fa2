import { freshId } from '../ids';
import { isRecord, type Json, listed } from '../json';
import type { Mention, Message } from '../model';
import type { Store } from '../store';

/** Content that a person can send with their client. Bytes may be left out if nobody reads them. */
export type Content =
  | { type: 'text'; text: string }
  /** `rows` as received: nodes with `tag`; `{ tag: 'img', bytes }` uploads a picture. */
  | { type: 'post'; title?: string; rows: Json[][] }
  | { type: 'image'; bytes?: Buffer }
  | { type: 'file'; name: string; bytes?: Buffer }
  | { type: 'audio'; durationMs: number; bytes?: Buffer }
  /** `cover`: the picture that stands for the video. */
  | { type: 'media'; name: string; durationMs: number; bytes?: Buffer; cover?: Buffer }
  | { type: 'merge_forward'; children: Child[] }
  | { type: 'sticker' }
  | { type: 'location'; name: string; longitude: string; latitude: string }
  | { type: 'share_chat'; chatId: string }
  | { type: 'share_user'; userId: string }
  | { type: 'interactive'; title: string; text: string }
  /** Any other type, with the raw `content`. */
  | { type: 'other'; messageType: string; content: string };

/** A message inside a merged forward; its sender need not be one of the company. */
export interface Child {
  senderId: string;
  content: Content;
  at?: number;
}

/** A person's content as the platform stores it; `resources` are keys of attachments. */
export interface Incoming {
  type: string;
  content: string;
  resources: string[];
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Stores the content as the platform does; attachments become uploads of the person. */
export function storeContent(store: Store, content: Content, mentions: Mention[]): Incoming {
  const image = (bytes: Buffer = PIXEL) =>
    store.addFile({ kind: 'image', owner: 'user', name: 'image.png', contentType: 'image/png', bytes }).key;
  const file = (name: string, bytes: Buffer = Buffer.from(name)) =>
    store.addFile({ kind: 'file', owner: 'user', name, contentType: 'application/octet-stream', bytes }).key;
  const made = (type: string, body: Json, resources: string[] = []) => ({
    type,
    content: JSON.stringify(body),
    resources,
  });
  switch (content.type) {
    case 'text':
      return made('text', { text: [...mentions.map(({ key }) => key), content.text].join(' ') });
    case 'post': {
      const rows = content.rows.map((row) => row.map((node) => uploaded(node, image)));
      const at = mentions.map(({ key, name }) => ({ tag: 'at', user_id: key, user_name: name, style: [] }));
      const keys = rows.flat().flatMap(({ image_key, file_key }) => [image_key, file_key]);
      const resources = keys.filter((key) => typeof key === 'string');
      return made('post', { title: content.title ?? '', content: at.length > 0 ? [at, ...rows] : rows }, resources);
    }
    case 'image': {
      const key = image(content.bytes);
      return made('image', { image_key: key }, [key]);
    }
    case 'file': {
      const key = file(content.name, content.bytes);
      return made('file', { file_key: key, file_name: content.name }, [key]);
    }
    case 'audio': {
      const key = file('voice.opus', content.bytes);
      return made('audio', { file_key: key, duration: content.durationMs }, [key]);
    }
    case 'media': {
      const keys = { file_key: file(content.name, content.bytes), image_key: image(content.cover) };
      return made('media', { ...keys, file_name: content.name, duration: content.durationMs }, Object.values(keys));
    }
    case 'merge_forward':
      return { type: 'merge_forward', content: 'Merged and Forwarded Message', resources: [] };
    case 'sticker':
      return made('sticker', { file_key: freshId('file_v3_') });
    case 'location': {
      const { name, longitude, latitude } = content;
      return made('location', { name, longitude, latitude });
    }
    case 'share_chat':
      return made('share_chat', { chat_id: content.chatId });
    case 'share_user':
      return made('share_user', { user_id: content.userId });
    case 'interactive':
      return made('interactive', { title: content.title, elements: [[{ tag: 'text', text: content.text }]] });
    case 'other':
      return { type: content.messageType, content: content.content, resources: [] };
  }
}

/** The content of a text or post with a new text. Mentions, a post's title and its pictures stay. */
export function editedContent({ type, content, mentions }: Message, text: string): string {
  const keys = mentions.map(({ key }) => key);
  if (type === 'text') return JSON.stringify({ text: [...keys, text].join(' ') });
  const post: unknown = JSON.parse(content);
  const { title = '', content: rows } = isRecord(post) ? post : {};
  const kept = listed(rows)
    .map((row) => listed(row).filter((node) => isRecord(node) && node.tag !== 'text'))
    .filter((row) => row.length > 0);
  const isMention = (row: unknown[]) => row.every((node) => isRecord(node) && node.tag === 'at');
  const words = text.split('\n').map((line) => [{ tag: 'text', text: line, style: [] }]);
  return JSON.stringify({
    title,
    content: [...kept.filter(isMention), ...words, ...kept.filter((row) => !isMention(row))],
  });
}

function uploaded(node: Json, image: (bytes?: Buffer) => string): Json {
  if (node.tag !== 'img' || node.image_key !== undefined) return node;
  const { bytes, ...rest } = node;
  return { ...rest, image_key: image(Buffer.isBuffer(bytes) ? bytes : undefined) };
}
