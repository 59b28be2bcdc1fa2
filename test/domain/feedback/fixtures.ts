import { PROGRAM } from '../../../src/domain/actor';
import { workdayCalendar } from '../../../src/domain/calendar';
import type { Command } from '../../../src/domain/feedback/commands';
import { openFromApi } from '../../../src/domain/feedback/intake/take-in';
import type { Feedback, Note, Status } from '../../../src/domain/feedback/model';
import type { Context } from '../../../src/domain/office';
import type { Org } from '../../../src/domain/org/org';
import { DEFAULT_ORG } from '../../../src/domain/org/settings';
import { HOUR, type Instant } from '../../../src/domain/time';
import { HOLIDAY_YEARS } from '../holiday-years';

export const ZONE = 'Asia/Shanghai';

/** A Tuesday in the office: 2026-11-24. */
export const at = (time: string, date = '2026-11-24'): Instant => Date.parse(`${date}T${time}:00+08:00`);

export const org: Org = {
  ...DEFAULT_ORG,
  departments: [
    { key: 'after_sales', name: '售后部', chat: 'oc_after_sales', lead: 'ou_lead', categories: [], keywords: [] },
    { key: 'quality', name: '品质部', chat: 'oc_quality', lead: null, categories: [], keywords: [] },
    { key: 'unbound', name: '未绑定部', chat: null, lead: null, categories: [], keywords: [] },
  ],
  clerks: ['ou_clerk'],
  managers: ['ou_manager'],
  admins: ['ou_admin'],
};

/** Who acts in the tables. The departments' members act from their groups. */
export const ACTORS = {
  rep: { id: 'ou_rep', chatId: null },
  department: { id: 'ou_member', chatId: 'oc_after_sales' },
  other_department: { id: 'ou_other', chatId: 'oc_quality' },
  clerk: { id: 'ou_clerk', chatId: null },
  manager: { id: 'ou_manager', chatId: null },
  admin: { id: 'ou_admin', chatId: null },
  stranger: { id: 'ou_stranger', chatId: null },
  program: PROGRAM,
} as const;
export type ActorName = keyof typeof ACTORS;

export function context(actor: ActorName, now = at('10:00'), overrides: Partial<Org> = {}): Context {
  return {
    now,
    actor: ACTORS[actor],
    org: { ...org, ...overrides },
    timeZone: ZONE,
    calendar: workdayCalendar(HOLIDAY_YEARS),
  };
}

/** A reply of a department's member under the card. */
export const note = (text: string, more: Partial<Note> = {}): Note => ({
  at: at('09:30'),
  by: 'ou_member',
  from: 'department',
  department: 'after_sales',
  text,
  ...more,
});

const assigned = (now: Instant): Partial<Feedback> => ({
  department: 'after_sales',
  submittedAt: now,
  assignedAt: now,
  dueAt: now + 24 * HOUR,
});
const handling = (now: Instant): Partial<Feedback> => ({ ...assigned(now), claimedBy: 'ou_member', claimedAt: now });

const IN_STATUS: Record<Status, (now: Instant) => Partial<Feedback>> = {
  draft: () => ({}),
  triage: (now) => ({ submittedAt: now, dueAt: now + 24 * HOUR }),
  review: (now) => ({ submittedAt: now, dueAt: now + 24 * HOUR, department: 'after_sales' }),
  assigned,
  handling,
  waiting: (now) => ({
    ...handling(now),
    questions: [{ at: now, by: 'ou_member', question: '型号？', info: null, answeredAt: null }],
  }),
  answered: (now) => ({ ...handling(now), answer: '换新', answeredBy: 'ou_member', answeredAt: now }),
  closed: (now) => ({ ...handling(now), answer: '换新', closedAt: now, closedBy: 'ou_rep', satisfaction: 'satisfied' }),
  withdrawn: assigned,
  discarded: () => ({}),
};

/** A feedback of `ou_rep` in the given status, with the fields that the status implies. */
export function feedback(status: Status, overrides: Partial<Feedback> = {}, now = at('09:00')): Feedback {
  const opened = openFromApi('空调漏水', 'ou_rep', now);
  if (!opened.ok) throw new Error('no draft');
  return { ...opened.next, id: 1, category: 'quality', status, ...IN_STATUS[status](now), ...overrides };
}

const COMMANDS: { [T in Command['type']]: Extract<Command, { type: T }> } = {
  save: {
    type: 'save',
    subject: '',
    customer: '海风公司',
    contact: '',
    channel: '',
    kind: '',
    category: '',
    department: '',
    priority: null,
    note: '',
  },
  set_priority: { type: 'set_priority', priority: 'high' },
  restore: { type: 'restore' },
  assign: { type: 'assign', assignee: 'ou_colleague' },
  nudge_rep: { type: 'nudge_rep' },
  cause: { type: 'cause', cause: '焊点虚焊', prevention: '' },
  submit: {
    type: 'submit',
    subject: '',
    customer: '海风公司',
    contact: '',
    channel: 'wechat',
    kind: 'complaint',
    category: 'quality',
    department: 'after_sales',
    priority: 'normal',
    note: '',
  },
  discard: { type: 'discard' },
  route: { type: 'route', department: 'after_sales', category: '', priority: null, note: '' },
  instruct: { type: 'instruct', department: 'after_sales', instruction: '今天内上门' },
  claim: { type: 'claim' },
  release: { type: 'release', reason: '' },
  answer: { type: 'answer', answer: '更换压缩机', cause: '', prevention: '' },
  answer_with_reply: { type: 'answer_with_reply', reply: 1 },
  amend_answer: { type: 'amend_answer', answer: '更换整机' },
  transfer: { type: 'transfer', department: 'quality', reason: '属质量问题' },
  request_info: { type: 'request_info', question: '哪个型号？' },
  provide_info: { type: 'provide_info', info: 'KFR-35' },
  extend: { type: 'extend', reason: '等配件', until: at('09:00', '2026-11-27') },
  grant_extension: { type: 'grant_extension' },
  refuse_extension: { type: 'refuse_extension', reason: '' },
  interim: { type: 'interim', toldCustomer: '正在处理' },
  correct: { type: 'correct', category: '', department: '', priority: 'urgent', reason: '' },
  urge: { type: 'urge' },
  withdraw: { type: 'withdraw', reason: '' },
  close: { type: 'close', toldCustomer: '已更换', satisfaction: 'satisfied', customerWords: '', goodwill: '' },
  reopen: { type: 'reopen', reason: '又漏了' },
  note: { type: 'note', text: '已联系客户' },
  undo: { type: 'undo', message: 'om_1' },
  merge: { type: 'merge', into: 1 },
  still_working: { type: 'still_working' },
  reveal_contact: { type: 'reveal_contact' },
  look: { type: 'look' },
  recall: { type: 'recall', messageId: 'om_1' },
  split: { type: 'split', from: 'om_2' },
  adopt: { type: 'adopt', rep: 'ou_rep' },
  edit: { type: 'edit', messageId: 'om_1', text: '空调漏水，型号 KFR-35', attachments: [], at: at('09:30') },
  keep_attachment: { type: 'keep_attachment', key: 'img_1', keptKey: 'img_ours', why: null },
  forward_refused: { type: 'forward_refused', messageId: 'om_1' },
  unassign: { type: 'unassign' },
  move_department: { type: 'move_department', department: 'quality', why: 'removed' },
  take_over: { type: 'take_over', rep: 'ou_clerk' },
  skip_review: { type: 'skip_review' },
};

export const command = <T extends Command['type']>(type: T): Extract<Command, { type: T }> => COMMANDS[type] as never;
