import type { Status } from '../../src/domain/feedback/model';
import type { CardContext } from '../kit/context';
import { departmentName, personName } from '../kit/names';
import { oneLine } from '../kit/plain-text';
import type { TimelineFacts } from '../texts/facts';

const MAX_TEXT = 80;

/** An entry of a record's timeline as it was stored. */
export interface TimelineEntry {
  at: number;
  actorId: string | null;
  what: string;
  detail: { readonly [key: string]: unknown };
}

/** An entry in words. */
export interface TimelineWords {
  at: number;
  who: string;
  what: string;
}

/** The timeline in words: who did what, and the status after it. */
export function timelineWords(entries: TimelineEntry[], ctx: CardContext): TimelineWords[] {
  const { timeline } = ctx.texts;
  return entries.map(({ at, actorId, what, detail }) => ({
    at,
    who: actorId === null ? timeline.program : personName(actorId, ctx),
    what: timeline.line(deedOf(what, detail, ctx), statusAfter(detail, ctx)),
  }));
}

/** The sentence of a command; without one, the word of its button. */
function deedOf(what: string, detail: TimelineEntry['detail'], ctx: CardContext): string {
  const { timeline, commands } = ctx.texts;
  const sentence = timeline.deeds[what];
  const button = Object.entries(commands).find(([command]) => command === what)?.[1];
  return sentence ? sentence(factsOf(detail, ctx)) : (button ?? what);
}

function factsOf(detail: TimelineEntry['detail'], ctx: CardContext): TimelineFacts {
  const typed = ['text', 'reason', 'question', 'info', 'toldCustomer']
    .map((key) => detail[key])
    .find((each) => typeof each === 'string');
  const { satisfactions, timeline } = ctx.texts;
  const reaction = Object.entries(satisfactions).find(([key]) => key === detail.satisfaction)?.[1];
  return {
    department: typeof detail.department === 'string' ? departmentName(detail.department, ctx) : '',
    text: reaction ?? (typeof typed === 'string' ? oneLine(typed, MAX_TEXT) : ''),
    waits: detail.waits === true,
    rung: typeof detail.rung === 'string' ? (timeline.rungs[detail.rung] ?? detail.rung) : '',
  };
}

/** The status after the entry; empty if the status did not change. */
function statusAfter({ from, to }: TimelineEntry['detail'], { texts }: CardContext): string {
  return typeof to === 'string' && from !== to ? (texts.statuses[to as Status] ?? to) : '';
}
