import type { Json, JsonObject } from '../../../src/domain/messaging';
import type { CommandType } from '../../../src/domain/procedure/commands';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import type { Instant } from '../../../src/domain/time';
import type { CardContext } from '../../kit/context';
import { personName } from '../../kit/names';
import { oneLine } from '../../kit/plain-text';
import { deedName } from './labels';
import { textIn } from './params';

/** An entry of a record's timeline as it was stored. */
export interface CourseEntry {
  at: Instant;
  actorId: string | null;
  what: string;
  detail: JsonObject;
}

/** An entry in words. */
export interface CourseWords {
  at: Instant;
  who: string;
  what: string;
}

const MAX_TEXT = 80;

/** What was typed with a deed: the first of these in its detail. */
const TYPED = ['remark', 'reason', 'question', 'reply', 'text'];
/** What a deed was about: the first of these in its detail. */
const PLACES = ['step', 'stage', 'from'];

function deedOf(record: ProcedureRecord, { what, detail }: CourseEntry, ctx: CardContext): string {
  const { deeds, deedAt, deedSaid } = ctx.texts.procedure;
  const deed = deeds[what as CommandType] ?? oneLine(what, MAX_TEXT);
  const place = textIn(detail, ...PLACES);
  const named = deedAt(deed, place === '' ? '' : placeName(record, place, ctx));
  return deedSaid(named, oneLine(textIn(detail, ...TYPED), MAX_TEXT));
}

/** A step's key alone is looked for in all approvals. */
function placeName(record: ProcedureRecord, key: string, ctx: CardContext): string {
  if (key.includes('.')) return deedName(record, key, ctx);
  const stage = record.definition.stages.find(
    (one) => one.kind === 'approve' && one.steps.some((step) => step.key === key),
  );
  return deedName(record, stage ? `${stage.key}.${key}` : key, ctx);
}

/** The timeline in words: who did what at which stage. */
export function courseWords(record: ProcedureRecord, entries: CourseEntry[], ctx: CardContext): CourseWords[] {
  return entries.map((entry) => ({
    at: entry.at,
    who: entry.actorId === null ? ctx.texts.procedure.program : personName(entry.actorId, ctx),
    what: deedOf(record, entry, ctx),
  }));
}

/** What the deeds alone tell of the course, for a reader who has no timeline at hand. */
export function courseOfDeeds({ deeds }: ProcedureRecord): CourseEntry[] {
  return deeds.map(({ at, by, what, verdict, remark }) => ({
    ...{ at, actorId: by, what: verdict.startsWith('skipped') ? 'approve' : verdict },
    detail: { stage: what, remark },
  }));
}

/** The entries in the parameters of a notice; what does not look like one is passed over. */
export function entriesIn(timeline: Json | undefined): CourseEntry[] {
  return (Array.isArray(timeline) ? timeline : []).flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const { at, actorId = null, what, detail } = entry;
    if (typeof at !== 'number' || typeof what !== 'string') return [];
    const known = typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail : {};
    return [{ at, actorId: typeof actorId === 'string' ? actorId : null, what, detail: known }];
  });
}
