import { beginsWithDate } from './dates';
import type { Edit } from './edit';

/** Names of services by which a person is reached, and what people write for them. */
const CHINESE = ['微 ?信', '薇信', '威信', 'v信', '[微薇威]❤', '绿泡泡', '扣扣', '企鹅', '旺旺', '钉钉', '支付宝'];
/** These count only if they are words of their own. */
const LATIN = ['we ?chat', 'wei ?xin', 'wx', 'vx', 'q ?q', 'skype', 'telegram', '\\+ ?v', 'v(?= ?:)'];
/** Words that have other meanings, but for what stands beside them. */
const BESIDE = ['加(?:我|他|她)?的? ?(?:v|微信?)', 'q(?=[号群])', '(?:抖音|快手|小红书)(?=号)'];
/** What says that an account follows. */
const SAYS = ['号码', '账号', '帐号', '账户', '昵称', '名字', '号', '群', '名', 'id', 'account', 'number', 'is(?= )'];
const SAYS_SO = [...SAYS, '叫', '就?是', '为'];
const LINK = '[\\s:"\'“”「『【\\[(<《=@-]{0,6}';
/** An account, or the digits of one with blanks between. */
const ACCOUNT = new RegExp(
  `(${[...CHINESE, `(?<![a-z0-9])(?:${LATIN.join('|')})`, ...BESIDE].join('|')})` +
    `((?: ?(?:${SAYS_SO.join('|')})){0,4})(${LINK})` +
    '(\\d(?:[ -]?\\d){4,14}(?![a-z0-9_])|[a-z0-9][a-z0-9_-]{4,29})',
  'gi',
);

/** Words that stand behind the name of a service without being anybody's account; an account has 5 letters. */
const WORDS = new Set(
  `about above after again asked because before broken cannot check client colleague complain complained complaint
  confirm confirmed contact could customer delivery details email error every first forward forwarded friend
  friends given goods great group hello image images invoice issue later leaking leaks letter message messages
  missing money morning never night noted order orders other parts payment people phone photo photos picture
  pictures please price problem product quality question quick reason received refund regards reply report
  returned screenshot should since sorry still support thank thanks their there these thing think those today
  tomorrow under until update urgent video videos voice waiting wants wechat weixin welcome where which while
  would write wrong yesterday`.split(/\s+/),
);
const FILE = /^(?:img|image|video|voice|mmexport|screenshot|photo|file|pic)[_-]?\d/i;
const UNIT_AFTER = /^ ?(?:元|件|台|套|只|个|条|次|型|米|万|pcs)/;

interface Named {
  service: string;
  says: string;
  link: string;
  account: string;
  after: string;
}

/**
 * Whether what stands behind the name of a service is an account: digits of the length of one, a word with a digit or
 * `_`, or any word if it is called an account (`：`, 号) and is neither a known word nor the beginning of a sentence.
 */
function isAccount({ service, says, link, account, after }: Named): boolean {
  if (beginsWithDate(account) || FILE.test(account)) return false;
  const isCalled = says !== '' || service.startsWith('加') || /[:"'“「『【[(<《=]/.test(link);
  // `VX3000`: joined to letters, digits are a model; accounts of WeChat begin with a letter.
  const isModel = /^[vw]/i.test(service) && !isCalled && !link.includes(' ') && /^\d/.test(account);
  if (isModel) return false;
  if (/^[\d -]+$/.test(account)) return isCalled || (!link.includes('\n') && !UNIT_AFTER.test(after));
  if (/[\d_]/.test(account)) return true;
  if (!isCalled || WORDS.has(account.toLowerCase())) return false;
  return says !== '' || !/^ [a-z]{2}/.test(after);
}

/** The accounts of WeChat, QQ and the like in a plain text: all but the first character is hidden. Linear. */
export function* accounts(text: string): Generator<Edit> {
  for (const found of text.matchAll(ACCOUNT)) {
    const [all, service = '', says = '', link = '', account = ''] = found;
    const to = found.index + all.length;
    if (!isAccount({ service, says, link, account, after: text.slice(to, to + 4) })) continue;
    yield { from: to - account.length + 1, to, by: '***' };
  }
}
