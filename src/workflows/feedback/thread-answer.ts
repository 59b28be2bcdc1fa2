import { isBlank } from '../../domain/fields';

/** The word that makes a reply in a thread the answer: 处理结果：… */
const WORD = /(?:处理结果|處理結果|处理意见|處理意見|answer)/i.source;
/** The word begins a line, also in brackets: `处理结果：已换`, `【处理结果】已换`. */
const BEGINS = new RegExp(`^(?:[【[「]\\s*${WORD}\\s*[】\\]」]\\s*[:：]?|${WORD}\\s*[:：])`, 'i');
/** The word is a line, or a title, of its own; the answer follows. */
const STANDS_ALONE = new RegExp(`^[#*\\s]*${WORD}[*\\s]*$`, 'i');

/** A mention of everybody, or of somebody whom the platform does not list, with a blank behind it. */
const OTHER_MENTION = /^[@＠](?:all|所有人|[^\s:：]{1,20}(?=\s))/i;

/** The line without the mentions that it begins with; the longest name first, since one may begin another. */
function withoutMentions(line: string, names: string[]): string {
  let rest = line.trim();
  for (;;) {
    const name = names.find((each) => rest.startsWith(`@${each}`));
    const length = name === undefined ? OTHER_MENTION.exec(rest)?.[0].length : name.length + 1;
    if (length === undefined) return rest;
    rest = rest.slice(length).replace(/^[\s,，、:：]+/, '');
  }
}

/**
 * The answer that a reply in a thread gives: what follows the word 处理结果, with the lines before it. Null if the
 * reply has no such word and only tells of progress; '' if nothing follows the word. `mentioned`: the names of the
 * mentions in the text, which may stand before the word.
 */
export function answerIn(text: string, mentioned: string[] = []): string | null {
  const names = [...mentioned].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const lines = text.normalize('NFC').split('\n');
  const at = lines.findIndex((line) => {
    const said = withoutMentions(line, names);
    return BEGINS.test(said) || STANDS_ALONE.test(said);
  });
  if (at === -1) return null;
  const line = withoutMentions(lines[at] ?? '', names);
  const rest = STANDS_ALONE.test(line) ? '' : line.replace(BEGINS, '');
  const before = lines.slice(0, at).filter((one) => withoutMentions(one, names) !== '');
  const given = [rest, ...lines.slice(at + 1)].join('\n').trim();
  return isBlank(given) ? '' : [...before, given].join('\n').trim();
}
