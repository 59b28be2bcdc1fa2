import { Converter } from 'opencc-js/t2cn';

/**
 * Characters that OpenCC leaves alone because they stay as they are in some words: 著 in 著名 and as 着 in 看著. A search
 * reads them as the character that people more often write in their place.
 */
const AS_OFTEN: Record<string, string> = { 著: '着', 徵: '征', 覆: '复', 瞭: '了', 藉: '借', 甚: '什', 妳: '你' };

const HAN = /\p{Script=Han}/gu;

const simplified = new Map<string, string>(Object.entries(AS_OFTEN));
let convert: ((text: string) => string) | null = null;

/** Reading the table takes 10 ms, which a start need not wait for. */
function simplify(character: string): string {
  convert ??= Converter({ from: 't', to: 'cn' }) as (text: string) => string;
  return convert(character);
}

/**
 * The text with each traditional Chinese character as its simplified one. Character by character and not by words, so
 * that a part of a text always becomes the same part of the result. Only for comparing: no reader is shown this.
 */
export function inSimplifiedScript(text: string): string {
  return text.replace(HAN, (character) => {
    const known = simplified.get(character);
    if (known !== undefined) return known;
    const found = simplify(character);
    simplified.set(character, found);
    return found;
  });
}
