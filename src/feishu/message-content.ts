import { type Mentions, nameMention, replaceMentions } from './mentions';
import { attachmentOf, type Content, linkText, readPost } from './post-content';
import { asList, asObject, asText, type Loose, parseObject } from './read';

const MAX_DEPTH = 8;

type Reader = (content: Loose, mentions: Mentions) => Partial<Content>;

/** By the platform's `message_type`. What has no words of its own (a sticker, a name card) stays without text. */
const READERS: Record<string, Reader> = {
  text: ({ text }, mentions) => ({ text: replaceMentions(asText(text), mentions) }),
  post: readPost,
  image: ({ image_key }) => ({ attachments: attachmentOf('image', image_key, '') }),
  file: ({ file_key, file_name }) => ({ attachments: attachmentOf('file', file_key, asText(file_name)) }),
  folder: ({ file_name }) => ({ text: asText(file_name) }), // the platform lets nobody download a folder
  audio: ({ file_key }) => ({ attachments: attachmentOf('file', file_key, 'audio.opus') }),
  media: ({ file_key, file_name }) => ({
    attachments: attachmentOf('file', file_key, asText(file_name) || 'video.mp4'),
  }),
  interactive: (content, mentions) => ({ text: readCard(content, mentions) }),
  location: ({ name, latitude, longitude }) => ({ text: placeText(asText(name), asText(latitude), asText(longitude)) }),
  system: (content) => ({ text: fillTemplate(content) }),
  hongbao: ({ text }) => ({ text: asText(text) }),
  share_calendar_event: ({ summary }) => ({ text: asText(summary) }),
  calendar: ({ summary }) => ({ text: asText(summary) }),
  general_calendar: ({ summary }) => ({ text: asText(summary) }),
  video_chat: ({ topic }) => ({ text: asText(topic) }),
  todo: ({ summary }, mentions) => readPost(asObject(summary), mentions),
  vote: ({ topic, options }) => ({ text: [asText(topic), ...asList(options).map(asText)].filter(Boolean).join('\n') }),
};

/**
 * What can be read of a message's `content` (a JSON string by the documentation, not always in fact). Forms without
 * words, merged forwards and forms not known yet come back empty.
 */
export function readContent(form: string, content: unknown, mentions: Mentions): Content {
  const reader = Object.hasOwn(READERS, form) ? READERS[form] : undefined;
  const parsed = parseObject(content);
  const isPlain = form === 'text' && typeof content === 'string' && parsed.text === undefined;
  const read = isPlain ? { text: replaceMentions(content, mentions) } : reader?.(parsed, mentions);
  return { text: (read?.text ?? '').trim(), attachments: read?.attachments ?? [] };
}

function placeText(name: string, latitude: string, longitude: string): string {
  const position = latitude !== '' && longitude !== '' ? `${latitude}, ${longitude}` : '';
  return name !== '' && position !== '' ? `${name} (${position})` : name || position;
}

/** `{from_user} invited {to_chatters}` with the names put in. */
function fillTemplate(content: Loose): string {
  const divider = asText(asObject(content.divider_text).text);
  const filled = asText(content.template).replace(/\{(\w+)\}/g, (_, name) => {
    const value = content[name];
    return Array.isArray(value) ? value.map(asText).join(', ') : asText(value) || asText(asObject(value).text);
  });
  return filled || divider;
}

/** A card somebody forwarded, in the reduced form the platform hands out: its words, a line a row. */
function readCard(content: Loose, mentions: Mentions): string {
  const title = asText(content.title) || asText(asObject(asObject(content.header).title).content);
  const rows = asList(content.elements ?? asObject(content.body).elements).map((row) =>
    (Array.isArray(row) ? row : [row]).map((element) => readElement(asObject(element), mentions, 0)).join(''),
  );
  return [title, ...rows].filter((line) => line.trim() !== '').join('\n');
}

function readElement(element: Loose, mentions: Mentions, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  if (element.tag === 'a') return linkText(element);
  if (element.tag === 'at') return nameMention(asText(element.user_id), mentions, asText(element.user_name));
  const own = asText(element.text) || asText(asObject(element.text).content) || asText(element.content);
  const inner = [...asList(element.elements), ...asList(element.columns)]
    .flat()
    .map((child) => readElement(asObject(child), mentions, depth + 1));
  return replaceMentions(own, mentions) + inner.join(' ');
}
