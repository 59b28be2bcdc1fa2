import type { Feedback, Status } from '../../src/domain/feedback/model';
import type { JsonObject, Recipient } from '../../src/domain/messaging';
import { HOUR } from '../../src/domain/time';
import { messageCard, type OneOffMessage } from '../feedback/messages/message-card';
import type { CardContext } from '../kit/context';
import type { MessageName } from '../texts/texts';
import { type Entry, type Section, type Title, title } from './entry';
import { BEGAN, sampleCase } from './sample-case';
import type { SampleOffice } from './sample-office';
import type { SampleWords } from './sample-words';

const extended = (): JsonObject => ({ until: BEGAN + 72 * HOUR });

/** The status and the parameters with which the clock or a person causes each message. */
const CAUSES: Record<MessageName, [title: Title, status: Status, params?: (words: SampleWords) => JsonObject]> = {
  answer_amended: [title('处理意见有更正', 'The answer was corrected'), 'answered', () => ({ by: 'ou_worker' })],
  answer_recalled: [
    title('处理意见的消息被撤回，给客户经理', 'The answer’s message was recalled, to the rep'),
    'answered',
    () => ({ by: 'ou_worker' }),
  ],
  answer_recalled_side: [
    title('处理意见的消息被撤回，给部门', 'The answer’s message was recalled, to the department'),
    'answered',
    () => ({ by: 'ou_worker' }),
  ],
  progress: [title('有进展', 'Progress'), 'handling', ({ progress }) => ({ by: 'ou_worker', text: progress[0] })],
  rep_note: [title('客户经理补充', 'A note of the rep'), 'handling', ({ later }) => ({ by: 'ou_rep', text: later })],
  originals: [title('客户的原消息', 'The customer’s own messages'), 'assigned'],
  info_provided: [title('信息已补充', 'Information provided'), 'handling', ({ info }) => ({ by: 'ou_rep', info })],
  urged: [title('催办', 'Urged'), 'assigned', () => ({ by: 'ou_rep' })],
  withdrawn: [title('已撤回', 'Withdrawn'), 'withdrawn'],
  extended: [
    title('已延期', 'Extended'),
    'handling',
    ({ extension }) => ({ reason: extension, until: BEGAN + 72 * HOUR }),
  ],
  extension_asked: [
    title('申请延期，给经理', 'More time wanted, to a manager'),
    'handling',
    ({ extension }) => ({ by: 'ou_worker', reason: extension, until: BEGAN + 72 * HOUR }),
  ],
  extension_refused: [
    title('延期没有同意', 'Extension refused'),
    'handling',
    ({ released }) => ({ by: 'ou_boss', reason: released }),
  ],
  released: [title('退回待接单', 'Released'), 'assigned', ({ released }) => ({ by: 'ou_worker', reason: released })],
  moved: [
    title('已改派，给原部门', 'Moved, to the former group'),
    'assigned',
    ({ transferReason }) => ({ by: 'ou_clerk', department: 'quality', reason: transferReason }),
  ],
  moved_rep: [
    title('已改派，给客户经理', 'Moved, to the rep'),
    'assigned',
    ({ transferReason }) => ({ by: 'ou_clerk', department: 'quality', reason: transferReason }),
  ],
  closed_rep: [
    title('已由文员归档，给客户经理', 'Closed by a clerk, to the rep'),
    'closed',
    () => ({ by: 'ou_clerk' }),
  ],
  reopened_rep: [
    title('已由他人重新打开，给客户经理', 'Reopened by somebody else, to the rep'),
    'assigned',
    ({ reopened }) => ({ by: 'ou_clerk', reason: reopened }),
  ],
  assigned_holder: [title('主管派单，给接手的同事', 'Assigned by the lead'), 'handling', () => ({ by: 'ou_boss' })],
  taken_over_holder: [
    title('主管改派给同事，给原接单人', 'Given to a colleague, to the former holder'),
    'handling',
    () => ({ by: 'ou_boss', to: 'ou_colleague' }),
  ],
  instructed: [title('经理批示', 'An instruction'), 'handling', ({ instruction }) => ({ by: 'ou_boss', instruction })],
  alive: [title('记下仍在处理', 'Still on it, noted'), 'handling'],
  which_record: [
    title('归档后又有消息', 'A word under a closed case'),
    'closed',
    ({ info }) => ({ text: info, message: 'om_1' }),
  ],
  edited: [title('原文有修改', 'A message was edited'), 'handling', ({ info }) => ({ by: 'ou_rep', text: info })],
  released_holder: [
    title('同事退回，给接单人', 'Released by a colleague, to the holder'),
    'assigned',
    ({ released }) => ({ by: 'ou_worker', reason: released }),
  ],
  answered_holder: [
    title('同事提交了处理意见，给接单人', 'Answered by a colleague, to the holder'),
    'answered',
    () => ({ by: 'ou_worker' }),
  ],
  asked_holder: [
    title('同事请客户经理补充，给接单人', 'A question by a colleague, to the holder'),
    'waiting',
    () => ({ by: 'ou_worker' }),
  ],
  transferred_holder: [
    title('同事转派，给接单人', 'Transferred by a colleague, to the holder'),
    'assigned',
    ({ transferReason }) => ({ by: 'ou_worker', department: 'quality', reason: transferReason }),
  ],
  priority_raised: [title('紧急程度提高', 'Priority raised'), 'handling', () => ({ by: 'ou_clerk' })],
  undeliverable: [
    title('未能送达', 'Not delivered'),
    'assigned',
    () => ({ to: 'oc_after_sales', why: 'feishu_target_gone' }),
  ],
  holder_left: [title('接单人离开', 'The holder left'), 'assigned', () => ({ by: 'ou_worker' })],
  rep_left: [title('客户经理离开', 'The rep left'), 'answered', () => ({ by: 'ou_rep' })],
  moved_holder: [title('部门撤销，给原接单人', 'Department removed, to the former holder'), 'assigned'],
  'reminder.unclaimed': [title('提醒：无人接单', 'Reminder: unclaimed'), 'assigned'],
  'reminder.before': [title('提醒：临近时限', 'Reminder: due soon'), 'handling'],
  'reminder.due': [title('提醒：已到时限', 'Reminder: due'), 'answered'],
  'reminder.overdue': [title('提醒：已超时', 'Reminder: overdue'), 'handling'],
  'escalation.due': [title('上报：已到时限', 'Escalation: due'), 'handling'],
  'escalation.overdue': [title('上报：已超时', 'Escalation: overdue'), 'handling'],
  'escalation.before': [title('提前告知主管', 'Warning the lead'), 'handling'],
  'escalation.interim_due': [title('上报：阶段性答复到时限', 'Escalation: interim reply due'), 'handling', extended],
  'escalation.interim_overdue': [title('上报：阶段性答复超时', 'Escalation: interim overdue'), 'handling', extended],
  'escalation.silent_lead': [title('接单后没有进展', 'Nothing heard since the claim'), 'handling'],
  'reminder.silent': [title('还在处理吗', 'Still on it?'), 'handling', () => ({ asks: true, freedAt: BEGAN + HOUR })],
  'reminder.interim_before': [title('提醒：阶段性答复', 'Reminder: interim reply'), 'handling', extended],
  'reminder.interim_due': [title('提醒：阶段性答复到时限', 'Reminder: interim reply due'), 'handling', extended],
  'reminder.interim_overdue': [title('提醒：阶段性答复超时', 'Reminder: interim overdue'), 'handling', extended],
  'reminder.draft': [title('提醒：草稿没有提交', 'Reminder: a draft'), 'draft'],
  'reminder.draft_left': [title('提醒：草稿一直没有提交', 'Reminder: a draft that lies'), 'draft'],
  'escalation.draft_left': [title('告知文员：草稿一直没有提交', 'Escalation: a draft that lies'), 'draft'],
  adopted: [title('草稿已由文员接手', 'A draft taken over'), 'draft', () => ({ by: 'ou_clerk' })],
  unclaimed_rep: [title('还没人接单，给客户经理', 'Not claimed yet, to the rep'), 'assigned'],
  urgent: [title('特急没能加急，给主管', 'Urgent and not buzzed, to the lead'), 'assigned'],
  freed: [title('可以重新接单', 'Free to claim again'), 'assigned', () => ({ by: 'ou_worker' })],
  freed_former: [
    title('已退回，给原接单人', 'Given back, to the former holder'),
    'assigned',
    () => ({ by: 'ou_worker' }),
  ],
};

