import { askedFormCard, usedFormCard } from '../../../cards/feedback/asked-form';
import type { CaseRole } from '../../../cards/feedback/case-acts';
import { caseCard, caseOptionsFor } from '../../../cards/feedback/case-card';
import { clockCard } from '../../../cards/feedback/clock-card';
import { contactCard } from '../../../cards/feedback/contact-card';
import { type ContactLook, looksCard } from '../../../cards/feedback/looks-card';
import { refusalText } from '../../../cards/feedback/messages/refusal';
import { namedCaseCard } from '../../../cards/feedback/named-case-card';
import type { TimelineEntry } from '../../../cards/feedback/timeline-lines';
import type { CardContext } from '../../../cards/kit/context';
import { readBy } from '../../../cards/kit/names';
import { passageCard } from '../../../cards/kit/passage-card';
import { holidaysUnpublishedCard } from '../../../cards/setup/holidays-unpublished-card';
import { yearOf } from '../../domain/calendar';
import type { MessageNotice, Notice } from '../../domain/decision';
import type { Explanation } from '../../domain/feedback/clock/explanation';
import { withoutRemarks } from '../../domain/feedback/internal-remarks';
import type { Feedback } from '../../domain/feedback/model';
import { seesContact } from '../../domain/feedback/visibility';
import { type CardJson, type JsonObject, person, type Recipient } from '../../domain/messaging';
import { departmentOf, type Org } from '../../domain/org/org';
import { routersOf } from '../../domain/who';
import type { About, AskedForm } from '../../engine/workflow';
import { answered, messageOf, settled } from './reminder-messages';

/** Draws a message about a case; null if it is no longer true. */
export function composeMessage(notice: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson | null {
  const { name, params = {} } = notice;
  switch (name) {
    case 'case':
      return caseFor(notice, feedback, ctx);
    case 'clock':
      return clockCard(params.clock as unknown as Explanation, feedback, ctx);
    case 'looks':
      return looksCard(params.looks as unknown as ContactLook[], feedback, ctx);
    case 'form':
      return sentForm(notice, feedback, ctx);
    case 'contact':
      return contactCard(feedback, ctx);
    case 'named_record':
      return namedCaseCard(feedback, params, ctx);
    case 'refusal':
      return refused(notice, feedback, ctx);
    case 'holidays_unpublished':
      return holidaysMissing(notice, ctx);
    default:
      return messageOf(notice, feedback, ctx);
  }
}

function refused({ to, params = {} }: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson {
  const { reason, detail } = params;
  const context = to.type === 'person' ? readBy(to.id, ctx) : ctx;
  const line = refusalText(String(reason), (detail ?? {}) as JsonObject, context, feedback);
  return passageCard({ title: ctx.texts.chat.botName, lines: [line] });
}

/**
 * The case as the recipients may see it. In a group it is masked and has no buttons for single people. One person sees
 * the contact details only if they have the right to; a person who claimed the case may ask for them.
 */
function caseFor({ to, params = {} }: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson {
  const clock = (params.clock ?? null) as unknown as Explanation | null;
  const timeline = (params.timeline ?? []) as unknown as TimelineEntry[];
  if (to.type === 'chat') return caseCard(feedback, ctx, { audience: 'group', clock, timeline });
  const options = caseOptionsFor(to.id, feedback, ctx.org);
  const { chat = null } = departmentOf(ctx.org, feedback.department) ?? {};
  const isMember = chat !== null && chat === params.actsIn;
  const roles: CaseRole[] = [...(options.roles ?? []), ...(isMember ? (['member'] as const) : [])];
  return caseCard(feedback, ctx, { ...options, roles, clock, timeline });
}

/** Whether a person sees the contact details on a form. */
const audienceOf = (feedback: Feedback, personId: string, { org }: CardContext) =>
  seesContact(feedback, personId, org) ? ('one_person' as const) : ('group' as const);

/** The form of an act, for the person who asked for it; null if there is none. */
export function formFor(feedback: Feedback, { act, fields, by }: AskedForm, ctx: CardContext): CardJson | null {
  const shown = by === feedback.repId ? withoutRemarks(feedback) : feedback;
  return askedFormCard(shown, { act, fields, audience: audienceOf(feedback, by, ctx) }, ctx);
}

/** A form in a message of its own; null if the case has moved on before the message was sent. */
function sentForm({ to, params = {} }: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson | null {
  const fields = (params.fields ?? {}) as Record<string, string>;
  return formFor(feedback, { act: String(params.act), fields, by: to.id }, ctx);
}

/** Null if an admin has entered the holidays in the meantime. */
function holidaysMissing({ to, params = {} }: MessageNotice, ctx: CardContext): CardJson | null {
  const year = Number(params.year);
  const isEntered = ctx.org.holidays?.some((holiday) => yearOf(holiday) === year);
  return isEntered ? null : holidaysUnpublishedCard(year, ctx.org.admins.includes(to.id), ctx);
}

/** Messages that are no notice: what was asked for. */
const ASKED_FOR = new Set(['clock', 'looks', 'contact', 'refusal', 'holidays_unpublished', 'wording']);

/** A message with buttons after a tap on one of them; null if it stays as it is. */
export function tapped(about: About<Feedback>, ctx: CardContext): CardJson | null {
  const { notice, record } = about;
  if (ASKED_FOR.has(notice.name)) return null;
  if (notice.name === 'case') return caseFor(notice, record, ctx);
  if (notice.name === 'form') return usedFormCard(record, audienceOf(record, notice.to.id, ctx), ctx);
  return answered(about, ctx);
}

/** A notice whose time is over, in grey; null for any other message. */
export function greyed(about: About<Feedback>, ctx: CardContext): CardJson | null {
  const { name } = about.notice;
  return name === 'case' || name === 'form' || ASKED_FOR.has(name) ? null : settled(about, ctx);
}

/** A form may stand in place of any notice, and of the case as it was shown; a card that was asked for stays. */
export const holdsForms = (name: string): boolean => !ASKED_FOR.has(name);

/** The next best recipient of a refused notice: the department's lead, else the routers, else the admins. */
export function nextBest(notice: Notice, feedback: Feedback | null, org: Org): Recipient[] {
  const refused = 'to' in notice ? notice.to.id : '';
  const lead = feedback ? departmentOf(org, feedback.department)?.lead : null;
  const isGroup = 'to' in notice && notice.to.type === 'chat';
  const candidates = [isGroup && lead ? [lead] : [], routersOf(org), org.admins];
  const heirs = candidates.map((ids) => ids.filter((id) => id !== refused)).find((ids) => ids.length > 0) ?? [];
  return heirs.map(person);
}
