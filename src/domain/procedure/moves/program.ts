import { refuse } from '../../decision';
import type { Context } from '../../office';
import { chiefsOf } from '../../org/org';
import { askSteps } from '../course/approval';
import { askAll } from '../course/asking';
import { goOnIfOver, leave, openIfTime } from '../course/course';
import { flowOf, hang, withRecord } from '../course/flow';
import { partsOf } from '../course/who';
import { type Asked, currentStage, isStageOpen, type ProcedureRecord, personKey } from '../record';
import { handedOn } from './hand';
import type { Move, Moved } from './move';

/** A child has ended: the parent goes on if that is what it waits for. Every such news makes a version of the parent. */
export const childEnded: Move<'child_ended'> = (record, command, context) => {
  const children = record.children.map((child) =>
    child.id === command.childId ? { ...child, isOpen: false, stage: command.end, endedAt: context.now } : child,
  );
  return {
    flow: goOnIfOver(flowOf({ ...record, children }), context),
    detail: { child: command.childId, end: command.end },
  };
};

/** The parent came to another stage, or ended. */
export const parentMoved: Move<'parent_moved'> = (record, { toStage, parentIsOpen }, context) => {
  const stage = currentStage(record);
  const parent = record.parent && { ...record.parent, stage: toStage, isOpen: parentIsOpen };
  if (!stage || !parent || isStageOpen(record)) return refuse('not_due');
  const flow = openIfTime(flowOf({ ...record, parent }), stage, context);
  return flow.record.moments === record.moments ? refuse('not_due') : { flow };
};

/** Who takes over from somebody who left: the giver, else whoever is in charge of everything. */
function heirOf({ starterId, id }: ProcedureRecord, gone: ReadonlySet<string>, { org }: Context): string | null {
  const heirs = [starterId, ...chiefsOf(org), ...org.admins].filter((one) => !gone.has(one));
  return heirs[0] === starterId ? starterId : (heirs[id % Math.max(1, heirs.length)] ?? null);
}

/** Somebody who must act has left, or nobody was found before: who must act is worked out anew. */
export const peopleChanged: Move<'people_changed'> = (record, command, context): Moved => {
  const stage = currentStage(record);
  const gone = new Set(command.gone);
  if (!stage || !isStageOpen(record)) return refuse('not_due');
  if (gone.has(record.holderId)) return heldBy(record, gone, context);
  const left = record.asked.find(({ personId }) => personId !== null && gone.has(personId));
  if (left) return replaced(record, left, gone, context);
  if (record.asked.length > 0) return refuse('not_due');
  if (stage.kind === 'approve') {
    return { flow: askSteps(flowOf(record), stage, context, (flow) => leave(flow, stage, context)) };
  }
  if (stage.kind !== 'fill' && stage.kind !== 'outside') return refuse('not_due');
  const parts = partsOf(stage.who, record, { office: context, now: context.now });
  return parts.length === 0 ? refuse('not_due') : { flow: askAll(flowOf(record), stage, parts, context) };
};

function heldBy(record: ProcedureRecord, gone: ReadonlySet<string>, context: Context): Moved {
  const heir = heirOf(record, gone, context);
  return heir === null ? refuse('nobody_left') : { flow: flowOf({ ...record, holderId: heir }), detail: { to: heir } };
}

function replaced(record: ProcedureRecord, asked: Asked, gone: ReadonlySet<string>, context: Context): Moved {
  const from = asked.personId ?? '';
  const claims = Object.fromEntries(Object.entries(record.claims).filter(([, id]) => !gone.has(id)));
  const parts = partsOf([asked.who], { ...record, claims }, { office: context, now: context.now, except: gone });
  const [part] = parts;
  const parties = record.parties.filter(({ key }) => key !== personKey(from));
  const free = { ...record, claims, parties, remindedAt: null };
  if (part) {
    const next: Asked = { ...asked, ...part, since: context.now };
    const others = free.asked.map((one) => (one === asked ? next : one));
    const wall = part.personId === null ? `department:${part.department ?? ''}` : personKey(part.personId);
    return {
      flow: hang(flowOf({ ...free, asked: others }), wall, context),
      detail: { from, to: part.personId ?? part.department },
    };
  }
  const heir = heirOf(record, gone, context);
  if (heir === null) return refuse('nobody_left');
  const handed = flowOf(handedOn(free, asked, heir, context));
  const lines = handed.record.lines.map((line) => (line.personId === from ? { ...line, personId: heir } : line));
  return { flow: hang(withRecord(handed, { lines }), personKey(heir), context), detail: { from, to: heir } };
}
