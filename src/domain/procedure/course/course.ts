import { person } from '../../messaging';
import type { Context } from '../../office';
import { dueAtOf, opensAtOf, startOfMoment } from '../clock/dates';
import { stageOf } from '../definition';
import { type Asked, currentStage, momentOf, type ProcedureRecord, personKey } from '../record';
import type { EachStage, FillStage, NotifyStage, OutsideStage, Stage, WaitStage } from '../stages';
import { holds } from '../values/conditions';
import { askSteps, freshApproval, resumedApproval } from './approval';
import { askAll, askThem } from './asking';
import { type Flow, message, says, withRecord } from './flow';
import { linesOf } from './lines';
import { type Part, partsOf } from './who';

/** More stages in one decision than any procedure has: a definition that runs in a circle. */
const MAX_HOPS = 60;

/** The record goes to a stage or to an end, and on from there as far as nobody has to act. */
export function goTo(flow: Flow, key: string, context: Context, hops = 0): Flow {
  const { definition } = flow.record;
  if (hops > MAX_HOPS) throw new Error(`${definition.name} runs in a circle at ${key}`);
  const stage = stageOf(definition, key);
  if (!stage) return end(flow, key, context);
  const entered = withRecord(flow, arrival(flow.record, stage, context));
  const told = toldChildren(entered, context);
  if (stage.skip && holds(stage.skip, told.record)) return leave(told, stage, context, { button: null, hops });
  return openIfTime(told, stage, context, hops);
}

/** What every arrival at a stage changes. */
function arrival(record: ProcedureRecord, stage: Stage, { now }: Context): Partial<ProcedureRecord> {
  const { [`${stage.key}.opened`]: _opened, ...moments } = record.moments;
  return {
    stage: stage.key,
    turn: record.turn + 1,
    moments: { ...moments, [`${stage.key}.entered`]: now },
    ...{ asked: [], lines: [], extension: null, question: null, remindedAt: null, urgedAt: null },
  };
}

/** Children that open with a stage of this record hear that it has come to one. */
function toldChildren(flow: Flow, { actor }: Context): Flow {
  const { id, stage, isOpen, children } = flow.record;
  const waiting = children.filter((child) => child.isOpen);
  if (id === 0 || actor.id === undefined || waiting.length === 0) return flow;
  const commands = [{ type: 'parent_moved' as const, toStage: stage, parentIsOpen: isOpen }];
  return {
    ...flow,
    gives: [...flow.gives, ...waiting.map((child) => ({ recordId: child.id, commands, mayFail: true as const }))],
  };
}

/** Opens the stage that the record is in, if its time has come. */
export function openIfTime(flow: Flow, stage: Stage, context: Context, hops = 0): Flow {
  const { record } = flow;
  if (!isTime(stage, record, context)) return flow;
  const opened = withRecord(flow, { moments: { ...record.moments, [`${stage.key}.opened`]: context.now } });
  switch (stage.kind) {
    case 'fill':
    case 'outside':
      return askAll(opened, stage, fillers(stage, opened.record, context), context);
    case 'approve':
      return askSteps(withRecord(opened, { approval: approvalAt(opened.record, stage.key) }), stage, context, (done) =>
        leave(done, stage, context, { button: null, hops }),
      );
    case 'wait':
      return isOver(stage, opened.record, context) ? leave(opened, stage, context, { button: null, hops }) : opened;
    case 'each':
      return askLines(opened, stage, context, hops);
    case 'notify':
      return tell(opened, stage, context, hops);
    case 'campaign':
      return opened;
  }
}

function isTime({ opens }: Stage, record: ProcedureRecord, context: Context): boolean {
  if (!opens) return true;
  const { parent } = record;
  if (opens.withParent !== null && parent !== null && parent.stage !== opens.withParent) return false;
  const at = opensAtOf(opens, record, context);
  return at !== 'unknown' && at <= context.now;
}

function approvalAt(record: ProcedureRecord, key: string) {
  const stage = stageOf(record.definition, key);
  const { approval } = record;
  if (stage?.kind !== 'approve') return approval;
  return approval?.stage === key && approval.returnedBy !== null
    ? resumedApproval(approval, stage, record)
    : freshApproval(key);
}

function fillers(stage: FillStage | OutsideStage, record: ProcedureRecord, context: Context): Part[] {
  const doers = stage.kind === 'fill' && stage.notBy === 'doers' ? record.children.flatMap((child) => child.doers) : [];
  return partsOf(stage.who, record, { office: context, now: context.now, except: new Set(doers) });
}

