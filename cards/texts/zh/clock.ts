import type { ClockTexts } from '../clock';
import type { MessageFacts, Passage, Texts } from '../texts';
import { beside } from './spacing';

const customer = (name: string) => `客户：${name}`;
const dueLine = (due: string) => (due ? `答复时限：${due}` : '');

const interim = (f: MessageFacts, what: string, request: string): Passage => ({
  title: `${f.number} ${what}`,
  lines: [customer(f.customer), `${f.department}已申请延期至 ${f.until}，${request}`, '登记后，您不再收到这项提醒。'],
});

const interimLate = (f: MessageFacts, what: string) =>
  interim(f, what, `但 ${f.due} 前应给客户的阶段性答复还没有登记。请尽快答复客户，并在卡片上登记。`);

/** What a draft is about, where the customer may not be named yet. */
const draft = (f: MessageFacts): string[] => [customer(f.customer), `原文（${f.forwardedAt}）：${f.text}`];

type Worded =
  | 'escalation.before'
  | 'escalation.interim_due'
  | 'escalation.interim_overdue'
  | 'reminder.silent'
  | 'reminder.interim_before'
  | 'reminder.interim_due'
  | 'reminder.interim_overdue'
  | 'reminder.draft'
  | 'reminder.draft_left'
  | 'escalation.draft_left'
  | 'adopted'
  | 'freed'
  | 'freed_former'
  | 'settled';

export const CLOCK_MESSAGES_ZH: Pick<Texts['messages'], Worded> = {
  'escalation.before': (f) => ({
    title: `${f.number} 临近答复时限，请关注`,
    lines: [
      customer(f.customer),
      `须在 ${f.due} 前答复客户，现在是“${f.status}”，由${f.holder}跟进。`,
      '有了处理意见后，您不再收到这项提醒。',
    ],
  }),
  'reminder.silent': (f) => ({
    title: `${f.number} 还在处理吗？`,
    lines: [customer(f.customer), '接单后还没有看到进展，客户在等答复。', dueLine(f.due)],
  }),
  'reminder.interim_before': (f) =>
    interim(f, '请给客户一个阶段性答复', `请在 ${f.due} 前先给客户一个阶段性答复，并在卡片上登记。`),
  'reminder.interim_due': (f) => interimLate(f, '阶段性答复时限已到'),
  'reminder.interim_overdue': (f) => interimLate(f, '阶段性答复已超时'),
  'escalation.interim_due': (f) => ({
    title: `${f.number} 阶段性答复时限已到，请关注`,
    lines: [customer(f.customer), `已延期至 ${f.until}，但 ${f.due} 前应给客户的阶段性答复还没有登记，请提醒${f.by}。`],
  }),
  'escalation.interim_overdue': (f) => ({
    title: `${f.number} 阶段性答复已超时，请关注`,
    lines: [customer(f.customer), `已延期至 ${f.until}，但 ${f.due} 前应给客户的阶段性答复还没有登记，请提醒${f.by}。`],
  }),
  'reminder.draft': (f) => ({
    title: `${f.number} 还没有提交`,
    lines: [...draft(f), '目前还是草稿，提交后部门才会收到。', '请核对后提交；不需要处理的，请作废。此后不再提醒。'],
  }),
  'reminder.draft_left': (f) => ({
    title: `${f.number} 还没有提交`,
    lines: [
      ...draft(f),
      '草稿搁置已久，部门还没有收到，现在也会提醒办公室文员。',
      '请核对后提交；不需要处理的，请作废。此后不再提醒。',
    ],
  }),
  'escalation.draft_left': (f) => ({
    title: `${f.number} 一直没有提交，请关注`,
    lines: [
      ...draft(f),
      `${f.holder}一直没有提交这份草稿，部门还没有收到。请提醒${f.holder}；对方无法处理的，请接手。`,
      '提交、作废或接手后，您不再收到这项提醒。',
    ],
  }),
  adopted: (f) => ({
    title: `${f.number} 已由${f.by}接手`,
    lines: [...draft(f), `这份草稿一直没有提交，${f.by}会核对并提交，您不必再处理。`],
  }),
  freed: (f) => ({
    title: `${f.number} 可以重新接单`,
    lines: [customer(f.customer), `${f.by}接单后一直没有进展，也没有回应询问，现在退回待接单。`, dueLine(f.due)],
  }),
  freed_former: (f) => ({
    title: `${f.number} 已退回待接单`,
    lines: [
      customer(f.customer),
      '您没有回应“还在处理吗？”，这条反馈已退回待接单。如仍在处理，请在群里的卡片上再次接单。',
    ],
  }),
  settled: (f) => ({ title: `${f.number} ${f.status}`, lines: [customer(f.customer), f.text, dueLine(f.due)] }),
};

