import { isBlank } from '../../domain/fields';

/** The word that makes a reply in a thread the answer: 处理结果：… */
const WORD = /(?:处理结果|處理結果|处理意见|處理意見|answer)/i.source;
/** The word begins a line, also in brackets: `处理结果：已换`, `【处理结果】已换`. */
const BEGINS = new RegExp(`^(?:[【[「]\\s*${WORD}\\s*[】\\]」]\\s*[:：]?|${WORD}\\s*[:：])`, 'i');
/** The word is a line, or a title, of its own; the answer follows. */
const STANDS_ALONE = new RegExp(`^[#*\\s]*${WORD}[*\\s]*$`, 'i');

/** The line without the mentions that it begins with; the longest name first, since one may begin another. */
function withoutMentions(line: string, names: string[]): string {
  let rest = line.trim();
  for (;;) {
    const name = names.find((each) => rest.startsWith(`@${each}`));
    if (name === undefined) return rest;
    rest = rest.slice(name.length + 1).replace(/^[\s,，、]+/, '');
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
