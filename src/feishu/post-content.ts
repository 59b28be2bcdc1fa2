import type { IncomingAttachment } from '../domain/messaging';
import { type Mentions, nameMention, replaceMentions } from './mentions';
import { asList, asObject, asText, type Loose } from './read';

export interface Content {
  text: string;
  attachments: IncomingAttachment[];
}

const LOCALES = ['zh_cn', 'en_us', 'ja_jp'];

/** Rich text (`post`): as received, without a layer of languages, or as sent, with one. */
export function readPost(content: Loose, mentions: Mentions): Content {
  const post = pickLanguage(content);
  const attachments: IncomingAttachment[] = [];
  const lines = asList(post.content).map((paragraph) =>
    asList(paragraph)
      .map((node) => readNode(asObject(node), mentions, attachments))
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

function readNode(node: Loose, mentions: Mentions, attachments: IncomingAttachment[]): string {
  switch (node.tag) {
    case 'a':
      return linkText(node);
    case 'at':
      return nameMention(asText(node.user_id), mentions, asText(node.user_name));
    case 'img':
      attachments.push(...attachmentOf('image', node.image_key, ''));
      return '';
    case 'media':
      attachments.push(...attachmentOf('file', node.file_key, asText(node.file_name) || 'video.mp4'));
      return '';
    case 'emotion':
      return `[${asText(node.emoji_type)}]`;
    case 'code_block':
      return `\n${asText(node.text)}\n`;
    case 'hr':
      return '';
    default:
      return replaceMentions(asText(node.text), mentions);
  }
}

/** `text (url)`, or the URL alone where the text says nothing more. */
export function linkText(node: Loose): string {
  const text = asText(node.text) || asText(asObject(node.text).content);
  const href = asText(node.href);
  if (href === '' || href === text) return text;
  return text === '' ? href : `${text} (${href})`;
}

/** One attachment, or none where the key is missing. */
export function attachmentOf(kind: IncomingAttachment['kind'], key: unknown, name: string): IncomingAttachment[] {
  const known = asText(key);
  return known === '' ? [] : [{ kind, key: known, name: name || kind }];
}
