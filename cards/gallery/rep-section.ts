import { type Feedback, type SimilarCase, STATUSES, type Status } from '../../src/domain/feedback/model';
import { HOUR } from '../../src/domain/time';
import { renderWall } from '../feedback/wall-card';
import { type Entry, type Section, title } from './entry';
import { BEGAN, burstOf, changedIn, conversationOf, sampleCase, source, withFiles } from './sample-case';
import type { SampleOffice } from './sample-office';

const draw = ({ ctx }: SampleOffice, record: Feedback) => renderWall(record, 'rep', ctx, { retired: false });

/** Drafts by the forwarded messages: nothing guessed, all guessed, a burst, a bundle. */
function drafts(office: SampleOffice): Entry[] {
  const { words } = office;
  const draft = (more: Partial<Feedback>) => draw(office, sampleCase('draft', words, more));
  const filled = {
    customer: words.customer,
    contact: words.contact,
    department: 'after_sales',
    priority: 'urgent' as const,
    note: words.note,
  };
  const burst = burstOf(source(words.words), source(words.long), source(words.later), ...withFiles(words));
  const similar: SimilarCase = {
    ...{ id: 9, customer: words.customer, subject: words.searched, priority: 'high', department: 'after_sales' },
    ...{ status: 'handling', holderId: 'ou_worker', dueAt: BEGAN + 20 * HOUR },
  };
  const unread = [source('', { form: 'unknown', raw: '{}' })];
  return [
    ['draft-bare', title('什么也看不出', 'Nothing to go by'), draft({ sources: [source(words.short)] })],
    ['draft-guessed', title('已预填', 'Filled in by guesses'), draft(filled)],
    ['draft-burst', title('连发多条，带图片和文件', 'A burst with pictures and files'), draft({ sources: burst })],
    ['draft-merged', title('聊天记录', 'A merged forward'), draft({ sources: [conversationOf(words)] })],
    ['draft-similar', title('可能是同一件', 'Maybe the same as an open case'), draft({ ...filled, similar })],
    ['draft-unread', title('暂不认识的消息', 'A message of an unknown kind'), draft({ sources: unread })],
  ];
}

function cases(office: SampleOffice): Entry[] {
  const { ctx, words } = office;
  const statuses = STATUSES.filter((status) => status !== 'draft');
  const drawn = (status: Status, more: Partial<Feedback> = {}) => draw(office, sampleCase(status, words, more));
  const overdue = { dueAt: BEGAN + HOUR, overdue: true, priority: 'urgent' as const };
  const soon = { dueAt: BEGAN + 5 * HOUR };
  const unhappy = { satisfaction: 'unsatisfied' as const, customerWords: words.unhappyWords };
  const again = {
    cycle: 2,
    reason: words.reopened,
    answer: words.answer,
    answeredBy: 'ou_worker',
    answeredAt: BEGAN + 6 * HOUR,
  };
  const extended = { extension: { reason: words.extension, until: BEGAN + 72 * HOUR, by: 'ou_worker', at: BEGAN } };
  const interim = { interimAt: BEGAN + 3 * HOUR, interimReply: words.interim };
  return [
    ...statuses.map((status): Entry => [`rep-${status}`, ctx.texts.statuses[status], drawn(status)]),
    ['rep-overdue', title('已超时', 'Overdue'), drawn('assigned', overdue)],
    ['rep-soon', title('快到时限', 'Due soon'), drawn('answered', soon)],
    ['rep-extended', title('已延期', 'Extended'), drawn('handling', extended)],
    ['rep-interim', title('已阶段性答复', 'Interim reply given'), drawn('handling', { ...extended, ...interim })],
    ['rep-files', title('带图片和文件', 'With pictures and files'), drawn('handling', { sources: withFiles(words) })],
    ['rep-changed', title('撤回、修改过', 'Recalled, edited'), drawn('handling', { sources: changedIn(words) })],
    ['rep-unsatisfied', title('客户不满意', 'Customer not satisfied'), drawn('closed', unhappy)],
    ['rep-reopened', title('重新打开', 'Reopened'), drawn('assigned', again)],
    [
      'rep-information',
      title('信息类，已存档', 'Information, archived'),
      drawn('closed', { kind: 'market', dueAt: null }),
    ],
  ];
}

export const DRAFT_SECTION: Section = { group: title('客户经理 · 草稿', 'Sales rep · draft'), entries: drafts };
export const REP_SECTION: Section = { group: title('客户经理 · 反馈', 'Sales rep · case'), entries: cases };
