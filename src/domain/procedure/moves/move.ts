import { NO_LONGER_APPLIES, type Refused, refuse } from '../../decision';
import type { JsonObject } from '../../messaging';
import type { Context } from '../../office';
import type { RecordCommand, Turn } from '../commands';
import type { Flow } from '../course/flow';
import { wallOf } from '../course/flow';
import { mayActOn } from '../course/who';
import { type Asked, currentStage, isStageOpen, type ProcedureRecord } from '../record';
import type { MayAct, Stage } from '../stages';

/** What a command does to a record: where the record goes from here, or why not. */
export type Moved = { flow: Flow; detail?: JsonObject } | Refused;

/** One command carried out; `C` is the type of the command. */
export type Move<C extends RecordCommand['type']> = (
  record: ProcedureRecord,
  command: Extract<RecordCommand, { type: C }>,
  context: Context,
) => Moved;

export const isRefused = (moved: Moved): moved is Refused => 'ok' in moved;

/** Says who did what since the card was drawn. */
export function tooLate({ deeds, stage }: ProcedureRecord): Refused {
  const last = deeds.at(-1);
  const who: JsonObject = last ? { by: last.by, at: last.at, what: last.what, verdict: last.verdict } : {};
  return refuse(NO_LONGER_APPLIES, { stage, ...who });
}

/** Whose turn it is, for a person who may not act. */
export const notYours = ({ asked }: ProcedureRecord): Refused => refuse('not_yours', { names: asked.map(wallOf) });

/** Whether the button belongs to what the record asks now. */
export function isInTurn(record: ProcedureRecord, { stage = null, turn = null }: Partial<Turn>, asked: Asked): boolean {
  const key = asked.step === '' ? record.stage : asked.step;
  return (stage === null || stage === key) && (turn === null || turn === record.turn);
}

interface Mine<S extends Stage> {
  stage: S;
  asked: Asked;
}

/** What the actor is asked at a stage of this kind, or why they cannot act. */
export function mine<K extends Stage['kind']>(
  record: ProcedureRecord,
  turn: Partial<Turn>,
  context: Context,
  kinds: readonly K[],
): Mine<Extract<Stage, { kind: K }>> | Refused {
  const stage = currentStage(record);
  if (!stage || !isStageOpen(record) || !kinds.some((kind) => kind === stage.kind)) return tooLate(record);
  const inTurn = record.asked.filter((asked) => isInTurn(record, turn, asked));
  if (inTurn.length === 0) return tooLate(record);
  const asked =
    inTurn.find(({ personId }) => personId === context.actor.id) ??
    inTurn.find((one) => mayActOn(one, record, context));
  return asked ? { stage: stage as Extract<Stage, { kind: K }>, asked } : notYours(record);
}

/** Whether the stage lets people do this beside their work. */
export const stageMay = (stage: Stage, act: MayAct): boolean => stage.kind === 'fill' && stage.may.includes(act);
