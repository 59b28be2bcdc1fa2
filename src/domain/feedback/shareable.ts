import { clean } from '../text/clean-text';

/** `（内部：…）`: the internal remark ends with its bracket. */
const BRACKETED =
  /[（(【[〔]\s*(?:仅供)?(?:内部|internal)[^（()）【】[\]〔〕:：]*[:：][^（()）【】[\]〔〕]*[）)】\]〕]/gi;

/** `【内部】…`, `内部：…`, `internal: …`: everything after the mark is internal. */
const FROM_HERE_ON =
  /(?:[（(【[〔]\s*(?:仅供)?(?:内部|internal)[^）)】\]〕]{0,10}[）)】\]〕]|(?<![\p{L}\p{N}])(?:仅供)?(?:内部|internal)(?:备注|说明|使用|参考|资料|意见| only| note| remark)?\s*[:：])[\s\S]*$/iu;

/** What stands before an internal remark, and the bracket around it. */
const MARK =
  /^[（(【[〔]?\s*(?:仅供)?(?:内部|internal)[^（()）【】[\]〔〕:：\s]*\s*[）)】\]〕]?\s*[:：]?\s*|[）)】\]〕]$/giu;

/** A colleague's text without its internal remarks (内部：…). */
export function withoutInternal(typed: string): string {
  return typed.replace(BRACKETED, '').replace(FROM_HERE_ON, '').trim();
}

/** The internal remarks in a colleague's text, without their marks; empty if there are none. */
export function internalIn(typed: string): string {
  const bracketed = typed.match(BRACKETED) ?? [];
  const [behind] = FROM_HERE_ON.exec(typed.replace(BRACKETED, '')) ?? [];
  return [...bracketed, behind ?? '']
    .map((remark) => remark.trim().replace(MARK, '').trim())
    .filter((remark) => remark !== '')
    .join('\n');
}

const TITLES = '工程师|师傅|经理|主管|老师|主任|总监|总|工(?![业程作具厂])|姐|哥';

const HAN_NAME = /^\p{Script=Han}{2,4}$/u;

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A display name and its parts that are used alone: `李娜（售后）` is also `李娜`. */
function namesIn(name: string): string[] {
  const parts = name.split(/[\s（()）【】[\]/|·_-]+/).filter((part) => HAN_NAME.test(part));
  return [...new Set([clean(name), ...parts])].filter((part) => [...part].length >= 2);
}

/** A person as colleagues write: `李娜` is also `李工`, `小李`, `老李`. */
function patternOf(name: string): string {
  if (!HAN_NAME.test(name)) return `(?<![\\p{L}\\p{N}])${literally(name)}(?![\\p{L}\\p{N}])`;
  const surname = [...name][0] ?? '';
  return [`${name}(?:${TITLES})?`, `${surname}(?:${TITLES})`, `[小老]${surname}(?!\\p{Script=Han}{0,1}[板化])`].join(
    '|',
  );
}

function withoutNames(text: string, colleagues: string[], instead: string): string {
  const names = colleagues.flatMap(namesIn).sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const somebody = `@?(?:${names.map(patternOf).join('|')})`;
  const several = new RegExp(`${somebody}(?:\\s*(?:、|，|,|和|与|及|跟|\\band\\b)\\s*${somebody})*`, 'giu');
  return text.replace(several, instead);
}

/** A colleague's text as the customer may see it: no internal remark, no colleague's name, no mark at the end. */
export function shareable(typed: string, colleagues: string[], instead: string): string {
  const open = withoutInternal(clean(typed));
  return withoutNames(open, colleagues, instead)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(/(?<![。.!！;；,，、:：\s])[。.!！;；,，、:：\s]+$/u, '');
}
