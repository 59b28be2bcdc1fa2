import type { NoticeFacts, NoticeWords } from '../facts';
import { CLOCK_MESSAGES_ZH } from './clock-messages';
import { beside } from './spacing';

const REASON = '原因';

/** What people are told of others' acts on a case. The reader is called 您, a group is spoken to without a name. */
export const MESSAGES_ZH = {
  answer_amended: (f) => ({
    short: '处理意见有更正',
    ask: '处理意见改了，请以新的为准。',
    say: `${f.by}作了更正，发给客户的话随后单独发来。`,
  }),
  answer_recalled: (f) => ({
    short: '处理意见的原消息已撤回',
    ask: '先核对一下，再告诉客户。',
    say: `${f.by}撤回了写有处理意见的消息。更正之前，处理意见不变。`,
  }),
  answer_recalled_side: (f) => ({
    short: '处理意见的原消息已撤回',
    say: `${f.by}撤回了写有处理意见的消息，处理意见不变。`,
    note: '要更正，请在卡片下回复“处理结果：……”；已归档的，请客户经理重新打开。',
  }),
  progress: (f) => ({ short: '有新进展', over: beside(f.department, f.by) }),
  rep_note: (f) => ({ short: '客户经理补充', over: beside('客户经理', f.by) }),
  originals: () => ({ short: '客户的原消息', say: '部分内容放不进卡片，随后把客户的原消息转发到这里。' }),
  info_provided: (f) => ({ short: '信息已补充', ask: '要的信息有了，请接着办。', over: beside('客户经理', f.by) }),
  urged: (f) => ({ short: '催办', ask: `客户在等答复，${f.asks}`, say: `${f.by}催办。` }),
  withdrawn: () => ({ short: '已撤回', say: '客户经理已撤回，不用再处理了。', over: REASON }),
  extended: (f) => ({
    short: '延期',
    say: `${f.department}延期到 ${f.until}。`,
    over: REASON,
    note: f.interimDue ? `客户经理仍须在 ${f.interimDue} 前先给客户回个话。` : '',
  }),
  extension_asked: (f) => ({
    short: '申请延期',
    ask: '请您定：同意后，时限才会变。',
    say: `${beside(f.department, f.by)}想延期到 ${f.until}。`,
    over: REASON,
    note: '不回应，就按原时限办。',
  }),
  extension_refused: (f) => ({
    short: '延期没有同意',
    ask: '请按原时限办。',
    say: `${f.by}没有同意延期。`,
    over: REASON,
  }),
  released: (f) => ({ short: '放回待接单', ask: '请接单或安排同事。', say: `${f.by}放回了这一单。`, over: REASON }),
  moved: (f) => ({
    short: '已改派',
    say: `${f.by}已改派给${f.department}，这边不用再处理了。`,
    over: REASON,
  }),
  moved_rep: (f) => ({
    short: '已转部门',
    say: `${f.by}转给了${f.department}，有结果会再告诉您，您这边先不用动。`,
    over: REASON,
  }),
  closed_rep: (f) => ({
    short: '已归档',
    say: `${f.by}已告诉客户并归档，您不用再处理了。`,
    over: '告诉客户的话',
  }),
  reopened_rep: (f) => ({
    short: '重新打开',
    say: `${f.by}重新打开了，${f.department}会再处理一次。`,
    over: REASON,
  }),
  edited: (f) => ({ short: '内容有修改', say: `${f.by}改了发来的内容，请以改后的为准。`, over: '改后的内容' }),
  released_holder: (f) => ({
    short: '放回待接单',
    say: `${f.by}把您接的单放回了待接单。还在办的话，请再接一次。`,
    over: REASON,
  }),
  answered_holder: (f) => ({
    short: '已有处理意见',
    say: `${f.by}替您提交了处理意见，您不用再写了。`,
    over: '处理意见',
  }),
  asked_holder: (f) => ({
    short: '等客户经理补充',
    say: `${f.by}请客户经理补充了，有回音会再告诉您。`,
    over: '问客户经理',
  }),
  transferred_holder: (f) => ({
    short: '已转部门',
    say: `${f.by}把您接的单转给了${f.department}，您不用再跟进了。`,
    over: REASON,
  }),
  alive: () => ({ short: '还在处理', say: '记下了，您还在处理。' }),
  which_record: (f) => ({
    short: '又有消息',
    say: `如果是同一件事，请重新打开 ${f.number}；如果是另一件事，请作为新反馈提交。不选择则不记录。`,
    over: '收到',
  }),
  priority_raised: (f) => ({
    short: `改为${f.priority}`,
    ask: `改成${f.priority}了，请优先处理。`,
    say: `${f.by}作了调整。`,
  }),
  undeliverable: (f) => ({
    short: '有消息没送到',
    say: `有一条消息没能送到${f.to}，请看看部门群和人员有没有变动。`,
    over: REASON,
  }),
  holder_left: (f) => ({
    short: '要重新接单',
    ask: '请接单或安排同事。',
    say: `原接单人${f.by}联系不上了，之前的记录都在卡片上。`,
  }),
  rep_left: (f) => ({
    short: '改由您跟进',
    say: `原客户经理${f.by}联系不上了，请由您答复客户。`,
    over: '到哪一步了',
  }),
  assigned_holder: (f) => ({ short: '派给您了', ask: '已经算您接单，请接着办。', say: `${f.by}请您接手。` }),
  taken_over_holder: (f) => ({ short: '同事接手了', say: `${f.by}请${f.to}接手了，您不用再跟进。` }),
  instructed: (f) => ({ short: '有批示', ask: f.asks, over: `${f.by}批示` }),
  moved_holder: (f) => ({
    short: '已转出',
    say: `部门有调整，已转给${f.holder}，记录一并转过去了，您不用再跟进。`,
  }),
  ...CLOCK_MESSAGES_ZH,
} satisfies Record<string, (f: NoticeFacts) => NoticeWords>;
