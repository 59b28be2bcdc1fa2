import type { Explanation, NextWord } from '../../src/domain/feedback/clock/explanation';
import type { Span } from '../../src/domain/feedback/clock/spans';
import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import type { CardJson, Recipient } from '../../src/domain/messaging';
import { DAY, HOUR, MINUTE } from '../../src/domain/time';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Element, lines, section } from '../kit/elements';
import { departmentName, personName, recipientName, timeAfter, timeText } from '../kit/names';
import type { HeldStatus } from '../texts/texts';

const MAX_SPANS = 12;

/** `2 小时 20 分钟`: whole minutes; days are counted from two days on. */
export function durationText(ms: number, { texts }: CardContext): string {
  const minutes = Math.floor(ms / MINUTE);
  const days = ms >= 2 * DAY ? Math.floor(ms / DAY) : 0;
  const hours = Math.floor((ms - days * DAY) / HOUR);
  return texts.clock.duration(days, hours, minutes % 60);
}

/** From when to when the time runs, what counts, and how much is gone. */
function limitLines(clock: Explanation, feedback: Feedback, ctx: CardContext): (string | false)[] {
  const words = ctx.texts.clock;
  const { startedAt, dueAt, asOf, isOver, usedMs, leftMs, withinMs, mode, guessedYears } = clock;
  if (startedAt === null || dueAt === null) return [words.noClock];
  const { extension, interimAt, submittedAt } = feedback;
  const runs = startedAt === submittedAt ? words.runs : words.runsAnew;
  const used = durationText(usedMs, ctx);
  const left = durationText(Math.abs(leftMs), ctx);
  const until = timeText(extension?.until ?? null, ctx);
  return [
    runs(timeText(startedAt, ctx), durationText(withinMs, ctx), timeText(dueAt, ctx)),
    words.modes[mode],
    guessedYears.length > 0 && words.guessed(ctx.texts.card.list(guessedYears.map(String))),
    extension !== null && interimAt === null && !isOver && words.extended(until, timeText(dueAt, ctx)),
    extension !== null && interimAt !== null && words.interimGiven(timeText(interimAt, ctx), until),
    isOver ? words.closedAfter(used) : (leftMs >= 0 ? words.used : words.usedUp)(timeText(asOf, ctx), used, left),
  ];
}

function spanLine(span: Span, ctx: CardContext): string {
  const words = ctx.texts.clock;
  const { from, to, lasts, status, department, person, countedMs } = span;
  const name = department === null ? '' : departmentName(department, ctx);
  const what = words.held[status as HeldStatus](person === null ? '' : personName(person, ctx), name);
  const all = durationText(to - from, ctx);
  const took = countedMs === to - from ? all : words.counted(all, durationText(countedMs, ctx));
  return lasts
    ? words.spanLasts(timeText(from, ctx), what, took)
    : words.span(timeText(from, ctx), timeAfter(from, to, ctx), what, took);
}

function spanLines(spans: Span[], ctx: CardContext): (string | false)[] {
  const shown = spans.slice(-MAX_SPANS);
  const earlier = spans.length - shown.length;
  return [earlier > 0 && ctx.texts.clock.earlier(earlier), ...shown.map((span) => spanLine(span, ctx))];
}

function chargeLines({ charges }: Explanation, ctx: CardContext): string[] {
  const words = ctx.texts.clock;
  return charges.map(({ holder, department, ms }) =>
    words.charged(department === null ? words.parties[holder] : departmentName(department, ctx), durationText(ms, ctx)),
  );
}

function recipientNames(recipients: Recipient[], ctx: CardContext): string {
  return ctx.texts.card.list([...new Set(recipients.map(({ id }) => recipientName(id, ctx)))]);
}

function nextLines(next: NextWord | null, ctx: CardContext): (string | false)[] {
  const words = ctx.texts.clock;
  if (next === null) return [words.nothingNext];
  const { at, rungs, holders, superiors } = next;
  const why = ctx.texts.card.list(rungs.map((rung) => words.rungs[rung as keyof typeof words.rungs] ?? rung));
  return [
    words.next(timeText(at, ctx), why, recipientNames(holders.length > 0 ? holders : superiors, ctx)),
    holders.length > 0 && superiors.length > 0 && words.alsoTold(recipientNames(superiors, ctx)),
  ];
}

/** The explained clock: the limit, who held the ball from when to when, the next reminder and who will get it. */
export function clockPart(clock: Explanation, feedback: Feedback, ctx: CardContext): Element[] {
  const words = ctx.texts.clock;
  const limit = lines(limitLines(clock, feedback, ctx));
  if (clock.dueAt === null) return limit;
  return [
    ...limit,
    ...section(words.whoHeld, lines(spanLines(clock.spans, ctx))),
    ...section(words.charges, lines(clock.charges.length > 1 ? chargeLines(clock, ctx) : [])),
    ...section(words.whatNext, lines(clock.isOver ? [] : nextLines(clock.next, ctx))),
  ];
}

/** The time limit of a case explained (时限说明) to one person. Nothing on the card is typed by a person. */
export function clockCard(clock: Explanation, feedback: Feedback, ctx: CardContext): CardJson {
  const title = ctx.texts.clock.explainTitle(numberOf(feedback));
  return card({ title, colour: 'blue', summary: title, elements: clockPart(clock, feedback, ctx) });
}
