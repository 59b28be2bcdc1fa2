import { element } from './dom.mjs';
import { momentText } from './time.mjs';

// The part of card markdown that our cards are likely to use, built as nodes. What is not understood stays text.

const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '\\*\\*(?<bold>[^*\\n]+)\\*\\*',
    '\\*(?<italic>[^*\\n]+)\\*',
    '~~(?<strike>[^~\\n]+)~~',
    '(?<!!)\\[(?<label>[^\\]\\n]*)\\]\\((?<href>[^)\\s]+)\\)',
    '<at\\s+ids?=[\'"]?(?<at>[^\'">]+)[\'"]?>\\s*</at>',
    '<font\\s+color=[\'"]?(?<colour>[\\w-]+)[\'"]?>(?<coloured>[\\s\\S]*?)</font>',
    '<text_tag\\s+color=[\'"]?(?<tagColour>[\\w-]+)[\'"]?>(?<tagged>[^<]*)</text_tag>',
    '<local_datetime\\s+millisecond=[\'"]?(?<time>\\d+)[\'"]?[^>]*>\\s*</local_datetime>',
    '(?<br><br\\s*/?>)',
  ].join('|'),
  'g',
);
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0', sim: '\u223c' };

/** @param {(id: string) => string} nameOf for mentions */
export function markdown(content, nameOf) {
  const box = element('div', { className: 'markdown' });
  const lines = content.split('\n');
  while (lines.length > 0) box.append(block(lines, nameOf));
  return box;
}

/** Takes the next block off `lines`. */
function block(lines, nameOf) {
  const line = lines.shift();
  if (line.startsWith('```')) {
    const end = lines.findIndex((each) => each.startsWith('```'));
    const code = lines.splice(0, end === -1 ? lines.length : end + 1).filter((each) => !each.startsWith('```'));
    return element('pre', { textContent: code.join('\n') });
  }
  if (/^\s*(?:-{3,}|\*{3,}|<hr>)\s*$/.test(line)) return element('hr');
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading) return element('strong', { className: 'size-heading' }, ...inline(heading[2], nameOf), element('br'));
  const bullet = /^\s*(?:([-*+])|\d+\.)\s+/;
  if (bullet.test(line)) {
    const list = element(bullet.exec(line)[1] ? 'ul' : 'ol');
    for (let item = line; item !== undefined; item = bullet.test(lines[0] ?? '') ? lines.shift() : undefined) {
      list.append(element('li', {}, ...inline(item.replace(bullet, ''), nameOf)));
    }
    return list;
  }
  return element('p', {}, ...inline(line, nameOf));
}

function inline(text, nameOf) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(decoded(text.slice(from, match.index)), node(match.groups, match[0], nameOf));
    from = match.index + match[0].length;
  }
  return [...nodes, decoded(text.slice(from))];
}

function node(found, raw, nameOf) {
  const inner = (text) => inline(text, nameOf);
  if (found.code !== undefined) return element('code', { textContent: found.code });
  if (found.bold !== undefined) return element('strong', {}, ...inner(found.bold));
  if (found.italic !== undefined) return element('em', {}, ...inner(found.italic));
  if (found.strike !== undefined) return element('s', {}, ...inner(found.strike));
  if (found.at !== undefined) {
    const names = found.at.split(',').map((id) => `@${id === 'all' ? '所有人' : nameOf(id)}`);
    return element('span', { className: 'mention-name', textContent: names.join(' ') });
  }
  if (found.colour !== undefined) {
    return element('span', { className: `colour-${found.colour.split('-')[0]}` }, ...inner(found.coloured));
  }
  if (found.tagColour !== undefined) {
    return element('span', { className: `tag colour-${found.tagColour}`, textContent: found.tagged });
  }
  if (found.time !== undefined) {
    return element('time', { textContent: momentText(Number(found.time)) });
  }
  if (found.br !== undefined) return element('br');
  return link(found.label, found.href) ?? raw;
}

/** Null for anything but a web address. */
export function link(label, href) {
  if (!/^https?:\/\//i.test(href)) return null;
  return element('a', { href, textContent: label || href, target: '_blank', rel: 'noopener noreferrer' });
}

function decoded(text) {
  return text.replace(/&(?:#(\d{1,6})|(\w+));/g, (entity, code, name) =>
    code ? String.fromCodePoint(Number(code) % 0x110000) : (NAMED[name] ?? entity),
  );
}
