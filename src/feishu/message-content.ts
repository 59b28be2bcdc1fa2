import { chat, type Period, person } from '../domain/messaging';
import { asInstant, asList, asObject, asText, type Loose, parseObject } from './loose-json';
import { readMarkdown } from './markdown-text';
import { type Mentions, nameMention, replaceMentions } from './mentions';
import { attachmentOf, type Content, linkText, readPost } from './post-content';

const MAX_DEPTH = 8;
/** Enough to find out later what an unknown form was about. */
const MAX_RAW = 10_000;

type Reader = (content: Loose, mentions: Mentions) => Partial<Content>;

/** One reader for each `message_type` of the platform. Messages without words, such as stickers, get no text. */
const READERS: Record<string, Reader> = {
  text: ({ text }, mentions) => ({ text: replaceMentions(asText(text), mentions) }),
  post: readPost,
  image: ({ image_key }) => ({ attachments: attachmentOf('image', image_key, '') }),
  file: ({ file_key, file_name }) => ({ attachments: attachmentOf('file', file_key, asText(file_name)) }),
  folder: ({ file_name }) => ({ text: asText(file_name) }), // the platform lets nobody download a folder
  audio: ({ file_key, duration }) => ({ attachments: attachmentOf('file', file_key, 'audio.opus', duration) }),
  media: ({ file_key, file_name, duration }) => ({
    attachments: attachmentOf('file', file_key, asText(file_name) || 'video.mp4', duration),
  }),
  sticker: () => ({}),
  merge_forward: () => ({}),
  interactive: readForwardedCard,
  location: ({ name, latitude, longitude }) => ({ text: placeText(asText(name), asText(latitude), asText(longitude)) }),
  share_chat: ({ chat_id }) => (asText(chat_id) === '' ? {} : { refersTo: chat(asText(chat_id)) }),
  share_user: ({ user_id }) => (asText(user_id) === '' ? {} : { refersTo: person(asText(user_id)) }),
  hongbao: ({ text }) => ({ text: asText(text) }),
  share_calendar_event: readEvent,
  calendar: readEvent,
  general_calendar: readEvent,
  video_chat: ({ topic, start_time }) => ({ text: asText(topic), ...periodOf(start_time, null) }),
  todo: ({ summary, due_time }, mentions) => ({
    ...readPost(asObject(summary), mentions),
    ...periodOf(null, due_time),
  }),
  vote: ({ topic, options }) => ({ text: [asText(topic), ...asList(options).map(asText)].filter(Boolean).join('\n') }),
};

/**
 * Reads a message's `content`, by the documentation a JSON string, but not always in fact. Merged forwards come back
 * empty; content of an unknown form comes back raw.
 */
export function readContent(form: string, content: unknown, mentions: Mentions): Content {
  const reader = Object.hasOwn(READERS, form) ? READERS[form] : undefined;
  if (!reader) return { text: '', attachments: [], raw: rawOf(content) };
  const parsed = parseObject(content);
  const isPlain = form === 'text' && typeof content === 'string' && parsed.text === undefined;
  if (form === 'interactive' && isPlaceholder(parsed)) return { text: '', attachments: [], raw: rawOf(content) };
  const read = isPlain ? { text: replaceMentions(content, mentions) } : reader(parsed, mentions);
  return { ...read, text: (read.text ?? '').trim(), attachments: read.attachments ?? [] };
}

function rawOf(content: unknown): string {
  const raw = typeof content === 'string' ? content : JSON.stringify(content ?? null);
  return raw.slice(0, MAX_RAW);
}

function readEvent({ summary, start_time, end_time }: Loose): Partial<Content> {
  return { text: asText(summary), ...periodOf(start_time, end_time) };
}

function periodOf(from: unknown, to: unknown): { period?: Period } {
  const period = { from: asInstant(from), to: asInstant(to) };
  return period.from === null && period.to === null ? {} : { period };
}

function placeText(name: string, latitude: string, longitude: string): string {
  const position = latitude !== '' && longitude !== '' ? `${latitude}, ${longitude}` : '';
  return name !== '' && position !== '' ? `${name} (${position})` : name || position;
}

/** Stands in place of a card that the receiver's form of it cannot show. */
const UPGRADE = /请升级至最新版本客户端|upgrade to the latest version/i;

/** True for a card of which the platform delivers only a picture and the advice to upgrade. */
function isPlaceholder(card: Loose): boolean {
  const elements = asList(card.elements).flat().map(asObject);
  const texts = elements.filter(({ tag }) => tag !== 'img').map(({ text }) => asText(text).trim());
  const said = texts.filter((text) => text !== '');
  return asText(card.title) === '' && said.length > 0 && said.every((text) => UPGRADE.test(text));
}

function readForwardedCard(content: Loose, mentions: Mentions): Partial<Content> {
  const elements = elementsOf(content);
  const keys = new Set(picturesIn(elements, 0));
  const title = asText(content.title) || asText(asObject(asObject(content.header).title).content);
  const text = readRows(title, elements, mentions);
  return { text, attachments: [...keys].flatMap((key) => attachmentOf('image', key, '')) };
}

/** The elements of a card in the reduced form of the platform, or as its author wrote it, older or newer. */
function elementsOf({ elements, body, i18n_elements }: Loose): unknown[] {
  const languages = asObject(i18n_elements);
  return asList(elements ?? asObject(body).elements ?? languages.zh_cn ?? Object.values(languages)[0]);
}

/** The keys of the pictures on a card, wherever they stand. */
function picturesIn(elements: unknown, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  return asList(elements)
    .flat()
    .map(asObject)
    .flatMap((element) => [
      ...(element.tag === 'img' ? [asText(element.image_key) || asText(element.img_key)] : []),
      ...asList(element.img_list).map((one) => asText(asObject(one).img_key)),
      ...markdownOf(element).images,
      ...[[element.extra], element.elements, element.columns].flatMap((held) => picturesIn(held, depth + 1)),
    ])
    .filter((key) => key !== '');
}

/** The text of a card, one line per row. */
function readRows(title: string, elements: unknown[], mentions: Mentions): string {
  const rows = elements.map((row) =>
    (Array.isArray(row) ? row : [row]).map((element) => readElement(asObject(element), mentions, 0)).join(''),
  );
  return [title, ...rows]
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function readElement(element: Loose, mentions: Mentions, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  if (element.tag === 'a') return linkText(element);
  if (element.tag === 'at') return nameMention(asText(element.user_id), mentions, asText(element.user_name));
  const inner = [...asList(element.elements), ...asList(element.columns)]
    .flat()
    .map((child) => readElement(asObject(child), mentions, depth + 1));
  return replaceMentions(markdownOf(element).text, mentions) + inner.join(' ');
}

/** An element's own text; only a text that is marked as markdown is read as markdown. */
function markdownOf(element: Loose): { text: string; images: string[] } {
  const inner = asObject(element.text);
  const text = asText(element.text) || asText(inner.content) || asText(element.content);
  const isMarkdown = element.tag === 'markdown' || inner.tag === 'lark_md';
  return isMarkdown ? readMarkdown(text) : { text, images: [] };
}
