import type { Context } from '../../office';
import { stepOf } from '../asks';
import { dueAtOf } from '../clock/dates';
import type { Approval, Asked, ProcedureRecord, Vote } from '../record';
import type { ApproveStage, ApproveStep } from '../stages';
import { allValues } from '../values/computed';
import { holds } from '../values/conditions';
import { isSame } from '../values/form-values';
import { askThem } from './asking';
import { type Flow, withRecord } from './flow';
import { type Part, partsOf } from './who';

export const freshApproval = (stage: string): Approval => ({
  ...{ stage, votes: [], added: [], returnedBy: null, returnedWith: null },
});

/**
 * The approval after its record was changed and submitted again: whoever returned it is asked next, unless a change
 * cancels the approvals given (`edit_voids`).
 */
export function resumedApproval(approval: Approval, stage: ApproveStage, record: ProcedureRecord): Approval {
  const { returnedWith } = approval;
  const now = allValues(record);
  const isVoid = stage.editVoids.some((field) => !isSame(returnedWith?.[field], now[field]));
  return isVoid ? freshApproval(stage.key) : { ...approval, returnedBy: null, returnedWith: null };
}

/** The stage's steps with the added ones (加签) in their places. */
export function stepsIn(record: ProcedureRecord, stage: ApproveStage): ApproveStep[] {
  const added = record.approval?.added ?? [];
  const withAdded = (step: ApproveStep): ApproveStep[] => [
    step,
    ...added
      .filter(({ after }) => after === step.key)
      .flatMap(({ key }) => {
        const found = stepOf(record, stage, key);
        return found ? withAdded(found) : [];
      }),
  ];
  return stage.steps.flatMap(withAdded);
}

/** A step in which the author explains something, and approves nothing. */
export const isExplanation = ({ who, form }: ApproveStep): boolean =>
  form.length > 0 && who.every(({ kind }) => kind === 'starter' || kind === 'holder');

/** Who wrote what is approved: whoever did the stage to which the approval returns, else the starter. */
export function authorOf({ deeds, starterId, definition }: ProcedureRecord, { returnTo }: ApproveStage): string {
  const written = returnTo ?? definition.stages[0]?.key;
  return deeds.findLast(({ what, verdict }) => what === written && verdict === 'submit')?.by ?? starterId;
}

function partFor(step: ApproveStep, stage: ApproveStage, record: ProcedureRecord, context: Context): Part | null {
  const added = record.approval?.added.find(({ key }) => key === step.key);
  const who = added ? null : step.who;
  if (added) return { who: { kind: 'starter' }, personId: added.personId, department: null, insteadOf: null };
  const except = isExplanation(step) ? new Set<string>() : new Set([authorOf(record, stage)]);
  return partsOf(who ?? [], record, { office: context, now: context.now, except })[0] ?? null;
}

type Skip = Pick<Vote, 'verdict' | 'by' | 'insteadOf'>;

/** Whoever approved the step before is not asked again in a row: their word counts for both. */
function sameSkips(step: ApproveStep, part: Part, stage: ApproveStage, { votes }: Approval): Skip | null {
  const before = votes.at(-1);
  const asksMore = step.form.some(({ required }) => required);
  if (
    stage.samePerson !== 'once' ||
    stage.together ||
    asksMore ||
    before === undefined ||
    before.verdict === 'skipped_author'
  )
    return null;
  return before.by === part.personId
    ? { verdict: 'skipped_same_person', by: before.by, insteadOf: before.insteadOf }
    : null;
}

/** The author of what is approved skips their own step, if somebody approves it after them. */
function authorSkips(step: ApproveStep, stage: ApproveStage, record: ProcedureRecord, context: Context): Skip | null {
  const author = authorOf(record, stage);
  const players = partsOf(step.who, record, { office: context, now: context.now });
  const steps = stepsIn(record, stage);
  const later = steps.slice(steps.indexOf(step) + 1).filter(({ when }) => !when || holds(when, record));
  const isSeen = later.some((one) => !isExplanation(one) && partFor(one, stage, record, context) !== null);
  return players.length > 0 && isSeen ? { verdict: 'skipped_author', by: author, insteadOf: null } : null;
}

/**
 * Asks whoever must approve next: one step after the other, or all at once. `done` goes on when nobody is left to ask.
 */
export function askSteps(flow: Flow, stage: ApproveStage, context: Context, done: (flow: Flow) => Flow): Flow {
  let next = flow;
  const asked: Asked[] = [];
  for (const step of stepsIn(flow.record, stage)) {
    const { record } = next;
    const approval = record.approval ?? freshApproval(stage.key);
    if (approval.votes.some((vote) => vote.step === step.key)) continue;
    if (step.when && !holds(step.when, record)) continue;
    const part = partFor(step, stage, record, context);
    const skips = part === null ? authorSkips(step, stage, record, context) : sameSkips(step, part, stage, approval);
    if (skips) {
      next = withRecord(next, passedOver(record, approval, { ...skips, step: step.key, at: context.now, remark: '' }));
      continue;
    }
    if (!part) return askThem(withRecord(next, { asked: [] }), [], context);
    const known = flow.record.asked.find((one) => one.step === step.key);
    const dueAt = step.due && dueAtOf(step.due, entering(record, stage, context), context);
    asked.push(known ?? { ...part, step: step.key, since: context.now, dueAt });
    if (!stage.together) break;
  }
  if (asked.length === 0) return done(withRecord(next, { asked }));
  const before = new Set(flow.record.asked.map(({ step }) => step));
  const turn = next.record.turn + (stage.together && before.size > 0 ? 0 : 1);
  const fresh = asked.filter(({ step }) => !before.has(step));
  const asking = withRecord(next, { asked, turn });
  return fresh.length > 0 ? askThem(asking, fresh, context) : asking;
}

/** A step's due date is counted from the moment at which the step is asked. */
const entering = (record: ProcedureRecord, { key }: ApproveStage, { now }: Context): ProcedureRecord => ({
  ...record,
  moments: { ...record.moments, [`${key}.entered`]: now },
});

function passedOver(record: ProcedureRecord, approval: Approval, vote: Vote): Partial<ProcedureRecord> {
  const { step, verdict, by, insteadOf, at, remark } = vote;
  const deed = { what: `${approval.stage}.${step}`, verdict, by, insteadOf, at, remark, round: record.round };
  return { approval: { ...approval, votes: [...approval.votes, vote] }, deeds: [...record.deeds, deed] };
}
