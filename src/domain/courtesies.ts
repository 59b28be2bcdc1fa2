import { isBlank } from './fields';

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
    'thank u',
    'thanks a lot',
    'ty',
    '拜托',
    '拜託',
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
    '已收到',
    '已阅',
    '已读',
    '已知',
    '收悉',
    '悉知',
    '遵命',
    '不用',
    '不必',
    '不需要',
    '没关系',
    '稍等',
    '等一下',
    '等下',
    '等等',
    '稍候',
    '稍后',
    '一会儿',
  ],
  ...[
    'ok',
    'okay',
    'okk',
    'got it',
    'roger',
    'noted',
    'fine',
    'yes',
    'yep',
    'sure',
    'copy that',
    'good',
    'great',
    'nice',
    'perfect',
  ],
  ...['no problem', 'np', 'will do', 'on it', 'received', 'understood', 'alright', 'all right', 'no thanks'],
  ...[
    '在',
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
    '呐',
    '吗',
  ],
].sort((a, b) => b.length - a.length);

/** What somebody says who wants to know what the bot is, or whether it answers. */
const ASKS_FOR_HELP =
  /^(?:你是谁|你是誰|你是什么|怎么用|怎麼用|怎么使用|如何使用|如何用|怎么操作|怎么弄|使用说明|(?:你)?(?:能|会|可以)(?:做|干)(?:什么|啥)|有(?:什么|哪些)功能|测试|測試|test(?:ing)?|how to use|what can you do|who are you)(?:一下|下|的|呢|啊|呀|吗)?$/;

/** Words that take note of what was said before, and so may stand before a promise: 好的，明天联系客户. */
const ACKNOWLEDGES = /^(?:好|收到|已收到|知道|明白|了解|清楚|嗯|行|可以|没问题|ok|got it|noted|sure|yes)/;
const LATER =
  '(?:马上|立刻|立即|这就|现在|先|再|稍后|稍候|等下|等会儿?|一会儿?|待会儿?|回头|晚点|晚些|今天|明天|后天|今晚|明早|上午|下午|晚上|下班前|尽快|尽量|会|就|去|来|跟|和|向|给|让|把)';
const WHOM = '(?:客户|对方|他们|她们|他|她|您|你|大家|同事|领导|经理|部门|现场|情况|一下|下|这边|那边)';
const DOES =
  '(?:处理|跟进|联系|回复|答复|反馈|问|询问|打听|看|查|核实|确认|核对|安排|沟通|协调|落实|转告|转达|告知|通知|了解|办|弄|催|打电话|去电)';
/** What a colleague is about to do: 我问一下客户. It has no word for a thing, so it is about no customer's matter. */
const PROMISE = new RegExp(`^(我们?这?边?|俺)?((?:${LATER}|${WHOM})*)${DOES}(?:${DOES}|${WHOM}|[了吧啊哈的好])*$`);
const PUTS_OFF = /稍后|稍候|回头|晚点|晚些/;

/** A longer text is a sentence. */
const MAX_LENGTH = 20;

/** Feishu writes its own emojis as `[OK]`. */
const EMOJIS = /\[[\p{L}\d_ ]{1,20}\]/gu;
const MARKS = /[\p{P}\p{S}\p{Z}\p{Cf}\p{M}\p{Emoji_Presentation}\p{Extended_Pictographic}\s]/gu;

/** `question`: only question marks, or asks what the bot is; `nod`: a courtesy, a nod, a promise or lone marks. */
export type Courtesy = 'question' | 'nod';

/** Whether the text is a mere courtesy; null if it says more. */
export function courtesyIn(text: string): Courtesy | null {
  if (text.length > 100) return null;
  if (isBlank(text)) return text === '' ? null : 'nod';
  const folded = text.normalize('NFKC').toLowerCase();
  const bare = folded.replace(EMOJIS, '');
  let rest = bare.replace(MARKS, ' ').trim();
  if (rest === '') return /[?？]/.test(bare) ? 'question' : 'nod';
  if (ASKS_FOR_HELP.test(rest)) return 'question';
  if ([...rest].length > MAX_LENGTH) return null;
  if (isPromise(rest)) return 'nod';
  while (rest !== '') {
    const said = SAID.find((each) => rest.startsWith(each) && !splitsWord(rest, each));
    if (said === undefined) return null;
    rest = rest.slice(said.length).trim();
  }
  return 'nod';
}

/** The clauses of the text tell what its writer is about to do, and say nothing else but that it was understood. */
function isPromise(said: string): boolean {
  const [first = '', ...others] = said.split(' ').filter((clause) => clause !== '');
  const isOwn = (clause: string) => {
    const [whole, who, when = ''] = PROMISE.exec(clause) ?? [];
    return whole !== undefined && (who !== undefined || PUTS_OFF.test(when));
  };
  if (others.length === 0) return isOwn(first);
  const knows = ACKNOWLEDGES.test(first) && courtesyIn(first) === 'nod';
  return (
    others.every((clause) => isOwn(clause) || (knows && PROMISE.test(clause)) || courtesyIn(clause) === 'nod') &&
    (knows || isOwn(first) || courtesyIn(first) === 'nod')
  );
}

/** A Latin word ends where its letters end: `hi` does not begin `high`. */
const splitsWord = (text: string, said: string) => /[a-z0-9]$/.test(said) && /^[a-z0-9]/.test(text.slice(said.length));

/** A text that is shorter, and has no word of a customer's matter, may be anything: 我的单子, 催一下. */
const SHORT_OF = 6;

/** Among so many marks nobody hides a short text. */
const MAX_MARKS = 400;

/** Whether the text is so short that it could be anything. */
export const isShort = (text: string): boolean =>
  text.length <= MAX_MARKS && [...text.normalize('NFKC').replace(MARKS, '')].length < SHORT_OF;
