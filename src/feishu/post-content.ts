import { decode } from 'html-entities';
import type { IncomingAttachment, Readable } from '../domain/messaging';
import { wellFormed } from '../domain/text/well-formed';
import { asList, asObject, asText, type Loose } from './loose-json';
import { readMarkdown } from './markdown-text';
import { type Mentions, nameMention, replaceMentions } from './mentions';

/** The readable part of a message; its `form` is added by the reader. */
export type Content = Omit<Readable, 'form'>;

const LOCALES = ['zh_cn', 'en_us', 'ja_jp'];

/** Depth of a table: cells in rows, paragraphs in cells, nodes in paragraphs. */
const MAX_DEPTH = 6;

/**
 * Reads rich text (`post`): received posts have no layer of languages, sent posts have one. A newer form (`content_v2`)
 * keeps lists and tables as markdown, and is read if it is there.
 */
export function readPost(content: Loose, mentions: Mentions): Content {
  const post = pickLanguage(content);
  const attachments: IncomingAttachment[] = [];
  const newer = asList(post.content_v2);
  const lines = (newer.length > 0 ? newer : asList(post.content)).map((paragraph) =>
    (Array.isArray(paragraph) ? paragraph : [paragraph])
      .map((node) => readNode(asObject(node), { mentions, attachments, depth: 0 }))
      .join('')
      .trimEnd(),
  );
  const text = [asText(post.title), ...lines].join('\n');
  return { text: text.replace(/\n{3,}/g, '\n\n').trim(), attachments };
}

function pickLanguage(content: Loose): Loose {
  if (Array.isArray(content.content)) return content;
  if (content.post !== undefined) return pickLanguage(asObject(content.post));
  const layers = [...LOCALES.map((locale) => content[locale]), ...Object.values(content)].map(asObject);
  return layers.find((layer) => Array.isArray(layer.content)) ?? content;
}

interface Reading {
  mentions: Mentions;
  /** Collects attachments during the reading. */
  attachments: IncomingAttachment[];
  depth: number;
}

function readNode(node: Loose, reading: Reading): string {
  const { mentions, attachments } = reading;
  switch (node.tag) {
    case 'a':
      return linkText(node);
    case 'at':
      return nameMention(asText(node.user_id), mentions, asText(node.user_name));
    case 'img':
      attachments.push(...attachmentOf('image', node.image_key, ''));
      return '';
    case 'media':
      attachments.push(...attachmentOf('file', node.file_key, asText(node.file_name) || 'video.mp4', node.duration));
      return '';
    case 'file':
      attachments.push(...attachmentOf('file', node.file_key, asText(node.file_name)));
      return '';
    case 'emotion':
      return `[${asText(node.emoji_type)}]`;
    case 'code_block':
      return `\n${asText(node.text)}\n`;
    case 'hr':
      return '';
    case 'md': {
      const { text, images } = readMarkdown(asText(node.text));
      for (const key of images) attachments.push(...attachmentOf('image', key, ''));
      return replaceMentions(text, mentions);
    }
    default:
      return replaceMentions(textOf(node), mentions) + readInner(node, reading);
  }
}

/**
 * The platform marks a text in which characters are written as entities (`un_escape`); once read, it is plain text. A
 * number may name half a character, and a blank that breaks no line is a blank to everything that looks for words.
 */
function textOf({ text, un_escape }: Loose): string {
  const typed = asText(text);
  if (un_escape !== true) return typed;
  return wellFormed(decode(typed, { scope: 'strict' })).replaceAll('\u00A0', ' ');
}

/** Reads unknown nodes that hold other nodes: a table's rows and cells, a quote, a list. */
function readInner(node: Loose, reading: Reading): string {
  if (reading.depth >= MAX_DEPTH) return '';
  const inside = (held: unknown, between: string): string =>
    asList(held)
      .map((child) =>
        Array.isArray(child)
          ? inside(child, ' | ')
          : readNode(asObject(child), { ...reading, depth: reading.depth + 1 }),
      )
      .filter((text) => text !== '')
      .join(between);
  const rows = inside(node.rows, '\n');
  const cells = inside(node.cells ?? node.columns, ' | ');
  const others = [node.elements, node.children, node.content].map((held) => inside(held, ''));
  return [rows && `\n${rows}\n`, cells, ...others].join('');
}

/** `text (url)`, or the URL alone if the text adds nothing. */
export function linkText(node: Loose): string {
  const text = textOf(node) || asText(asObject(node.text).content);
  const href = asText(node.href);
  if (href === '' || href === text || href === node.text) return text;
  return text === '' ? href : `${text} (${href})`;
}

/** One attachment, or none if the key is missing. */
export function attachmentOf(
  kind: IncomingAttachment['kind'],
  key: unknown,
  name: string,
  duration?: unknown,
): IncomingAttachment[] {
  const known = asText(key);
  if (known === '') return [];
  const durationMs = Number(asText(duration));
  return [{ kind, key: known, name: name || kind, ...(durationMs > 0 ? { durationMs } : {}) }];
}
