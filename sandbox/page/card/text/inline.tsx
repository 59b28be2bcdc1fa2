import type { ComponentChildren } from 'preact';
import { paintOf } from '../layout/stack';
import { webUrl } from '../links';
import { Avatar } from '../media/person';
import { Thumbnail } from '../media/picture';
import { useScope } from '../scope';
import { momentText } from '../time';
import { Tag } from './tag';

const quoted = (name: string, group: string, value = '[^\'">]+') => `${name}=['"]?(?<${group}>${value})['"]?`;

const INLINE = new RegExp(
  [
    '(?<escaped>\\\\[\\\\`*_{}\\[\\]()#+\\-.!~|<>])',
    '`(?<code>[^`\\n]+)`',
    '\\*\\*(?<bold>[^*\\n]+(?:\\*[^*\\n]+\\*[^*\\n]*)?)\\*\\*',
    '\\*(?<italic>[^*\\s\\n](?:[^*\\n]*[^*\\s\\n])?)\\*',
    '~~(?<strike>[^~\\n]+)~~',
    '!\\[(?<alt>[^\\]\\n]*)\\]\\((?<picture>[\\w-]+)\\)',
    '(?<!!)\\[(?<label>[^\\]\\n]*)\\]\\((?<href>[^)\\s]+)\\)',
    `<at\\s+${quoted('ids?', 'at')}[^>]*>\\s*</at>`,
    `<person\\s+${quoted('id', 'person')}[^>]*>\\s*</person>`,
    `<link\\s+${quoted('url', 'url', '[^\'"> ]+')}[^>]*>(?<linked>[\\s\\S]*?)</link>`,
    `<a\\s+${quoted('href', 'anchor', '[^\'"> ]+')}[^>]*>(?<anchored>[\\s\\S]*?)</a>`,
    `<font\\s+${quoted('color', 'colour', '[\\w-]+')}[^>]*>(?<coloured>(?:(?!<font)[\\s\\S])*?)</font>`,
    `<text_tag\\s+${quoted('color', 'tagColour', '[\\w-]+')}[^>]*>(?<tagged>[^<]*)</text_tag>`,
    '<number_tag[^>]*>(?<count>\\d{1,3})</number_tag>',
    '<raw>(?<raw>[\\s\\S]*?)</raw>',
    `<local_datetime\\s+${quoted('millisecond', 'time', '\\d+')}(?:[^>]*${quoted('format_type', 'form', '\\w+')})?[^>]*>\\s*</local_datetime>`,
    '(?<br><br\\s*/?>|\\n)',
  ].join('|'),
  'g',
);
const NAMED: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  sim: '\u223c',
};

/** What stands inside a line of card markdown. */
export function Inline({ text }: { text: string }): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(decoded(text.slice(from, match.index)));
    parts.push(<Piece key={match.index} found={match.groups ?? {}} raw={match[0]} />);
    from = match.index + match[0].length;
  }
  return [...parts, decoded(text.slice(from))];
}

function Piece({ found, raw }: { found: Record<string, string | undefined>; raw: string }) {
  const { view, locale, words } = useScope();
  const { code, bold, italic, strike, at, person, colour, tagColour, time } = found;
  if (found.escaped !== undefined) return <>{found.escaped.slice(1)}</>;
  if (code !== undefined) return <code>{code}</code>;
  if (bold !== undefined) return <strong>{<Inline text={bold} />}</strong>;
  if (italic !== undefined) return <em>{<Inline text={italic} />}</em>;
  if (strike !== undefined) return <s>{<Inline text={strike} />}</s>;
  if (found.picture !== undefined) return <Thumbnail imageKey={found.picture} alt={decoded(found.alt ?? '')} />;
  if (at !== undefined) {
    const names = at.split(',').map((id) => `@${id === 'all' ? words.all : view.nameOf(id)}`);
    return <span class="at-person">{names.join(' ')}</span>;
  }
  if (person !== undefined) {
    return (
      <span class="person">
        <Avatar name={view.nameOf(person)} /> {view.nameOf(person)}
      </span>
    );
  }
  if (colour !== undefined) {
    return <span style={{ color: paintOf(colour, '') }}>{<Inline text={found.coloured ?? ''} />}</span>;
  }
  if (tagColour !== undefined) return <Tag color={tagColour} text={decoded(found.tagged ?? '')} />;
  if (found.count !== undefined) return <span class="count">{found.count}</span>;
  if (found.raw !== undefined) return <>{found.raw}</>;
  if (time !== undefined) return <time>{momentText(Number(time), found.form ?? '', locale)}</time>;
  if (found.br !== undefined) return <br />;
  const url = webUrl(found.href ?? found.url ?? found.anchor);
  const label = found.label ?? found.linked ?? found.anchored ?? '';
  if (url === null) return <>{decoded(raw)}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {label === '' ? url : <Inline text={label} />}
    </a>
  );
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|(\w+));/g, (entity, code: string | undefined, name: string) => {
    if (code === undefined) return NAMED[name] ?? entity;
    return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : entity;
  });
}
