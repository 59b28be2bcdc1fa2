import { refuse } from '../../decision';
import type { Context } from '../../office';
import { stepOf } from '../asks';
import { askSteps, authorOf, freshApproval, isExplanation } from '../course/approval';
import { end, goTo, leave } from '../course/course';
import { flowOf, hang, withDeed, withRecord } from '../course/flow';
import type { Approval, Asked, ProcedureRecord, Vote } from '../record';
import { personKey } from '../record';
import type { ApproveStage } from '../stages';
import { allValues } from '../values/computed';
import { missingIn } from '../values/form-values';
import { formValues, unknownIn } from './fill';
import { type Move, mine } from './move';

const approvalOf = ({ approval }: ProcedureRecord, { key }: ApproveStage): Approval => approval ?? freshApproval(key);

/** Whether the actor would judge what they wrote themselves. */
function isOwnWork(record: ProcedureRecord, stage: ApproveStage, { step }: Asked, { actor }: Context): boolean {
  const found = stepOf(record, stage, step);
  return found !== null && !isExplanation(found) && authorOf(record, stage) === actor.id;
}

const deedOf = (stage: ApproveStage, { step, insteadOf, personId }: Asked, { actor }: Context) => ({
  what: `${stage.key}.${step}`,
  // Whoever holds the same position acts for the one who was asked.
  insteadOf: insteadOf ?? (personId !== null && personId !== actor.id ? personId : null),
});

/** One vote for the step; the next step is asked, or the stage is done. */
export const approve: Move<'approve'> = (record, command, context) => {
  const my = mine(record, command, context, ['approve']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  const { actor, now } = context;
  const step = stepOf(record, stage, asked.step);
  if (!step || actor.id === null) return refuse('card_unknown');
  if (isOwnWork(record, stage, asked, context)) return refuse('own_work');
  const filled = formValues(step.form, command.values);
  const values = { ...record.values, ...filled };
  const unknown = unknownIn(record.definition.fields, filled, context);
  if (unknown !== null) return refuse('field_faults', { faults: [{ field: unknown, fault: 'not_a_choice' }] });
  const missing = missingIn(step.form, values);
  if (missing.length > 0) return refuse('missing_fields', { fields: missing });
  const deed = deedOf(stage, asked, context);
  const vote: Vote = {
    ...{ step: step.key, verdict: 'approve', by: actor.id, insteadOf: deed.insteadOf, at: now, remark: command.remark },
  };
  const approval = approvalOf(record, stage);
  const claims = asked.department === null ? record.claims : { ...record.claims, [asked.department]: actor.id };
  const done = withDeed({ ...record, values, claims }, context, {
    ...deed,
    verdict: 'approve',
    remark: command.remark,
  });
  const voted = withRecord(flowOf(done), {
    approval: { ...approval, votes: [...approval.votes, vote] },
    asked: record.asked.filter((one) => one !== asked),
    ...(stage.together ? {} : { remindedAt: null }),
  });
  return { flow: askSteps(voted, stage, context, (flow) => leave(flow, stage, context)) };
};

/** 退回修改: everything that was typed stays, and the next submission comes straight back. */
export const giveBack: Move<'return'> = (record, command, context) => {
  const my = mine(record, command, context, ['approve']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  if (stage.returnTo === null) return refuse('cannot_return');
  if (command.remark === '') return refuse('missing_fields', { fields: ['remark'] });
  if (isOwnWork(record, stage, asked, context)) return refuse('own_work');
  const approval = { ...approvalOf(record, stage), returnedBy: asked.step, returnedWith: allValues(record) };
  const done = withDeed(record, context, {
    ...deedOf(stage, asked, context),
    verdict: 'return',
    remark: command.remark,
  });
  return { flow: goTo(withRecord(flowOf(done), { approval }), stage.returnTo, context) };
};

/** 不同意: the record ends. */
export const reject: Move<'reject'> = (record, command, context) => {
  const my = mine(record, command, context, ['approve']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  if (stage.onReject === null) return refuse('cannot_reject');
  if (command.remark === '') return refuse('missing_fields', { fields: ['remark'] });
  if (isOwnWork(record, stage, asked, context)) return refuse('own_work');
  const done = withDeed(record, context, {
    ...deedOf(stage, asked, context),
    verdict: 'reject',
    remark: command.remark,
  });
  return { flow: end(flowOf(done), stage.onReject, context) };
};

/** 转交: another person decides in the actor's place. */
export const delegate: Move<'delegate'> = (record, command, context) => {
  const my = mine(record, command, context, ['approve']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  const { person: to } = command;
  if (to === context.actor.id) return refuse('yourself');
  if (to === authorOf(record, stage)) return refuse('own_work');
  const handed: Asked = { ...asked, personId: to, department: null, insteadOf: null, since: context.now };
  const others = record.asked.map((one) => (one === asked ? handed : one));
  const gone = asked.personId === null ? [] : [personKey(asked.personId)];
  const parties = record.parties.map((one) => (gone.includes(one.key) ? { ...one, goneTo: to } : one));
  const next = { ...record, asked: others, parties, remindedAt: null };
  return { flow: hang(flowOf(next), personKey(to), context), detail: { to, reason: command.reason } };
};

/** 加签: one more person is asked after the actor's own vote. */
export const addApprover: Move<'add_approver'> = (record, command, context) => {
  const my = mine(record, command, context, ['approve']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  const { person: to } = command;
  const by = context.actor.id;
  if (by === null || to === by) return refuse('yourself');
  if (to === authorOf(record, stage)) return refuse('own_work');
  const approval = approvalOf(record, stage);
  if (approval.added.some(({ personId }) => personId === to)) return refuse('already_asked', { names: [to] });
  const key = `added_${approval.added.length + 1}`;
  const added = [...approval.added, { key, after: asked.step, personId: to, by }];
  return { flow: flowOf({ ...record, approval: { ...approval, added } }), detail: { to, reason: command.reason } };
};

/** Whoever gets a handed-out paper has read it. */
export const readIt: Move<'read'> = (record, command, context) => {
  const my = mine(record, command, context, ['notify']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  const done = withDeed(record, context, { what: stage.key, verdict: 'read', insteadOf: asked.insteadOf });
  const left = record.asked.filter((one) => one !== asked);
  const flow = withRecord(flowOf(done), { asked: left });
  return { flow: left.length > 0 ? flow : leave(flow, stage, context) };
};