export const CLOCK_ZH: ClockTexts['clock'] = {
  answerBefore: (until) =>
    `如仍在处理，请点“还在处理”，或在群里的卡片下回复进展。${until ? `${until} 前` : ''}没有回应，将退回待接单。`,

  bundleForHolder: (count) => `${count} 条反馈等您处理`,
  bundleForSuperior: (count) => `${count} 条反馈请关注`,
  bundleForGroup: (count) => `${count} 条反馈等待处理`,
  whichCase: '那条消息列了几条反馈，不知道您说的是哪一条。请在那条反馈的卡片下回复，或点按钮。',
  bundleEnds: '处理后，不再收到相应的提醒。',
  why: {
    'reminder.unclaimed': '还没有人接单，请接单。',
    'reminder.before': '临近答复时限，请处理。',
    'reminder.due': '已到答复时限，请处理。',
    'reminder.overdue': '已超过答复时限，请尽快处理。',
    'reminder.silent': '接单后还没有进展，还在处理吗？',
    'reminder.interim_before': '已延期，请先给客户一个阶段性答复。',
    'reminder.interim_due': '已延期，阶段性答复时限已到。',
    'reminder.interim_overdue': '已延期，阶段性答复已超时。',
    'reminder.draft': '还是草稿，请提交或作废。',
    'reminder.draft_left': '草稿搁置已久，请提交或作废。',
    'escalation.draft_left': '草稿一直没有提交，请提醒对方，或接手。',
    freed: '接单后没有进展，也没有回应，请重新接单。',
    freed_former: '您没有回应询问，已退回待接单。',
    'escalation.before': '临近答复时限，请关注。',
    'escalation.due': '已到答复时限，客户还没有得到答复。',
    'escalation.overdue': '已超过答复时限，客户还没有得到答复。',
    'escalation.interim_due': '已延期，还没有给客户阶段性答复。',
    'escalation.interim_overdue': '已延期，还没有给客户阶段性答复。',
  },

  explain: '时限说明',
  explainTitle: (number) => `${number} 时限说明`,
  explained: (number) => `${number} 的时限说明已私信给您`,
  duration: (days, hours, minutes) =>
    [days > 0 && `${days} 天`, hours > 0 && `${hours} 小时`, minutes > 0 && `${minutes} 分钟`]
      .filter(Boolean)
      .join(' ') || '不到 1 分钟',
  noClock: '这条反馈是信息存档，没有答复时限。',
  runs: (from, within, due) => `${from} 提交，${within}内答复客户，即 ${due} 前。`,
  runsAnew: (from, within, due) => `${from} 重新打开，重新计时，${within}内答复客户，即 ${due} 前。`,
  modes: {
    'wall-clock': '按自然时间计算，夜间和节假日也计入。',
    workdays: '只计工作日（含调休上班日），周末和节假日不计入。',
  },
  guessed: (years) => `${years} 年的放假安排尚未公布，该年暂按周一至周五（法定节假日除外）推算，公布后可能有出入。`,
  extended: (until, due) => `部门已延期至 ${until}；给客户的阶段性答复时限仍为 ${due}。`,
  interimGiven: (at, until) => `${at} 已给客户阶段性答复，时限改为 ${until}。`,
  used: (asOf, used, left) => `截至 ${asOf}，${beside('已用', used)}，${beside('还剩', left)}。`,
  usedUp: (asOf, used, over) => `截至 ${asOf}，${beside('已用', used)}，${beside('超时', over)}。`,
  closedAfter: (used) => `${beside('用时', used)}，已结束。`,
  whoHeld: '经手过程',
  held: {
    triage: () => '等待文员分派',
    review: () => '等待经理批示',
    assigned: (_who, department) => `等待${department}接单`,
    handling: (who, department) => `${beside(department, who)}处理`,
    waiting: (who) => `等待${who}补充信息`,
    answered: (who) => `等待${who}告知客户`,
  },
  span: (from, to, what, took) => `${from} 至 ${to}　${what}，${took}`,
  spanLasts: (from, what, took) => `${from} 至今　${what}，${took}`,
  counted: (took, counted) => `${took}（${beside('计入', counted)}）`,
  charges: '各方用时',
  charged: (who, took) => `${who}：${took}`,
  earlier: (count) => `更早的 ${count} 段从略。`,
  whatNext: '接下来',
  next: (at, why, to) => `${at} 提醒${to}：${why}。`,
  alsoTold: (who) => `同时告知${who}。`,
  nothingNext: '目前没有待发的提醒。',
  rungs: {
    unclaimed: '仍无人接单',
    before: '临近答复时限',
    due: '到答复时限',
    overdue: '超过答复时限',
    silent: '询问是否还在处理',
    freed: '仍无回应则退回待接单',
  },
  parties: { rep: '客户经理', clerk: '文员', manager: '经理', department: '部门' },
  contactTitle: (number) => `${number} 客户联系方式`,
  contactInWords: '原文中提到',
  contactLogged: '本次查看已记入这条反馈的记录，仅用于处理这条反馈，请勿转发。',
};
