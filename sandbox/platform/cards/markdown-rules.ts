import { type Place, report } from './card-faults';

/** Look-ups that a check of a card may use; without a look-up that point is not checked. */
export interface Known {
  image?: (key: string) => boolean;
  person?: (id: string) => boolean;
  /** Whether a card may hold elements with this tag. */
  takesElement?: (tag: string) => boolean;
  /** Whether the chat lets the bot mention everyone. */
  mayMentionAll?: boolean;
}

const TABLES_PER_TEXT = 4;

/** Reports everything in a markdown text for which the platform refuses the card. */
export function checkMarkdown(content: string, at: Place, known: Known): void {
  const prose = withoutCode(content);
  if (countTables(content) > TABLES_PER_TEXT) report(at, 'too many tables in one markdown', 11310);
  if (prose.includes(']($')) report(at, 'href is not supported');
  for (const [, key = ''] of prose.matchAll(/!\[[^\]]*\]\(\s*([^)\s]+)/g)) {
    const usable = known.image ? known.image(key) : key.startsWith('img_');
    if (!usable) report(at, 'image key is invalid', 200570);
  }
  for (const [, ids = ''] of prose.matchAll(/<at\s+ids?\s*=\s*['"]?([^'">]+)['"]?\s*>/gi)) {
    for (const id of ids.split(',').map((each) => each.trim())) checkMention(id, at, known);
  }
}

/** Number of tables in a markdown text. A table is a line with bars above a line of dashes. */
export function countTables(content: string): number {
  const lines = withoutCode(content).split('\n');
  const isRule = (line: string) => line.includes('|') && /^[\s|:-]+$/.test(line) && line.includes('-');
  return lines.filter((line, index) => isRule(line) && lines[index - 1]?.includes('|')).length;
}

function checkMention(id: string, at: Place, known: Known): void {
  if (id === 'all') {
    if (known.mayMentionAll === false) report(at, 'the chat does not allow to mention all', 11310);
  } else if (known.person && !known.person(id)) {
    report(at, `invalid user id ${id}`, 100290);
  }
}

function withoutCode(content: string): string {
  return content.replace(/(```|~~~)[\s\S]*?(?:\1|$)/g, '').replace(/`[^`\n]*`/g, '');
}
