import { asList, asObject, asText } from './loose-json';

/** Who a message mentions, by the placeholder that stands in its text (`@_user_1`, `@_all`). */
export interface Mentions {
  names: Map<string, string>;
  /** The placeholders that mean this bot. */
  ofBot: Set<string>;
}

const PLACEHOLDER = /@_user_\d+|@_all/g;

/**
 * Reads the `mentions` of an event (`id` is an object) or of a message fetched later (`id` is a string). While our own
 * open_id is not known, any bot is taken for us.
 */
export function readMentions(value: unknown, botOpenId: string | null): Mentions {
  const mentions: Mentions = { names: new Map(), ofBot: new Set() };
  for (const item of asList(value)) {
    const { key, name, id, mentioned_type } = asObject(item);
    if (typeof key !== 'string' || key === '') continue;
    const openId = typeof id === 'string' ? id : asText(asObject(id).open_id);
    if (botOpenId === null ? mentioned_type === 'bot' : openId === botOpenId) mentions.ofBot.add(key);
    mentions.names.set(key, asText(name));
  }
  return mentions;
}

/** `@name` for a placeholder; nothing for the bot itself. */
export function nameMention(key: string, mentions: Mentions, fallback = ''): string {
  if (mentions.ofBot.has(key)) return '';
  const name = mentions.names.get(key) || fallback || (key === '@_all' ? 'all' : '');
  return name === '' ? key : `@${name}`;
}

/** Puts names for placeholders; the bot's own mention goes, with one of the spaces around it. */
export function replaceMentions(text: string, mentions: Mentions): string {
  return text
    .replace(/(@_user_\d+) ?/g, (all, key) => (mentions.ofBot.has(key) ? '' : all))
    .replace(PLACEHOLDER, (key) => (mentions.names.has(key) || key === '@_all' ? nameMention(key, mentions) : key));
}
