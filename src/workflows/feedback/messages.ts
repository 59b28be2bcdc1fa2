import { type List, listCard } from '../../../cards/desk/list-card';
import { type NearWord, nearWordCard } from '../../../cards/desk/near-word-card';
import { caseCard, caseOptionsFor } from '../../../cards/feedback/case-card';
import { caseRow, type ListedCase } from '../../../cards/feedback/case-line';
import { clockCard } from '../../../cards/feedback/clock-card';
import { contactCard } from '../../../cards/feedback/contact-card';
import { digestCard } from '../../../cards/feedback/digest-card';
import { refusalText } from '../../../cards/feedback/refusal';
import type { CardContext } from '../../../cards/kit/context';
import { passageCard } from '../../../cards/kit/passage-card';
import { holidaysUnpublishedCard } from '../../../cards/setup/holidays-unpublished-card';
import type { Texts } from '../../../cards/texts/texts';
import { yearOf } from '../../domain/calendar';
import type { Notice } from '../../domain/decision';
import type { Explanation } from '../../domain/feedback/clock/explain';
import type { Digest } from '../../domain/feedback/digest';
import { routersOf } from '../../domain/feedback/holders';
import type { Feedback } from '../../domain/feedback/model';
import { type CardJson, type JsonObject, person, type Recipient } from '../../domain/messaging';
import { departmentOf, type Org } from '../../domain/org/org';
import type { About, MessageNotice } from '../../engine/workflow';
import { answered, bundleOf, messageOf } from './reminder-messages';

/** Draws a one-off message; null where it is no longer true. */
export function composeMessage(notice: MessageNotice, feedback: Feedback | null, ctx: CardContext): CardJson | null {
  const { name, params = {} } = notice;
  const { texts } = ctx;
  switch (name) {
    case 'digest':
      return digestCard(params.digest as unknown as Digest, ctx);
    case 'help':
      return passageCard(texts.chat.help);
    case 'list':
      return listCard(pageOf(params, ctx), ctx);
    case 'case':
      return feedback && caseFor(notice, feedback, ctx);
    case 'near_word':
      return nearWordCard(params as unknown as NearWord, ctx);
    case 'word_meant':
      return saying(texts.chat.wordMeant(String(params.text)), ctx);
    case 'taken_in':
      return saying(texts.chat.takenIn, ctx);
    case 'empty_month':
      return saying(texts.chat.emptyMonth(String(params.month)), ctx);
    case 'show_hint':
    case 'search_hint':
    case 'direct_only':
      return saying(texts.chat.hints[name], ctx);
    case 'refusal':
      return saying(refusalText(String(params.reason), (params.detail ?? {}) as JsonObject, ctx, feedback), ctx);
    case 'group_hint':
      return saying(texts.chat.groupHint, ctx);
    case 'not_a_month':
      return saying(texts.chat.notAMonth, ctx);
    case 'welcome':
      return passageCard(texts.chat.welcome);
    case 'intake_failed':
      return saying(texts.chat.intakeFailed, ctx);
    case 'nothing_found':
      return saying(texts.chat.nothingFound, ctx);
    case 'not_for_you':
      return saying(texts.chat.notForYou, ctx);
    case 'clock':
      return feedback && clockCard(params.clock as unknown as Explanation, feedback, ctx);
    case 'contact':
      return feedback && contactCard(feedback, ctx);
    case 'which_case':
      return saying(texts.clock.whichCase, ctx);
    case 'holidays_unpublished':
      return holidaysMissing(notice, ctx);
    case 'undeliverable':
      return feedback ? messageOf(notice, feedback, ctx) : saying(unheard(params, ctx), ctx);
    default:
      return feedback && messageOf(notice, feedback, ctx);
  }
}

/** The page of a list: its cases are stored as they were found, and put into words here. */
function pageOf(params: JsonObject, ctx: CardContext): List {
  const { cases, ...page } = params as unknown as Omit<List, 'rows'> & { cases: ListedCase[] };
  return { ...page, rows: cases.map((item) => caseRow(item, ctx)) };
}

/**
 * In a group everybody sees it: masked, and with nothing that only some of them may do. One person sees it in full only
 * where it is theirs to see; whoever has claimed it may ask.
 */
function caseFor({ to, params = {} }: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson {
  const clock = (params.clock ?? null) as unknown as Explanation | null;
  if (to.type === 'chat') return caseCard(feedback, ctx, { audience: 'group', clock });
  return caseCard(feedback, ctx, { ...caseOptionsFor(to.id, feedback, ctx.org), clock });
}

/** Somebody may have entered them meanwhile. */
function holidaysMissing({ to, params = {} }: MessageNotice, ctx: CardContext): CardJson | null {
  const year = Number(params.year);
  const isEntered = ctx.org.holidays?.some((holiday) => yearOf(holiday) === year);
  return isEntered ? null : holidaysUnpublishedCard(year, ctx.org.admins.includes(to.id), ctx);
}

/** What a message with buttons looks like once one of them was tapped; null where it stays as it is. */
export function redrawn(to: Recipient, about: About<Feedback>[], ctx: CardContext): CardJson | null {
  const [first, second] = about;
  if (!first) return null;
  if (second) return bundleOf(to, about, ctx);
  return first.notice.name === 'case' ? caseFor(first.notice, first.record, ctx) : answered(first, ctx);
}

/** What a toast says after a tap about no record. */
export function remarkOf(name: string, { chat, list, refused }: Texts): string {
  switch (name) {
    case 'not_your_list':
      return list.notYours;
    case 'sent_to_you':
      return list.sentToYou;
    case 'message_gone':
      return chat.messageGone;
    case 'nothing_found':
      return chat.nothingFound;
    case 'not_for_you':
      return chat.notForYou;
    case 'direct_only':
      return chat.hints.direct_only;
    default:
      return refused;
  }
}

/** About no case, such as a digest that its manager cannot be sent. */
function unheard({ to, why }: JsonObject, { texts, nameOf }: CardContext): string {
  return texts.chat.unheard(nameOf(String(to)), texts.undeliverable[String(why)] ?? String(why));
}

const saying = (line: string, { texts }: CardContext) => passageCard({ title: texts.chat.botName, lines: [line] });

/** Who hears of it where the platform will not deliver: the department's lead, else whoever routes, else the admins. */
export function nextBest(notice: Notice, feedback: Feedback | null, org: Org): Recipient[] {
  const refused = 'to' in notice ? notice.to.id : '';
  const lead = feedback ? departmentOf(org, feedback.department)?.lead : null;
  const isGroup = 'to' in notice && notice.to.type === 'chat';
  const candidates = [isGroup && lead ? [lead] : [], routersOf(org), org.admins];
  const heirs = candidates.map((ids) => ids.filter((id) => id !== refused)).find((ids) => ids.length > 0) ?? [];
  return heirs.map(person);
}
