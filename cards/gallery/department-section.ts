import { type Feedback, STATUSES, type Status } from '../../src/domain/feedback/model';
import { HOUR } from '../../src/domain/time';
import { departmentCard } from '../feedback/department-card';
import { type Entry, type Section, title } from './entry';
import { BEGAN, changedIn, conversationOf, notesOf, sampleCase, source, withFiles } from './sample-case';
import type { SampleOffice } from './sample-office';

/** The statuses in which a department's group has a card. */
const SEEN: Status[] = STATUSES.filter((status) => !['draft', 'discarded', 'triage', 'review'].includes(status));

function cases({ ctx, words }: SampleOffice): Entry[] {
  const draw = (status: Status, more: Partial<Feedback> = {}, department = 'after_sales') =>
    departmentCard(sampleCase(status, words, more), department, ctx);
  const moved = { department: 'quality', transferredFrom: 'after_sales', transferReason: words.transferReason };
  const instructed = { instruction: words.instruction, instructedBy: 'ou_boss', instructedAt: BEGAN };
  const again = {
    cycle: 2,
    reason: words.reopened,
    answer: words.answer,
    answeredBy: 'ou_worker',
    answeredAt: BEGAN + 6 * HOUR,
  };
  const extended = { extension: { reason: words.extension, until: BEGAN + 72 * HOUR, by: 'ou_worker', at: BEGAN } };
  const long = { sources: Array.from({ length: 12 }, () => source(words.long)), notes: notesOf(words) };
  const informed = sampleCase('answered', words).questions;
  return [
    ...SEEN.map((status): Entry => [`department-${status}`, ctx.texts.statuses[status], draw(status)]),
    ['department-urgent', title('特急', 'Urgent'), draw('assigned', { priority: 'urgent', note: words.note })],
    [
      'department-overdue',
      title('已超时', 'Overdue'),
      draw('handling', { dueAt: BEGAN + HOUR, overdue: true, priority: 'high' }),
    ],
    ['department-instructed', title('有批示', 'With an instruction'), draw('assigned', instructed)],
    ['department-transferred-in', title('转入', 'Transferred in'), draw('assigned', moved, 'quality')],
    ['department-transferred-away', title('已转走', 'Transferred away'), draw('assigned', moved)],
    ['department-reply', title('有新回复', 'With a new reply'), draw('handling', { notes: notesOf(words) })],
    ['department-informed', title('信息已补充', 'Information provided'), draw('handling', { questions: informed })],
    ['department-extended', title('已延期', 'Extended'), draw('handling', extended)],
    ['department-reopened', title('重新打开', 'Reopened'), draw('assigned', again)],
    [
      'department-files',
      title('带图片和文件', 'With pictures and files'),
      draw('assigned', { sources: withFiles(words) }),
    ],
    [
      'department-merged',
      title('聊天记录', 'A merged forward'),
      draw('assigned', { sources: [conversationOf(words)] }),
    ],
    ['department-changed', title('撤回、修改过', 'Recalled, edited'), draw('handling', { sources: changedIn(words) })],
    ['department-long', title('很长的内容', 'A long text'), draw('handling', long)],
  ];
}

export const DEPARTMENT_SECTION: Section = { group: title('责任部门', 'Department'), entries: cases };
