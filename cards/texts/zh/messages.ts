import type { MessageFacts, Passage } from '../facts';
import { CLOCK_MESSAGES_ZH } from './clock-messages';
import { beside } from './spacing';

const customer = (name: string) => `客户：${name}`;
const dueLine = (due: string) => (due ? `答复时限：${due}` : '');

/** The messages that the bot sends once. A reminder and an escalation have one text for each rung of the ladder. */
export const MESSAGES_ZH = {
  answer_amended: (f) => ({
    title: `${f.number} 处理意见有更正`,
    lines: [
      customer(f.customer),
      `${f.by}更正了处理意见：${f.text}`,
      f.due ? `请以此为准，在 ${f.due} 前告知客户，并在卡片上归档。` : f.todo,
    ],
  }),
  answer_recalled: (f) => ({
    title: `${f.number} 处理意见的原消息已撤回`,
    lines: [
      customer(f.customer),
      `${f.by}撤回了写有处理意见的消息。更正之前，卡片上的处理意见不变；请先与${f.by}核对，再告知客户。`,
    ],
  }),
  answer_recalled_side: (f) => ({
    title: `${f.number} 处理意见的原消息已撤回`,
    lines: [
      `${f.by}撤回了写有处理意见的消息，卡片上的处理意见不变。如需更正，请在卡片下回复“处理结果：……”；已归档的，请客户经理重新打开。`,
    ],
  }),
  progress: (f) => ({
    title: `${f.number} 有新进展`,
    lines: [customer(f.customer), `${beside(f.department, f.by)}：${f.text}`],
  }),
  rep_note: (f) => ({ title: `${f.number} 客户经理补充说明`, lines: [customer(f.customer), `${f.by}：${f.text}`] }),
  originals: (f) => ({
    title: `${f.number} 客户的原消息`,
    lines: ['部分内容无法放进卡片，随后把客户的原消息转发到这里。'],
  }),
  info_provided: (f) => ({
    title: `${f.number} 信息已补充`,
    lines: [customer(f.customer), `补充信息：${f.text}`, '请继续处理。', dueLine(f.due)],
  }),
  urged: (f) => ({
    title: `${f.number} 催办`,
    lines: [`${f.by}请您尽快处理，客户在等答复。`, customer(f.customer), f.todo, dueLine(f.due)],
  }),
  withdrawn: (f) => ({
    title: `${f.number} 已撤回`,
    lines: [customer(f.customer), '客户经理已撤回，无需继续处理。', f.text ? `原因：${f.text}` : ''],
  }),
  extended: (f) => ({
    title: `${f.number} 延期至 ${f.until}`,
    lines: [
      customer(f.customer),
      `${f.department}申请延期，原因：${f.text}`,
      f.interimDue ? `客户经理仍须先给客户一个阶段性答复，时限 ${f.interimDue}。` : dueLine(f.due),
    ],
  }),
  reopened: (f) => ({
    title: `${f.number} 重新打开`,
    lines: [customer(f.customer), f.text ? `原因：${f.text}` : '', f.todo, dueLine(f.due)],
  }),
  released: (f) => ({
    title: `${f.number} 退回待接单`,
    lines: [customer(f.customer), `${f.by}已退回，请其他同事接单。`, f.text ? `原因：${f.text}` : '', dueLine(f.due)],
  }),
  moved: (f) => ({
    title: `${f.number} 已改派`,
    lines: [
      customer(f.customer),
      `${f.by}已改派给${f.department}，本部门无需继续处理。`,
      f.text ? `原因：${f.text}` : '',
    ],
  }),
  moved_rep: (f) => ({
    title: `${f.number} 已改派`,
    lines: [
      customer(f.customer),
      `${f.by}已改派给${f.department}，新的处理意见会再送到您这里。`,
      f.text ? `原因：${f.text}` : '',
      dueLine(f.due),
    ],
  }),
  closed_rep: (f) => ({
    title: `${f.number} 已归档`,
    lines: [customer(f.customer), `${f.by}已登记告知客户并归档，您不必再处理。`, f.text ? `告知客户：${f.text}` : ''],
  }),
  reopened_rep: (f) => ({
    title: `${f.number} 重新打开`,
    lines: [
      customer(f.customer),
      `${f.by}已重新打开，${f.department}会再次处理。`,
      f.text ? `原因：${f.text}` : '',
      dueLine(f.due),
    ],
  }),
  edited: (f) => ({
    title: `${f.number} 内容有修改`,
    lines: [customer(f.customer), `${f.by}修改了发来的内容，请以修改后的为准：${f.text}`],
  }),
  released_holder: (f) => ({
    title: `${f.number} 退回待接单`,
    lines: [
      customer(f.customer),
      `${f.by}已把您接的单退回待接单，您不必再跟进；如仍在处理，请再次接单。`,
      f.text ? `原因：${f.text}` : '',
    ],
  }),
  answered_holder: (f) => ({
    title: `${f.number} 已有处理意见`,
    lines: [customer(f.customer), `${f.by}已为您接的单提交处理意见：${f.text}`, '您不必再提交。'],
  }),
  asked_holder: (f) => ({
    title: `${f.number} 已请客户经理补充`,
    lines: [customer(f.customer), `${f.by}已请客户经理补充：${f.text}`, '补充后会再回到您这里。'],
  }),
  transferred_holder: (f) => ({
    title: `${f.number} 已转派`,
    lines: [
      customer(f.customer),
      `${f.by}已把您接的单转给${f.department}，您不必再跟进。`,
      f.text ? `原因：${f.text}` : '',
    ],
  }),
  alive: (f) => ({ title: `${f.number} 已记下仍在处理`, lines: [customer(f.customer), dueLine(f.due)] }),
  which_record: (f) => ({
    title: `${f.number} 已归档`,
    lines: [
      customer(f.customer),
      `收到：${f.text}`,
      `如果是同一件事，请重新打开 ${f.number}；如果是另一件事，请作为新反馈提交。不选择则不记录。`,
    ],
  }),
  named_record: (f) => ({
    title: `记到 ${f.number} 上吗？`,
    lines: [customer(f.customer), `现在是“${f.status}”。`, `收到：${f.text}`, '不选择则不记录，也不会催任何人。'],
  }),
  priority_raised: (f) => ({
    title: `${f.number} 紧急程度改为${f.text}`,
    lines: [customer(f.customer), `${f.by}作了调整，请优先处理。`, dueLine(f.due)],
  }),
  undeliverable: (f) => ({
    title: `${f.number} 有消息未能送达`,
    lines: [`收件方：${f.to}`, `原因：${f.text}`, '请检查部门群和人员是否有变动。'],
  }),
  holder_left: (f) => ({
    title: `${f.number} 需要重新接单`,
    lines: [customer(f.customer), `原接单人${f.by}已无法联系，请其他同事接单，之前的记录都在卡片上。`, dueLine(f.due)],
  }),
  rep_left: (f) => ({
    title: `${f.number} 改由您跟进`,
    lines: [customer(f.customer), `原客户经理${f.by}已无法联系，请由您答复客户。`, f.text, dueLine(f.due)],
  }),
  assigned_holder: (f) => ({
    title: `${f.number} 派给您了`,
    lines: [customer(f.customer), `${f.by}请您接手，已算您接单。`, dueLine(f.due)],
  }),
  taken_over_holder: (f) => ({
    title: `${f.number} 已由同事接手`,
    lines: [customer(f.customer), `${f.by}已请${f.to}接手，您不必再跟进。`],
  }),
  instructed: (f) => ({
    title: `${f.number} 有批示`,
    lines: [customer(f.customer), `${f.by}批示：${f.text}`, f.todo, dueLine(f.due)],
  }),
  moved_holder: (f) => ({
    title: `${f.number} 已转出`,
    lines: [customer(f.customer), `部门有调整，已转给${f.holder}继续处理，记录一并转过去了，您不必再跟进。`],
  }),
  'reminder.unclaimed': (f) => ({
    title: `${f.number} 还没有人接单`,
    lines: [
      customer(f.customer),
      `${f.assignedAt} 分派到${f.department}，至今无人接单。`,
      '点卡片上的“接单”后，这项提醒就不再发送。',
      dueLine(f.due),
    ],
  }),
  'reminder.before': (f) => ({
    title: `${f.number} 临近答复时限`,
    lines: [
      customer(f.customer),
      `须在 ${f.due} 前答复客户，现在是“${f.status}”，由${f.holder}跟进。`,
      `${f.todo}完成后，您不再收到这项提醒。`,
    ],
  }),
  'reminder.due': (f) => ({
    title: `${f.number} 已到答复时限`,
    lines: [
      customer(f.customer),
      `答复时限 ${f.due} 已到，现在是“${f.status}”，由${f.holder}跟进。`,
      `${f.todo}完成后，您不再收到这项提醒。`,
    ],
  }),
  'reminder.overdue': (f) => ({
    title: `${f.number} 已超过答复时限`,
    lines: [
      customer(f.customer),
      `应在 ${f.due} 前答复客户，现在是“${f.status}”，由${f.holder}跟进。`,
      `${f.todo}完成后，您不再收到这项提醒。`,
    ],
  }),
  'escalation.due': (f) => ({
    title: `${f.number} 已到答复时限，请关注`,
    lines: [
      customer(f.customer),
      `答复时限 ${f.due} 已到，客户还没有得到答复。`,
      `现在是“${f.status}”，由${f.holder}跟进。`,
      '客户得到答复后，您不再收到这项提醒。',
    ],
  }),
  'escalation.overdue': (f) => ({
    title: `${f.number} 已超过答复时限，请关注`,
    lines: [
      customer(f.customer),
      `应在 ${f.due} 前答复客户，客户还没有得到答复。`,
      `现在是“${f.status}”，由${f.holder}跟进。`,
      '客户得到答复后，您不再收到这项提醒。',
    ],
  }),
  ...CLOCK_MESSAGES_ZH,
} satisfies Record<string, (f: MessageFacts) => Passage>;
