// Every repetition has a bound, so that a hostile line cannot make the patterns slow.
/** An image in markdown, by the platform's key. */
const IMAGE = /!\[[^\]\n]{0,500}\]\(([A-Za-z0-9_-]{1,200})\)/g;
const LINK = /\[([^\]\n]{1,500})\]\((\S{1,2000}?)\)/g;
const MENTION = /<at\b[^>\n]{0,200}>([^<\n]{0,200})<\/at>/g;
const TAG = /<\/?(?:b|i|u|s|font|a|text_tag|number_tag|local_datetime|person|raw|link)\b[^>\n]{0,2000}>/g;
const LINE_BREAK = /<br\s{0,9}\/?>/g;
/** The line `| --- | :-: |` between a table's head and its rows. */
const RULE_OF_TABLE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$/;
const ROW = /^\s*\|(.*)\|\s*$/;
const FENCE = /^\s*(?:```|~~~)/;

/**
 * Newer rich text comes as markdown. Returns its text as a person reads it, one line per table row, and the keys of its
 * images.
 */
export function readMarkdown(markdown: string): { text: string; images: string[] } {
  const images: string[] = [];
  const lines: string[] = [];
  let isCode = false;
  for (const line of markdown.split('\n')) {
    if (FENCE.test(line)) isCode = !isCode;
    else if (isCode) lines.push(line);
    else if (!RULE_OF_TABLE.test(line)) lines.push(readLine(line, images));
  }
  return { text: lines.join('\n'), images };
}

function readLine(line: string, images: string[]): string {
  const row = ROW.exec(line);
  const cells = row
    ? (row[1] as string)
        .split('|')
        .map((cell) => cell.trim())
        .join(' | ')
    : line;
  return cells
    .replace(IMAGE, (_all, key: string) => {
      images.push(key);
      return '';
    })
    .replace(LINK, (_all, text: string, href: string) => (text === href ? href : `${text} (${href})`))
    .replace(MENTION, (_all, name: string) => (name === '' ? '' : `@${name.replace(/^@/, '')}`))
    .replace(LINE_BREAK, '\n')
    .replace(TAG, '')
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)/, '')
    .replace(/(\*\*|__|~~)(?=\S)(.{1,1000}?)(?<=\S)\1/g, '$2');
}