function isOver({ until }: WaitStage, record: ProcedureRecord, context: Context): boolean {
  if (until.kind === 'date') {
    const day = startOfMoment(until.moment, record, context);
    return day !== null && day <= context.now;
  }
  return record.children
    .filter(({ field, procedure }) => field === until.field || procedure === until.procedure)
    .every(({ isOpen }) => !isOpen);
}

/** Goes on if the record waits for just what has come. */
export function goOnIfOver(flow: Flow, context: Context): Flow {
  const stage = currentStage(flow.record);
  return stage?.kind === 'wait' &&
    momentOf(flow.record, stage.key, 'opened') !== null &&
    isOver(stage, flow.record, context)
    ? leave(flow, stage, context)
    : flow;
}

function askLines(flow: Flow, stage: EachStage, context: Context, hops: number): Flow {
  const lines = linesOf(stage, flow.record, context);
  const told = withRecord(flow, { lines });
  if (lines.length === 0) return leave(told, stage, context, { button: null, hops });
  const dueAt = stage.due && dueAtOf(stage.due, flow.record, context);
  const who = stage.who[0] ?? { kind: 'holder' as const };
  const people = [...new Set(lines.flatMap(({ personId }) => personId ?? []))];
  const asked = people.map(
    (personId): Asked => ({ step: '', who, personId, department: null, insteadOf: null, since: context.now, dueAt }),
  );
  return askThem(withRecord(told, { asked }), asked, context);
}

function tell(flow: Flow, stage: NotifyStage, context: Context, hops: number): Flow {
  const parts = partsOf(stage.to, flow.record, { office: context, now: context.now });
  const dueAt = stage.receipt && dueAtOf(stage.receipt, flow.record, context);
  const asked = parts.map((part): Asked => ({ ...part, step: '', since: context.now, dueAt }));
  const told = askThem(withRecord(flow, { asked }), asked, context);
  if (stage.receipt !== null && asked.length > 0) return told;
  return leave(withRecord(told, { asked: [] }), stage, context, { button: null, hops });
}

/** The stage is done: straight back to whoever returned the record, else the first way whose condition holds. */
export function leave(
  flow: Flow,
  stage: Stage,
  context: Context,
  { button, hops }: { button: string | null; hops: number } = { button: null, hops: 0 },
): Flow {
  const { record } = flow;
  const done = withRecord(flow, {
    asked: [],
    moments: { ...record.moments, [`${stage.key}.done`]: context.now },
  });
  const back = returnerOf(record, stage);
  if (back !== null) return goTo(done, back, context, hops + 1);
  const way = stage.next.find(({ when }) => when === null || holds(when, done.record, { button }));
  if (!way) throw new Error(`${record.definition.name}: no way leads on from ${stage.key}`);
  const round = way.countsRound ? { round: record.round + 1 } : {};
  return goTo(withRecord(done, round), way.to, context, hops + 1);
}

/** The approve stage to which this stage hands its work straight back; null if none waits for it. */
function returnerOf({ approval, definition }: ProcedureRecord, { key }: Stage): string | null {
  if (approval === null || approval.returnedBy === null) return null;
  const stage = stageOf(definition, approval.stage);
  return stage?.kind === 'approve' && stage.returnTo === key ? stage.key : null;
}

/** The record ends: its starter is told once, its parent and its children hear of it. */
export function end(flow: Flow, key: string, context: Context): Flow {
  const { record } = flow;
  const { now, actor } = context;
  const ended = withRecord(flow, {
    ...{ stage: key, isOpen: false, turn: record.turn + 1, endedAt: now, asked: [] },
    ...{ extension: null, question: null, approval: null, dueAt: null },
  });
  const told =
    actor.id === record.starterId ? ended : says(ended, message('result', person(record.starterId), { end: key }));
  const woken = record.parentId === null ? told : { ...told, gives: [...told.gives, wakeParent(record, key)] };
  return toldChildren(woken, context);
}

const wakeParent = ({ id, parentId, parentField, definition }: ProcedureRecord, end: string) => ({
  recordId: parentId ?? 0,
  commands: [{ type: 'child_ended' as const, childId: id, procedure: definition.name, field: parentField, end }],
  mayFail: true as const,
});

/** Whether the record hangs with this person. */
export const isParty = ({ parties }: ProcedureRecord, id: string): boolean =>
  parties.some(({ key, goneTo }) => key === personKey(id) && goneTo === null);
