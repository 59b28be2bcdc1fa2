import { courtesyIn } from '../../domain/courtesies';
import { isBlank } from '../../domain/fields';

/** The word that makes a reply in a thread the answer: 处理结果：… */
const WORD = /(?:最终|最終|最后)?(?:处理\s?结果|處理\s?結果|处理\s?意见|處理\s?意見|answer)/i.source;
const COLON = '[:：︰﹕∶]';
const MARKUP = '[*_~`\\s]*';
/** The word begins a line: `处理结果：已换`, `处理结果（最终）是：已换`, `处理结果——已换`. */
const BEGINS = new RegExp(
  `^${WORD}(?:\\s?[（(][^()（）]{1,10}[)）])?${MARKUP}(?:(?:如下是?|[是为為])${MARKUP})?(?:${COLON}|—{1,2}|--|(?<=\\s)[-–]\\s)${MARKUP}`,
  'i',
);
/** The word stands in brackets: `【处理结果】已换`. */
const BRACKETED = new RegExp(
  `^[【[「『《〈<（(“"]\\s?${WORD}\\s?[】\\]」』》〉>）)”"]${MARKUP}(?:${COLON}${MARKUP})?`,
  'i',
);
/** The word is a line, or a title, of its own; the answer follows. */
const STANDS_ALONE = new RegExp(`^${WORD}(?:\\s?如下)?[*_#\\s]*$`, 'i');

/** What may stand before the word: the case, marks of rich text and of lists, mentions whose names are unknown. */
const OPENINGS = [
  /^(?:关于|针对|關於)?\s?[【[（(]?\s?(?:fb[\s-]?|[#＃]\s?)\d{1,9}\s?[】\])）]?\s?(?:的|[:：,，、])?\s*/i,
  /^[\s*_#>~`]+/,
  /^(?:\d{1,2}[.、．)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．])\s*/,
  /^[-•·●▪–—]+\s*/,
  /^[@＠](?:_user_\d+|_?all|所有人|[^\s:：@＠]{1,20}(?=\s))[\s,，、:：]*/,
];

/** Characters that no reader sees, such as a zero-width space; an input method may leave them anywhere. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

const CLAUSE = /^([^\s,，:：。!！~～;；]{1,12})[\s,，:：。!！~～;；]+/;
const HELLO = /^[\p{L}·]{0,8}[您你]好$/u;
/** A question or somebody else's words do not open an answer. */
const REPORTED = /客户|客戶|请问|請問|[问問说說]/;

/** The end of a greeting with which the line begins; 0 if it begins with none. */
function greetingIn(line: string): number {
  const [whole = '', clause = ''] = CLAUSE.exec(line) ?? [];
  if (clause === '' || REPORTED.test(clause)) return 0;
  return HELLO.test(clause) || courtesyIn(clause) === 'nod' ? whole.length : 0;
}

/** How much of the line comes before what it says; `names` are those of its mentions. */
function openingOf(line: string, names: string[]): number {
  for (let at = 0; ; ) {
    const rest = line.slice(at);
    const name = rest.startsWith('@') ? names.find((each) => rest.startsWith(each, 1)) : undefined;
    const mention = name === undefined ? null : /^[\s,，、:：]*/.exec(rest.slice(name.length + 1));
    const step = name !== undefined && mention ? name.length + 1 + mention[0].length : lengthOfOpening(rest);
    if (step === 0) return at;
    at += step;
  }
}

function lengthOfOpening(rest: string): number {
  const opening = OPENINGS.map((each) => each.exec(rest)?.[0].length ?? 0).find((length) => length > 0);
  return opening ?? greetingIn(rest);
}

/** The line from behind its first `count` seen characters. */
function behind(line: string, count: number): string {
  let [seen, at] = [0, 0];
  for (const character of line) {
    if (seen === count) break;
    if (!UNSEEN.test(character)) seen += 1;
    at += character.length;
  }
  return line.slice(at);
}

const seenOf = (text: string) => [...text].filter((character) => !UNSEEN.test(character)).join('');

/** What the line says behind the word 处理结果; null if the word is not there. */
function behindWord(line: string, names: string[]): string | null {
  const seen = seenOf(line);
  const opening = openingOf(seen, names);
  const said = seen.slice(opening);
  if (STANDS_ALONE.test(said)) return '';
  const word = (BEGINS.exec(said) ?? BRACKETED.exec(said))?.[0];
  if (word === undefined) return null;
  const rest = behind(line, [...seen.slice(0, opening + word.length)].length);
  // The whole line was bold: its closing mark is no part of the answer.
  const isBold = line.trimStart().startsWith('**') && rest.split('**').length === 2;
  return isBold ? rest.replace(/\*\*\s*$/, '') : rest;
}

/**
 * The answer that a reply in a thread gives: what follows the word 处理结果, with the lines before it. Null if the
 * reply has no such word and only tells of progress; '' if nothing follows the word. `mentioned`: the names of the
 * mentions in the text, which may stand before the word.
 */
export function answerIn(text: string, mentioned: string[] = []): string | null {
  const names = mentioned.map(seenOf).filter((name) => name !== '');
  // The longest first, since one may begin another.
  names.sort((a, b) => b.length - a.length);
  const lines = text.normalize('NFC').split('\n');
  const found = lines.map((line) => behindWord(line, names));
  const at = found.findIndex((rest) => rest !== null);
  if (at === -1) return null;
  const isSaid = (line: string) => seenOf(line).length > openingOf(seenOf(line), names);
  const before = lines.slice(0, at).filter((line) => isSaid(line) && courtesyIn(line) === null);
  const given = [found[at] ?? '', ...lines.slice(at + 1)].join('\n').trim();
  return isBlank(given) ? '' : [...before, given].join('\n').trim();
}
