import type { HolderKind } from '../../../src/domain/feedback/clock/spans';
import type { Sla } from '../../../src/domain/org/org';
import { beside } from './spacing';

/** The statuses in which somebody holds the ball. */
type HeldStatus = 'triage' | 'review' | 'assigned' | 'handling' | 'waiting' | 'answered';

const HELD: Record<HeldStatus, (who: string, department: string) => string> = {
  triage: () => '等待文员分派',
  review: () => '等待经理批示',
  assigned: (_who, department) => `等待${department}接单`,
  handling: (who, department) => `${beside(department, who)}处理`,
  waiting: (who) => `等待${who}补充信息`,
  answered: (who) => `等待${who}告知客户`,
};

/** The clock: what is due, who is asked, and where the time went. */
export const CLOCK_ZH = {
  /** Asks the holder of a claim without progress; two buttons hold the answers. */
  answerBefore: (until: string) =>
    `如仍在处理，请点“还在处理”，或在群里的卡片下回复进展。${until ? `${until} 前没有回应，将退回待接单。` : '没有回应，会请部门主管关注。'}`,

  /** Several cases in one message. */
  bundleForHolder: (count: number) => `${count} 件等您处理`,
  bundleForGroup: (count: number) => `${count} 件等着处理`,
  bundleForSuperior: (count: number) => `${count} 件请关注`,
  /** `longest` tells how late the latest of them is: `超 5 小时`. */
  bundleLate: (count: number, longest: string) => `${count} 件超时，最久的${longest}`,
  bundleEarliest: (at: string) => `最早的${at} 到期`,
  bundleUrgent: (count: number) => `${count} 件特急`,
  bundleMore: (count: number) => `还有 ${count} 件`,
  bundleAsk: '下面几件请接单或安排同事。',
  /** One tap for all cases of a message. */
  stillOnAll: '都在办',
  stillOnNoted: (count: number) => `记下了，${count} 件都在办`,
  noneHeld: '没有等您回应的反馈了。',
  urgeTogether: (count: number) => `${count} 件一起催`,
  urgeTogetherConfirm: { title: '一起催办？', text: '会提醒每一件的经办人，并加急。' },
  urgedTogether: (count: number, names: string) => `已催 ${count} 件：${names}`,
  noneToUrge: '没有可以催的超时反馈；一小时内催过的，先不再催。',
  mutedToday: '今天不再提醒您，超时的都在明早的日报里。',
  /** A person answered a message about several cases. */
  whichCase: '那条消息列了几条反馈，不知道您说的是哪一条。请在那条反馈的卡片下回复，或点按钮。',

  /** The explanation of a case's clock (时限说明). */
  explain: '时限说明',
  explainTitle: (number: string) => `${number} 时限说明`,
  explained: (number: string) => `${number} 的时限说明已私信给您`,
  duration: (days: number, hours: number, minutes: number) =>
    [days > 0 && `${days} 天`, hours > 0 && `${hours} 小时`, minutes > 0 && `${minutes} 分钟`]
      .filter(Boolean)
      .join(' ') || '不到 1 分钟',
  noClock: '这条反馈是信息存档，没有答复时限。',
  /** Submitted at `from`, to be answered `within` a duration, that is by `due`; `modes` tell which hours count. */
  runs: (from: string, within: string, due: string) => `${from} 提交，${within}内答复客户，即 ${due} 前。`,
  runsAnew: (from: string, within: string, due: string) =>
    `${from} 重新打开，重新计时，${within}内答复客户，即 ${due} 前。`,
  modes: {
    'wall-clock': '按自然时间计算，夜间和节假日也计入。',
    workdays: '只计工作日（含调休上班日），周末和节假日不计入。',
  } satisfies Record<Sla['calendar'], string>,
  guessed: (years: string) =>
    `${years} 年的放假安排尚未公布，该年暂按周一至周五（法定节假日除外）推算，公布后可能有出入。`,
  extended: (until: string, due: string) => `部门已延期至 ${until}；给客户的阶段性答复时限仍为 ${due}。`,
  interimGiven: (at: string, until: string) => `${at} 已给客户阶段性答复，时限改为 ${until}。`,
  used: (asOf: string, used: string, left: string) =>
    `截至 ${asOf}，${beside('已用', used)}，${beside('还剩', left)}。`,
  usedUp: (asOf: string, used: string, over: string) =>
    `截至 ${asOf}，${beside('已用', used)}，${beside('超时', over)}。`,
  closedAfter: (used: string) => `${beside('用时', used)}，已结束。`,
  whoHeld: '经手过程',
  /** The task of one span; `who` is a person or a group of people, `department` may be empty. */
  held: HELD,
  span: (from: string, to: string, what: string, took: string) => `${from} 至 ${to}　${what}，${took}`,
  spanLasts: (from: string, what: string, took: string) => `${from} 至今　${what}，${took}`,
  /** A span with its duration and with the part of the duration that counts. */
  counted: (took: string, counted: string) => `${took}（${beside('计入', counted)}）`,
  charges: '各方用时',
  charged: (who: string, took: string) => `${who}：${took}`,
  earlier: (count: number) => `更早的 ${count} 段从略。`,
  whatNext: '接下来',
  next: (at: string, why: string, to: string) => `${at} 提醒${to}：${why}。`,
  alsoTold: (who: string) => `同时告知${who}。`,
  nothingNext: '目前没有待发的提醒。',
  rungs: {
    unclaimed: '仍无人接单',
    before: '临近答复时限',
    due: '到答复时限',
    overdue: '超过答复时限',
    silent: '询问是否还在处理',
    silent_lead: '接单后没有进展',
    freed: '仍无回应则退回待接单',
  },
  parties: { rep: '客户经理', clerk: '文员', manager: '经理', department: '部门' } satisfies Record<HolderKind, string>,
  contactTitle: (number: string) => `${number} 客户联系方式`,
  contactInWords: '原文中提到',
  contactLogged: '本次查看已记入这条反馈的记录，仅用于处理这条反馈，请勿转发。',
};
