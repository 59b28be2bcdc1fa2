export interface ListItem {
  text: string;
  inner: Block[];
}

/** A block of card markdown; the texts in it are still to be read inline. */
export type Block =
  | { kind: 'paragraph' | 'code' | 'quote'; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'rule' }
  | { kind: 'list'; isOrdered: boolean; start: number; items: ListItem[] }
  | { kind: 'table'; rows: string[][] };

const FENCE = /^\s{0,3}```/;
const RULE = /^\s*(?:-{3,}|\*{3,}|<hr\s*\/?>)\s*$/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const ITEM = /^( *)(?:([-*+])|(\d{1,9})\.)\s+(.*)$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/;
const DIVIDER = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-{2,}:?\s*\|?\s*$|^\s*\|\s*:?-{2,}:?\s*\|\s*$/;

const startsBlock = (line: string) => [FENCE, RULE, HEADING, ITEM, QUOTE].some((form) => form.test(line));

const startsTable = ([head = '', divider = '']: string[]) => head.includes('|') && DIVIDER.test(divider);

/** Reads lines into blocks. */
export function blocksOf(lines: string[]): Block[] {
  const rest = [...lines];
  const blocks: Block[] = [];
  while (rest.length > 0) {
    const line = rest[0] as string;
    if (line.trim() === '') rest.shift();
    else blocks.push(nextBlock(line, rest));
  }
  return blocks;
}

function nextBlock(line: string, rest: string[]): Block {
  if (FENCE.test(line)) return fence(rest);
  if (RULE.test(line)) {
    rest.shift();
    return { kind: 'rule' };
  }
  const [, marks, title] = HEADING.exec(line) ?? [];
  if (marks !== undefined) {
    rest.shift();
    return { kind: 'heading', level: marks.length, text: title ?? '' };
  }
  if (ITEM.test(line)) return list(rest);
  if (QUOTE.test(line)) return { kind: 'quote', text: takenWhile(rest, QUOTE).join('\n') };
  if (startsTable(rest)) return table(rest);
  const text = [rest.shift() as string];
  while (rest[0] !== undefined && rest[0].trim() !== '' && !startsBlock(rest[0]) && !startsTable(rest)) {
    text.push(rest.shift() as string);
  }
  return { kind: 'paragraph', text: text.map((each) => each.trim()).join('\n') };
}

/** The first group of each line that matches, from the front. */
function takenWhile(rest: string[], form: RegExp): string[] {
  const taken: string[] = [];
  for (let found = form.exec(rest[0] ?? ''); found; found = form.exec(rest[0] ?? '')) {
    taken.push(found[1] ?? '');
    rest.shift();
    if (rest.length === 0) break;
  }
  return taken;
}

function fence(rest: string[]): Block {
  rest.shift();
  const end = rest.findIndex((each) => FENCE.test(each));
  const code = rest.splice(0, end === -1 ? rest.length : end);
  rest.shift();
  return { kind: 'code', text: code.join('\n') };
}

/** What is indented below an item belongs to it. */
function list(rest: string[]): Block {
  const [, indent = '', bullet, first] = ITEM.exec(rest[0] as string) ?? [];
  const items: ListItem[] = [];
  for (;;) {
    const found = ITEM.exec(rest[0] ?? '');
    if (!found || (found[1] ?? '').length !== indent.length || (found[2] === undefined) !== (bullet === undefined))
      break;
    rest.shift();
    const inner: string[] = [];
    const isInner = (line: string | undefined) =>
      line !== undefined && /^ +\S/.test(line) && indentOf(line) > indent.length;
    while (isInner(rest[0])) inner.push(rest.shift() as string);
    const least = Math.min(...inner.map(indentOf));
    items.push({ text: found[4] ?? '', inner: blocksOf(inner.map((line) => line.slice(least))) });
  }
  return { kind: 'list', isOrdered: bullet === undefined, start: Number(first ?? 1), items };
}

const indentOf = (line: string) => line.length - line.trimStart().length;

function table(rest: string[]): Block {
  const rows: string[] = [rest.shift() as string];
  rest.shift();
  while (rest[0]?.includes('|')) rows.push(rest.shift() as string);
  const cells = (row: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  return { kind: 'table', rows: rows.map(cells) };
}
