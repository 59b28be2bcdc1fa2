// What people say to somebody, and not about a customer's matter: thanks, nods, greetings, lone marks.

/** The longest first, since one may begin another. Particles make `好的` of `好` and `收到啦` of `收到`. */
const SAID = [
  ...[
    '谢谢',
    '多谢',
    '感谢',
    '非常',
    '十分',
    '万分',
    '辛苦',
    '麻烦',
    '谢',
    '3q',
    'thanks',
    'thank you',
    'thank',
    'thx',
    'ty',
  ],
  ...[
    '收到',
    '好',
    '嗯',
    '恩',
    '哦',
    '噢',
    '喔',
    '行',
    '可以',
    '没问题',
    '没事',
    '知道',
    '明白',
    '了解',
    '懂',
    '清楚',
    '是',
    '对',
  ],
  ...['ok', 'okay', 'okk', 'got it', 'roger', 'noted', 'fine', 'yes', 'yep', 'sure', 'copy that'],
  ...[
    '在吗',
    '在么',
    '在不在',
    '有人吗',
    '你好',
    '您好',
    '大家好',
    '早上',
    '上午',
    '中午',
    '下午',
    '晚上',
    '晚安',
    '早',
    '安',
  ],
  ...[
    'hello',
    'hi',
    'hey',
    'good morning',
    'bye',
    '再见',
    '拜拜',
    '哈',
    '呵',
    '嘻',
    '嘿',
    '不客气',
    '不用谢',
    '客气',
    '打扰',
  ],
  ...['不好意思', '请问', '在处理', '处理中', '还在', '正在', '仍在', '在弄', '在办'],
  ...[
    '你',
    '您',
    '们',
    '大家',
    '各位',
    '老师',
    '老板',
    '领导',
    '师傅',
    '兄弟',
    '亲',
    '了',
    '啦',
    '啊',
    '呀',
    '吧',
    '的',
    '滴',
    '嘞',
    '哒',
    '呢',
    '哟',
    '咯',
    '吗',
  ],
].sort((a, b) => b.length - a.length);

/** A longer text is a sentence. */
const MAX_LENGTH = 16;

/** Feishu writes its own emojis as `[OK]`. */
const EMOJIS = /\[[\p{L}\d_ ]{1,20}\]/gu;
const MARKS = /[\p{P}\p{S}\p{Z}\p{Cf}\p{M}\p{Emoji_Presentation}\p{Extended_Pictographic}\s]/gu;

/** `question`: nothing but question marks; `nod`: a courtesy, a nod or lone marks. */
export type Courtesy = 'question' | 'nod';

/** Whether the text is a mere courtesy; null if it says more. */
export function courtesyIn(text: string): Courtesy | null {
  if (text.length > 100) return null;
  const folded = text.normalize('NFKC').toLowerCase();
  const bare = folded.replace(EMOJIS, '');
  let rest = bare.replace(MARKS, ' ').trim();
  if (rest === '') return /[?？]/.test(bare) ? 'question' : folded.trim() === '' ? null : 'nod';
  if ([...rest].length > MAX_LENGTH) return null;
  while (rest !== '') {
    const said = SAID.find((each) => rest.startsWith(each) && !splitsWord(rest, each));
    if (said === undefined) return null;
    rest = rest.slice(said.length).trim();
  }
  return 'nod';
}

/** A Latin word ends where its letters end: `hi` does not begin `high`. */
const splitsWord = (text: string, said: string) => /[a-z0-9]$/.test(said) && /^[a-z0-9]/.test(text.slice(said.length));

/** Up to so many characters a text without any word of a customer's matter may be anything. */
const DOUBTFUL_LENGTH = 2;

/** Among so many marks nobody hides a short text. */
const MAX_MARKS = 400;

/** Whether the text is so short that it could be anything. */
export const isVeryShort = (text: string): boolean =>
  text.length <= MAX_MARKS && [...text.normalize('NFKC').replace(MARKS, '')].length <= DOUBTFUL_LENGTH;
