import { normalised } from './text/normalised-text';
import { type PlainWord, parseWord, SPELLED, type Word } from './words';

/** `导出` with something that is no period, such as `export all`. */
const EXPORT_WHAT = /^(?:导出|export)\s+[\p{L}\d]{1,12}(?:\s20\d{2})?$/u;

/** Blanks that an input method leaves between two Chinese characters. */
const GAP_IN_WORD = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** A longer text is never taken for a mistyped word, but for a customer's message. */
const MAX_LENGTH = 8;

/** Words typed without an input method or with a wrong character of the same sound, and synonyms. */
const ALIASES: Record<string, PlainWord> = {
  bangzhu: 'help',
  hlep: 'help',
  hepl: 'help',
  bz: 'help',
  说明: 'help',
  菜单: 'help',
  menu: 'help',
  wode: 'mine',
  mien: 'mine',
  wd: 'mine',
  daiban: 'todo',
  tood: 'todo',
  db: 'todo',
  任务: 'todo',
  tasks: 'todo',
  yuqi: 'overdue',
  yq: 'overdue',
  超时: 'overdue',
  超期: 'overdue',
  过期: 'overdue',
  ribao: 'digest',
  rb: 'digest',
};

/**
 * For each character of the Chinese words, the common characters that an input method offers for the same sound, without
 * tones; the last ones are those of the sounds that many people confuse, such as s and sh. The words need two dozen
 * characters: a library of pronunciations would weigh a megabyte.
 */
const SOUNDS: Record<string, string> = {
  帮: '邦梆榜膀绑棒磅蚌镑傍谤班般搬',
  助: '住注主祝柱著煮猪竹逐珠驻株朱诸烛嘱筑贮铸蛛租组足祖',
  我: '窝握卧沃涡斡蜗',
  的: '得地德底第帝递滴低敌抵',
  待: '代带袋戴贷呆歹殆逮怠傣',
  办: '班般搬版板半伴扮拌瓣斑颁扳绊帮邦',
  逾: '于余鱼预玉雨语遇育愈渝与域愉渔予娱宇羽喻御欲誉浴裕豫愚榆舆俞',
  期: '其起七奇骑棋旗气器齐妻欺戚漆歧祈启企弃汽泣迄砌',
  日: '曰',
  报: '暴抱爆保包宝饱豹堡胞褒薄雹刨',
  设: '社射舍蛇摄奢舌赦涉赊色涩瑟',
  置: '制治至志智质纸指之只值直职执植致挚知支枝汁织止址旨帜秩稚滞掷侄肢字自子资',
  搜: '收艘馊嗖叟擞嗽手首受',
  索: '锁所缩嗦琐唆梭蓑素速说',
  导: '倒到道稻捣盗岛蹈悼祷刀',
  出: '处初除楚触储厨础畜橱锄雏粗促醋',
  使: '是时事十式史室市试石世师失始示视适',
  用: '永泳勇涌咏拥',
  事: '是时使十式史室市试石世师失始示视适',
  项: '像向象想相香箱祥响享详巷橡',
  已: '以一亿易依意义议亦益异',
  反: '返饭翻犯范烦凡番泛繁',
  馈: '愧溃亏葵窥',
};

/** Whether the text is the word with one or more characters of the same sound. */
function soundsLike(typed: string, word: string): boolean {
  const [heard, meant] = [[...typed], [...word]];
  if (heard.length !== meant.length || typed === word) return false;
  return meant.every((character, i) => heard[i] === character || SOUNDS[character]?.includes(heard[i] ?? ''));
}

/** Whether the text is nearly 设置, which only the word itself opens. */
export function meansSetup(text: string): boolean {
  const typed = normalised(text).replace(GAP_IN_WORD, '');
  return soundsLike(typed, '设置') || ['setpu', 'stup', 'setip', 'seting', 'setings', 'settigns'].includes(typed);
}

/** A misspelt Latin command with what follows it, which is as long as any search. */
const COMMAND_WITH_MORE = /^(?:sousuo|ss|serach|seach|saerch|find|daochu|exprot|exort)\s+.{1,40}$/;

/** Misspellings of words that something follows; `read` gets what follows. */
const WITH_MORE: [typed: RegExp, read: (rest: string) => Word | null][] = [
  [/^(?:搜|搜素|sousuo|ss|serach|seach|saerch|find)(?:\s(.+))?$/, search],
  [/^(?:搜索|搜寻)(\S.*)$/, search],
  [/^(?:查|查询|查找|查看|找)\s(\D.*)$/, search],
  [/^(?:daochu|exprot|exort)(?:\s(.+))?$/, (rest) => parseWord(`导出 ${rest}`)],
  [/^(?:no\.?|编号|第)?\s?([1-9]\d{0,4})号?$/, (rest) => parseWord(`#${rest}`)],
];

function search(rest: string): Word {
  return { word: 'search', words: rest.trim() };
}

/** Whether one added, missing, wrong or swapped letter makes `a` into `b`. */
function isOneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (text: string, from: number) => text.slice(from);
  if (long.length > short.length) return rest(short, start) === rest(long, start + 1);
  if (rest(short, start + 1) === rest(long, start + 1)) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isSwapped && rest(short, start + 2) === rest(long, start + 2);
}

/** A short word has no room for a slip: one letter off `mine` is `fine`. */
const hasRoom = (spelling: string) => (/^[a-z]/.test(spelling) ? spelling.length >= 5 : spelling.length >= 4);

/**
 * The word that a person who typed this text may have meant; null if the text is a word already, or nothing like one.
 */
export function nearWord(text: string): Word | null {
  const typed = normalised(text);
  if (typed === '' || parseWord(text)) return null;
  if (EXPORT_WHAT.test(typed)) return { word: 'export', period: null };
  if ([...typed].length > MAX_LENGTH && !COMMAND_WITH_MORE.test(typed)) return null;
  const joined = typed.replace(GAP_IN_WORD, '');
  if (joined !== typed) {
    const meant = parseWord(joined) ?? nearWord(joined);
    if (meant) return meant;
  }
  const alias = Object.hasOwn(ALIASES, typed) ? ALIASES[typed] : undefined;
  if (alias) return { word: alias };
  for (const [spelling, word] of SPELLED) if (soundsLike(typed, spelling)) return { word };
  const [first = '', ...rest] = typed.split(' ');
  if (soundsLike(first, '搜索')) return search(rest.join(' '));
  if (soundsLike(first, '导出')) return parseWord(`导出 ${rest.join(' ')}`);
  for (const [pattern, read] of WITH_MORE) {
    const found = pattern.exec(typed);
    if (found) return read((found[1] ?? '').trim());
  }
  for (const [spelling, word] of SPELLED) if (hasRoom(spelling) && isOneSlipApart(typed, spelling)) return { word };
  return null;
}
