// Every repetition has a bound, and none runs over the beginning of the next match: a hostile line is read once.
/** An image in markdown, by the platform's key. */
const IMAGE = /!\[[^[\]\n]{0,500}\]\(([A-Za-z0-9_-]{1,200})\)/g;
const LINK = /\[([^[\]\n]{1,500})\]\(([^\s[]{1,2000}?)\)/g;
const MENTION = /<at\b[^<>\n]{0,200}>([^<\n]{0,200})<\/at>/g;
const TAG = /<\/?(?:b|i|u|s|font|a|text_tag|number_tag|local_datetime|person|raw|link)\b[^<>\n]{0,2000}>/g;
const LINE_BREAK = /<br\s{0,9}\/?>/g;
/** `**bold**`, `__bold__`, `~~struck out~~`. */
const EMPHASIS = /(\*\*|__|~~)(?=\S)((?:(?!\1).){1,1000})(?<=\S)\1/g;
const CELL_OF_RULE = /^:?-{2,}:?$/;
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
    else if (!isRuleOfTable(line)) lines.push(readLine(line, images));
  }
  return { text: lines.join('\n'), images };
}

/** The cells between the bars of `| a | b |`. */
const cellsOf = (bars: string): string[] => bars.split('|').map((cell) => cell.trim());

/** The line `| --- | :-: |` between a table's head and its rows; `---` alone is none. */
function isRuleOfTable(line: string): boolean {
  const bars = line.trim();
  return bars.includes('|') && cellsOf(bars.replace(/^\||\|$/g, '')).every((cell) => CELL_OF_RULE.test(cell));
}

function readLine(line: string, images: string[]): string {
  const bars = line.trim();
  const isRow = bars.length > 1 && bars.startsWith('|') && bars.endsWith('|');
  const cells = isRow ? cellsOf(bars.slice(1, -1)).join(' | ') : line;
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
    .replace(EMPHASIS, '$2');
}
