import { namesNumber } from '../../number-names';
import type { Channel } from '../model';

/** The customer is looked for in so many characters; names further down are more often somebody else's. */
const HEAD_LENGTH = 200;

const COMPANY =
  '(?:公司|集团|工厂|[^工]厂|商行|商贸|超市|酒店|宾馆|医院|学校|大学|银行|药房|门店|专卖店|旗舰店|经销商|事务所|研究院|工作室)';
const NAME_CHAR = "[\\p{Script=Han}A-Za-z0-9()（）·&'.-]";
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏' +
  '魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤温康施牛樊葛邢安齐易' +
  '乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解' +
  '牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖' +
  '巩明佘池查麻苑迟邝])';
const TITLE = '(?:先生|女士|小姐|太太|总监|总|经理|主任|老板|厂长|老师|师傅|院长|校长|部长|科长|主管|工|医生|店长)';
const SAYS =
  '(?:反映|反馈|反应|说|表示|投诉|来电(?!显示|铃|提醒)|致电|来信|来函|来邮件|打电话|发来|告知|提出|要求|询问|咨询|想问|问|建议|希望|抱怨|称|通知|需要)';

/** A person who speaks for a company. */
const SPEAKER = `(?:${SURNAME}${NAME_CHAR}{0,2}?${TITLE}|[^\\s,，。]{0,4}?(?:采购|财务|负责人|工程师|质检|仓库|人员|员工|老板|客户|部))`;

const LABELLED = new RegExp(
  '(?:^|\\n)\\s{0,8}(?:客户名称|客户姓名|客户单位|公司名称|单位名称|customer name|client name|customer|client)\\s{0,8}[:：]\\s{0,8}' +
    '([^\\n,，。;；:：]{2,40})',
  'iu',
);
const BRACKETED = new RegExp(`^\\s*[【\\[「]([^】\\]」\\n]{1,38}${COMPANY})[】\\]」]`, 'u');
const CALLED_CUSTOMER = '(?:(?:老|新|大|我的?|我们的?)?(?:客户|顾客|用户)\\s{0,8}[:：]?\\s{0,8})';
const COMPANY_SAYS = new RegExp(
  `^\\s*(${CALLED_CUSTOMER}?)(${NAME_CHAR}{1,30}?${COMPANY})(?=的?(?:${SPEAKER})?[\\s,，:：]{0,2}${SAYS})`,
  'u',
);
const PERSON_SAYS = new RegExp(
  `^\\s*${CALLED_CUSTOMER}?(${SURNAME}${NAME_CHAR}{0,2}?${TITLE})(?=[\\s,，:：]|(?:今天|昨天|刚才?|又|也)?${SAYS})`,
  'u',
);
const LABELLED_SOMEBODY = new RegExp(
  `^\\s*${CALLED_CUSTOMER}(${NAME_CHAR}{1,30}?${COMPANY}|${SURNAME}${NAME_CHAR}{0,2}?${TITLE})(?=[\\s,，。;；:：]|$)`,
  'u',
);
const ENGLISH_COMPANY =
  /^\s*((?:[A-Z][\w&'-]{0,30}\s){1,4}(?:Co\.,? ?Ltd|Ltd|Inc|LLC|GmbH|Corp|Corporation|Company|Group)\b\.?)/u;
const ENGLISH_PERSON = /^\s*((?:Mr|Mrs|Ms|Dr)\.? [A-Z][a-z'-]{1,30}(?: [A-Z][a-z'-]{1,30})?)(?= )/u;

/** Matches that are no customer's name: the company spoken to, a pronoun, a carrier. */
const NOBODY =
  /^(?:反映|反馈|投诉|关于|[请对在去到从由向给找跟被让])|你|您|我|他们|她|这|那|哪|某|^贵|^该|^本|^各|了|^(?:公司|集团|工厂)$|^(?:快递|物流|运输|保险)公司$/u;

/** The customer's name, from the beginning of the text; '' if the text does not clearly say it. */
export function customerIn(text: string): string {
  const head = text.slice(0, HEAD_LENGTH);
  const company = COMPANY_SAYS.exec(head);
  const candidates = [
    LABELLED.exec(head)?.[1],
    BRACKETED.exec(head)?.[1],
    LABELLED_SOMEBODY.exec(head)?.[1],
    PERSON_SAYS.exec(head)?.[1],
    company?.[2],
    ENGLISH_COMPANY.exec(head)?.[1],
    ENGLISH_PERSON.exec(head)?.[1],
  ];
  return candidates.map((name) => name?.trim() ?? '').find((name) => name.length > 1 && !NOBODY.test(name)) ?? '';
}

const MOBILE = /(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?![\d.]\d|\d)/gu;
const LANDLINE = /(?<![\d-])0\d{2,3}[-\s]\d{7,8}(?:-\d{1,5})?(?!\d)/gu;
const ABROAD = /(?<!\d)\+\d{1,3}[-\s]?\(?\d{1,4}\)?(?:[-\s]?\d{2,4}){2,4}(?!\d)/gu;
const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/giu;

/** A telephone number, else an e-mail address, as written; '' if the text has neither. */
export function contactIn(text: string): string {
  for (const pattern of [MOBILE, LANDLINE, ABROAD, EMAIL]) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (!namesNumber(text.slice(0, index))) return found.trim();
    }
  }
  return '';
}

const HEARD = '(?:反映|反馈|投诉|咨询|告知|通知|里|中|上|说|留言|询问|联系我)';
const CHANNEL_WORDS: [Channel, RegExp][] = [
  ['wechat', new RegExp(`微信群?${HEARD}|微信群|by wechat|on wechat|via wechat`, 'u')],
  [
    'phone',
    new RegExp(
      `来电(?=[\\s,，:：。]|${SAYS}|$)|致电|电话(?:里|中|上)?${SAYS}|打电话(?:来|给我|过来)|打来电话|by phone|phoned|called us|called me`,
      'u',
    ),
  ],
  ['email', new RegExp(`来邮件|邮件${HEARD}|发来(?:一封|的)?邮件|by e-?mail|via e-?mail|e-?mailed (?:us|me)`, 'u')],
  ['fax', /传真/u],
  ['letter', /来信|来函|信函/u],
  ['visit', /拜访|走访|上门(?:时|听)|来访/u],
  ['survey', /问卷|满意度调查/u],
  ['social', /微博|抖音|小红书|朋友圈/u],
  ['web', /官网留言|网站留言|在线留言/u],
];

/** How the customer's message came; null if the beginning of the text does not say. */
export function channelIn(text: string): Channel | null {
  const head = text.slice(0, HEAD_LENGTH).toLowerCase();
  return CHANNEL_WORDS.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}