const GROUP: Recipient = { type: 'chat', id: 'oc_after_sales' };
const to = (id: string): Recipient => ({ type: 'person', id });

/** Who reads a message; a reminder goes to the holder, and an escalation to a manager, if nothing else is said. */
const READERS: Partial<Record<MessageName, Recipient>> = {
  answer_recalled_side: GROUP,
  rep_note: GROUP,
  originals: GROUP,
  info_provided: GROUP,
  urged: GROUP,
  withdrawn: GROUP,
  released: GROUP,
  moved: { type: 'chat', id: 'oc_quality' },
  edited: GROUP,
  priority_raised: GROUP,
  holder_left: GROUP,
  freed: GROUP,
  'reminder.unclaimed': GROUP,
  'reminder.before': to('ou_worker'),
  'reminder.silent': to('ou_worker'),
  'reminder.overdue': to('ou_worker'),
  'escalation.before': to('ou_lead'),
  'escalation.silent_lead': to('ou_lead'),
  'escalation.due': to('ou_boss'),
  'escalation.overdue': to('ou_boss'),
  'escalation.interim_due': to('ou_boss'),
  'escalation.interim_overdue': to('ou_boss'),
  'escalation.draft_left': to('ou_clerk'),
  extension_asked: to('ou_boss'),
  extension_refused: to('ou_worker'),
  released_holder: to('ou_worker'),
  answered_holder: to('ou_worker'),
  asked_holder: to('ou_worker'),
  transferred_holder: to('ou_worker'),
  assigned_holder: to('ou_worker'),
  taken_over_holder: to('ou_worker'),
  instructed: to('ou_worker'),
  moved_holder: to('ou_worker'),
  alive: to('ou_worker'),
  freed_former: to('ou_worker'),
  undeliverable: to('ou_clerk'),
  urgent: to('ou_lead'),
};

