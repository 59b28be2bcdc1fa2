import { asList, asObject, asText } from './loose-json';

/** The mentions of a message, by their placeholders in its text (`@_user_1`, `@_all`). */
export interface Mentions {
  names: Map<string, string>;
  /** The open_ids, as far as the platform tells them. */
  ids: Map<string, string>;
  /** The placeholders that mean this bot. */
  ofBot: Set<string>;
}

const PLACEHOLDER = /@_user_\d+|@_all/g;

/**
 * Reads the `mentions` of an event (`id` is an object) or of a message fetched later (`id` is a string). If the bot's
 * open_id is not known yet, a mention of any bot counts.
 */
export function readMentions(value: unknown, botOpenId: string | null): Mentions {
  const mentions: Mentions = { names: new Map(), ids: new Map(), ofBot: new Set() };
  for (const item of asList(value)) {
    const { key, name, id, mentioned_type } = asObject(item);
    if (typeof key !== 'string' || key === '') continue;
    const openId = typeof id === 'string' ? id : asText(asObject(id).open_id);
    if (botOpenId === null ? mentioned_type === 'bot' : openId === botOpenId) mentions.ofBot.add(key);
    mentions.names.set(key, asText(name));
    if (openId.startsWith('ou_')) mentions.ids.set(key, openId);
  }
  return mentions;
}

/** `@name` for a placeholder; empty for the bot itself. */
export function nameMention(key: string, mentions: Mentions, fallback = ''): string {
  if (mentions.ofBot.has(key)) return '';
  const name = mentions.names.get(key) || fallback || (key === '@_all' ? 'all' : '');
  return name === '' ? key : `@${name}`;
}

/** Replaces placeholders by names, and removes the bot's own mention with one space beside it. */
export function replaceMentions(text: string, mentions: Mentions): string {
  return text
    .replace(/(@_user_\d+) ?/g, (all, key) => (mentions.ofBot.has(key) ? '' : all))
    .replace(PLACEHOLDER, (key) => (mentions.names.has(key) || key === '@_all' ? nameMention(key, mentions) : key));
}
