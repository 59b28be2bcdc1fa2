import type { Actor } from '../../actor';
import type { IncomingMessage, Recipient } from '../../messaging';
import { type Office, workClockOf } from '../../office';
import { departmentOf } from '../../org/org';
import { isReminder } from '../../reminder-notices';
import type { Instant } from '../../time';
import { guessedYears } from '../../work-clock';
import { decide } from '../decide';
import { takeIn } from '../intake/take-in';
import { PRIORITIES, type Priority } from '../model';
import { remind } from './remind';

/** One message of the ladder; `why` is the rung, `buzz` means 加急. */
export interface RehearsedStep {
  at: Instant;
  to: Recipient;
  why: string;
  buzz: boolean;
}

export interface Rehearsed {
  department: string;
  priority: Priority;
  at: Instant;
  dueAt: Instant | null;
  steps: RehearsedStep[];
  /** Years whose working days are a guess. */
  guessedYears: number[];
}

/** So many moments reach beyond the deadline to the first escalations. */
const MOMENTS = 8;

const REP: Actor = { id: 'ou_nobody', chatId: null };

/**
 * Who would be reminded, and when, of an imaginary case that nobody works on. The decisions are those about a real
 * case; the clock jumps from rung to rung. Null if the department or the priority is unknown.
 */
export function rehearse(
  asked: { department: string; priority: string; at: Instant },
  office: Office,
): Rehearsed | null {
  const { at } = asked;
  const priority = PRIORITIES.find((one) => one === asked.priority);
  const department = departmentOf(office.org, asked.department);
  if (!priority || !department) return null;
  // If the department has no group yet, the ladder is shown as it will be with one.
  const chat = department.chat ?? `oc_${department.key}`;
  const departments = office.org.departments.map((one) => (one === department ? { ...one, chat } : one));
  const org = { ...office.org, departments, routing: 'direct' as const };
  const draft = takeIn(imaginaryMessage(at), null, { ...office, org }, at);
  if (!draft.ok) return null;
  const fields = { subject: '', customer: '-', contact: '', channel: 'other', kind: 'complaint', note: '' } as const;
  const category = org.categories[0]?.key ?? '';
  const command = { type: 'submit' as const, ...fields, category, department: department.key, priority };
  const submitted = decide(draft.next, command, { ...office, org, now: at, actor: REP });
  if (!submitted.ok) return null;
  let feedback = submitted.next;
  const steps: RehearsedStep[] = [];
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const now = feedback.nextReminderAt;
    if (now === null) break;
    const reminded = remind(feedback, { ...office, org }, now);
    if (!reminded.ok) break;
    feedback = reminded.next;
    for (const notice of reminded.notices) {
      if (!isReminder(notice)) continue;
      const { to, params, buzz } = notice;
      steps.push({ at: now, to, why: String(params?.rung ?? ''), buzz: (buzz?.length ?? 0) > 0 });
    }
  }
  const guessed = guessedYears(at, steps.at(-1)?.at ?? at, workClockOf(office));
  return { department: department.key, priority, at, dueAt: feedback.dueAt, steps, guessedYears: guessed };
}

function imaginaryMessage(at: Instant): IncomingMessage {
  const place = { messageId: '', chatId: '', chatType: 'p2p' as const, parentId: null, rootId: null };
  return { ...place, senderId: REP.id ?? '', sentAt: at, mentionsBot: false, form: 'text', text: '-', attachments: [] };
}