/** What differs from the sample case. */
const RECORDS: Partial<Record<MessageName, (words: SampleWords) => Partial<Feedback>>> = {
  priority_raised: () => ({ priority: 'urgent' }),
  urgent: () => ({ priority: 'urgent' }),
  extension_asked: ({ extension }) => ({
    askedExtension: { reason: extension, until: BEGAN + 72 * HOUR, by: 'ou_worker', at: BEGAN },
  }),
};

function messages({ ctx, words }: SampleOffice): Entry[] {
  const named = Object.entries(CAUSES).map(([message, [heading, status, params]]): Entry => {
    const [name = '', rung] = message.split('.');
    const key = message as MessageName;
    const given = { department: 'after_sales', ...(rung ? rungOf(rung) : {}), ...params?.(words) };
    const id = `message-${message.replaceAll('.', '-').replaceAll('_', '-')}`;
    const extension = { reason: words.extension, until: BEGAN + 72 * HOUR, by: 'ou_worker', at: BEGAN };
    const record = sampleCase(status, words, params === extended ? { extension } : RECORDS[key]?.(words));
    return [id, heading, messageCard({ name, params: given, to: READERS[key] ?? to('ou_rep') }, record, at(ctx, rung))];
  });
  return [...named, ...readers({ ctx, words })];
}

/** A rung is said at its moment: four hours before the deadline, at it, or five hours after it. */
function at(ctx: CardContext, rung = ''): CardContext {
  const hours = /before$/.test(rung) ? 20 : /overdue$/.test(rung) ? 29 : /due$/.test(rung) ? 24 : null;
  return hours === null ? ctx : { ...ctx, now: BEGAN + hours * HOUR };
}

/** `interim_due` is the rung `due` of another duty. */
const rungOf = (rung: string): JsonObject =>
  rung.startsWith('interim_') ? { rung: rung.slice('interim_'.length), duty: 'interim' } : { rung };

/** The same message as other readers get it, and one whose time is over. */
function readers({ ctx, words }: SampleOffice): Entry[] {
  const chase = (
    id: string,
    heading: Title,
    status: Status,
    more: Omit<OneOffMessage, 'params'> & { rung: string },
  ) => {
    const { rung, ...notice } = more;
    const record = sampleCase(status, words, { priority: id === 'escalation-lead' ? 'urgent' : 'normal' });
    return [`message-${id}`, heading, messageCard({ ...notice, params: { rung } }, record, at(ctx, rung))] as Entry;
  };
  return [
    chase('escalation-lead', title('上报：没人接单，给主管', 'Escalation: not claimed, to the lead'), 'assigned', {
      ...{ name: 'escalation', rung: 'due', to: to('ou_lead') },
    }),
    chase('reminder-waiting', title('提醒：等您补充', 'Reminder: information wanted'), 'waiting', {
      ...{ name: 'reminder', rung: 'before', to: to('ou_rep') },
    }),
    chase('reminder-answered', title('提醒：请告诉客户', 'Reminder: tell the customer'), 'answered', {
      ...{ name: 'reminder', rung: 'before', to: to('ou_rep') },
    }),
    chase('reminder-group', title('提醒：临近时限，在部门群', 'Reminder: due soon, in a group'), 'assigned', {
      ...{ name: 'reminder', rung: 'before', to: GROUP },
    }),
    chase('reminder-settled', title('提醒：已经办了', 'Reminder: done'), 'answered', {
      ...{ name: 'reminder', rung: 'before', to: to('ou_worker'), isSettled: true },
    }),
  ];
}

export const MESSAGE_SECTION: Section = { group: title('一次性消息', 'Messages'), entries: messages };
