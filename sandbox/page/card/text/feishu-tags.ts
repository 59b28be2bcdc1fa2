import type { StateBlock, StateInline } from 'markdown-it';
import { webUrl } from '../links';

/** Text inside these tags is markdown again. */
const WITH_MARKDOWN = new Set(['link', 'a', 'font']);
const OPENING = /<(at|person|link|a|font|text_tag|number_tag|raw|local_datetime)(\s[^<>]*)?>/y;
const LINE_BREAK = /<br\s*\/?>/y;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s'">]+))/g;
/** The attribute that a tag must have; a tag without it stays text. */
const NEEDED: Record<string, (attributes: Record<string, string>) => unknown> = {
  at: ({ id, ids }) => id ?? ids,
  person: ({ id }) => id,
  link: ({ url }) => webUrl(url),
  a: ({ href }) => webUrl(href),
  font: ({ color }) => color,
  text_tag: ({ color }) => color,
  local_datetime: ({ millisecond }) => millisecond,
};

/**
 * Reads a tag of Feishu inside a line; an unknown or unfinished tag stays text. The token `feishu_open` holds the tag's
 * name as `tag`, its attributes as `attrs`, and as `content` the text up to its end.
 */
export function readTag(state: StateInline, silent: boolean): boolean {
  const lineBreak = matchAt(LINE_BREAK, state.src, state.pos);
  if (lineBreak) {
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos += lineBreak[0].length;
    return true;
  }
  const opening = matchAt(OPENING, state.src, state.pos);
  if (!opening) return false;
  const [{ length }, name = '', written = ''] = opening;
  const start = state.pos + length;
  const end = closingOf(name, state.src.slice(0, state.posMax), start);
  const attributes = attributesOf(written);
  if (end === -1 || !isComplete(name, attributes)) return false;
  if (!silent) {
    const between = state.src.slice(start, end);
    const text = name === 'raw' ? between : state.md.utils.unescapeAll(between);
    const token = state.push('feishu_open', name, 1);
    token.content = text;
    token.attrs = Object.entries(attributes);
    if (WITH_MARKDOWN.has(name)) readBetween(state, start, end);
    state.push('feishu_close', name, -1);
  }
  state.pos = end + `</${name}>`.length;
  return true;
}

/** Reads a picture, which card markdown knows by its key only: `![alt](img_v3_…)`. An address stays text. */
export function readPicture(state: StateInline, silent: boolean): boolean {
  const found = matchAt(/!\[([^\]\n]*)\]\(([^)\s]*)\)/y, state.src, state.pos);
  if (!found) return false;
  const [raw, alt = '', key = ''] = found;
  if (!silent) {
    const isKey = /^[\w-]+$/.test(key);
    const token = state.push(isKey ? 'picture' : 'text', '', 0);
    token.content = isKey ? alt : raw;
    token.attrs = [['key', key]];
  }
  state.pos += raw.length;
  return true;
}

/** Reads `<hr>` on a line of its own. */
export function readRuleTag(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (!/^<hr\s*\/?>\s*$/.test(state.src.slice(from, state.eMarks[line]))) return false;
  if (silent) return true;
  state.line = line + 1;
  state.push('hr', 'hr', 0).map = [line, state.line];
  return true;
}

const isComplete = (name: string, attributes: Record<string, string>) =>
  NEEDED[name] === undefined || Boolean(NEEDED[name](attributes));

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The place of the closing tag that belongs to the tag opened before `start`; -1 if there is none. */
function closingOf(name: string, text: string, start: number): number {
  let depth = 1;
  for (const match of text.slice(start).matchAll(new RegExp(`<(/?)${name}(?:\\s[^<>]*)?>`, 'g'))) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return start + match.index;
  }
  return -1;
}

function attributesOf(written: string): Record<string, string> {
  const found = [...written.matchAll(ATTRIBUTE)];
  return Object.fromEntries(found.map(([, key, single, double, bare]) => [key, single ?? double ?? bare ?? '']));
}

function readBetween(state: StateInline, start: number, end: number): void {
  const { posMax } = state;
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
}
