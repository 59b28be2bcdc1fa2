import type { JsonObject } from '../../src/domain/messaging';
import { beginCard } from '../desk/begin-card';
import { type HelpRole, helpCard, welcomeCard } from '../desk/help-card';
import { refusalText } from '../feedback/messages/refusal';
import type { CardContext } from '../kit/context';
import { passageCard } from '../kit/passage-card';
import { bindCard } from '../setup/bind-card';
import type { Refusal } from '../texts/texts';
import { type Entry, type Section, title } from './entry';
import { BEGAN, sampleCase } from './sample-case';
import type { SampleOffice } from './sample-office';

const helpOf = (role: HelpRole, ctx: CardContext) =>
  helpCard({ role, setup: role === 'clerk', by: 'ou_rep', inGroup: false }, ctx);

function talk({ ctx, words }: SampleOffice): Entry[] {
  const { chat } = ctx.texts;
  const say = (line: string) => passageCard({ title: chat.botName, lines: [line] });
  const empty = { ...ctx, org: { ...ctx.org, departments: [] } };
  return [
    [
      'bind-choose',
      title('绑定群', 'Bind a group'),
      bindCard({ chat: 'oc_new', chatName: words.chat, sources: { file: {}, gone: new Set<string>() } }, ctx),
    ],
    [
      'bind-no-departments',
      title('绑定群，还没有部门', 'Bind a group, no departments yet'),
      bindCard({ chat: 'oc_new', chatName: words.chat, sources: { file: {}, gone: new Set<string>() } }, empty),
    ],
    ['chat-welcome', title('欢迎', 'Welcome'), welcomeCard('ou_rep', ctx)],
    ['help-rep', title('帮助，客户经理', 'Help for a rep'), helpOf('rep', ctx)],
    ['help-department', title('帮助，部门同事', 'Help for a department'), helpOf('member', ctx)],
    ['help-clerk', title('帮助，文员兼管理员', 'Help for a clerk who is an admin'), helpOf('clerk', ctx)],
    ['help-manager', title('帮助，经理', 'Help for a manager'), helpOf('manager', ctx)],
    ['help-wechat', title('微信怎么转', 'From WeChat'), passageCard(ctx.texts.help.wechat)],
    [
      'begin-list',
      title('能新建的', 'What one may begin'),
      beginCard({ typed: words.chat, items: [{ name: 'task', label: { zh: '督办任务', en: 'Task' } }] }, ctx),
    ],
    ['begin-none', title('没有能新建的', 'Nothing to begin'), beginCard({ typed: '', items: [] }, ctx)],
    ['passage-begin-refused', title('不由您发起', 'Not yours to begin'), say(ctx.texts.begin.notAllowed(words.chat))],
    ['passage-begin-nobody', title('没人可派', 'Nobody to begin'), say(ctx.texts.begin.nobody(words.chat))],
    ['passage-dismissed', title('不是反馈', 'No feedback'), say(chat.dismissed)],
    ['passage-setup-hint', title('设置打错了', 'Nearly setup'), say(chat.hints.setup_hint)],
    ['passage-group-hint', title('群里的提示', 'A hint in a group'), say(chat.groupHint)],
    ['passage-no-admin', title('还没有管理员', 'No admin yet'), say(ctx.texts.setup.noAdminYet)],
    ['passage-nothing-found', title('没有找到', 'Nothing found'), say(chat.nothingFound)],
    ['passage-not-for-you', title('无权查看', 'Not yours to see'), say(chat.notForYou)],
    ['passage-not-a-period', title('时间没看懂', 'Not a period'), say(chat.notAPeriod)],
    ['passage-empty-period', title('那段时间没有反馈', 'An empty period'), say(chat.emptyPeriod('2026-10'))],
    ['passage-search-hint', title('搜什么', 'What to search for'), say(chat.hints.search_hint)],
    ['passage-show-hint', title('查哪一条', 'Which case'), say(chat.hints.show_hint)],
    ['passage-direct-only', title('只在私聊里说', 'Only in the direct chat'), say(chat.hints.direct_only)],
    [
      'passage-word-meant',
      title('已按文字回复', 'Answered as a word'),
      say(chat.wordMeant(ctx.texts.nearWord.words.todo)),
    ],
    ['passage-taken-in', title('已收下', 'Taken in'), say(chat.takenIn)],
    ['passage-set-aside', title('放到一边', 'Set aside'), say(chat.setAside(1))],
    ['passage-intake-failed', title('未能记录', 'Not recorded'), say(chat.intakeFailed)],
    ['passage-unknown-sender', title('不知道是谁发的', 'An unknown sender'), say(chat.unknownSender)],
    ['passage-rep-unchecked', title('客户经理未核对', 'A rep not checked'), say(chat.repUnchecked('FB-12', 'ou_8f3c'))],
    [
      'passage-unheard',
      title('日报未能送达', 'A digest not delivered'),
      say(chat.unheard(words.names.ou_boss ?? '', ctx.texts.undeliverable.feishu_target_gone ?? '')),
    ],
  ];
}

/** Each refusal as the domain gives it. */
const REFUSALS: Record<Refusal, JsonObject> = {
  no_longer_applies: { what: 'claim', by: 'ou_worker', at: BEGAN, status: 'handling' },
  not_yours: { who: 'department', department: 'after_sales' },
  not_noted: { who: 'rep', department: 'after_sales' },
  unknown_department: { department: 'workshop' },
  unknown_assignee: {},
  unknown_category: { category: 'packaging' },
  department_without_group: { department: 'logistics' },
  same_department: { department: 'after_sales' },
  urged_recently: { nextAt: BEGAN },
  until_not_later: { dueAt: BEGAN },
  until_too_late: {},
  nothing_changed: {},
  nobody_to_route: {},
  card_unknown: {},
  field_faults: { command: 'answer', faults: [{ field: 'answer', fault: 'missing' }] },
  empty_answer: {},
  empty_draft: {},
  nothing_to_split: {},
  too_late_to_undo: {},
  no_contact: {},
  busy: {},
  duplicate: {},
};

/** A refusal is a toast after a tap, and a card after a typed text. */
function refusals({ ctx, words }: SampleOffice): Entry[] {
  const record = sampleCase('handling', words);
  return Object.entries(REFUSALS).map(([reason, detail]): Entry => {
    const line = refusalText(reason, detail, ctx, record);
    const card = passageCard({ title: ctx.texts.chat.botName, lines: [line] });
    return [`passage-refusal-${reason.replaceAll('_', '-')}`, line, card];
  });
}

export const CHAT_SECTION: Section = { group: title('对话', 'Conversation'), entries: talk };
export const REFUSAL_SECTION: Section = { group: title('拒绝', 'Refusals'), entries: refusals };
