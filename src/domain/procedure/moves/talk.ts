import { refuse } from '../../decision';
import { person, type Recipient } from '../../messaging';
import type { Context } from '../../office';
import { seesAll } from '../../org/membership';
import { departmentOf } from '../../org/org';
import { HOUR } from '../../time';
import { isParty } from '../course/course';
import { flowOf, message, recipientOf, says, wallOf } from '../course/flow';
import type { ProcedureRecord } from '../record';
import { type Move, mine, stageMay } from './move';

/** Whoever is asked now, as recipients of a message. */
function workersOf(record: ProcedureRecord, context: Context): Recipient[] {
  return record.asked.flatMap((one) => recipientOf(wallOf(one), context) ?? []);
}

/** 请补充: the starter is asked; the clock goes on. */
export const question: Move<'question'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill']);
  if ('ok' in my) return my;
  const by = context.actor.id;
  if (!stageMay(my.stage, 'ask') || by === null || by === record.starterId) return refuse('not_allowed_here');
  if (command.question === '') return refuse('missing_fields', { fields: ['question'] });
  const asked = { text: command.question, by, at: context.now, to: record.starterId };
  const flow = flowOf({ ...record, question: asked });
  return {
    flow: says(flow, message('question', person(record.starterId), { text: command.question, by })),
    detail: { question: command.question },
  };
};

/** Whoever asked gets the answer. */
export const reply: Move<'reply'> = (record, command, { actor }) => {
  const { question: open } = record;
  if (!open) return refuse('nothing_asked');
  if (open.to !== actor.id) return refuse('not_yours', { names: [open.to] });
  if (command.reply === '') return refuse('missing_fields', { fields: ['reply'] });
  const answered = message('replied', person(open.by), { question: open.text, text: command.reply, by: actor.id });
  return {
    flow: says(flowOf({ ...record, question: null }), answered),
    detail: { question: open.text, reply: command.reply },
  };
};

/** 补一句, 说个进展: a line on the timeline; it reaches the other side. */
export const note: Move<'note'> = (record, command, context) => {
  const { actor, org } = context;
  const id = actor.id ?? '';
  const works = workersOf(record, context).some((to) => to.id === id || to.id === actor.chatId);
  if (!isParty(record, id) && !works && !seesAll(id, org)) return refuse('not_yours');
  if (command.text === '') return refuse('missing_fields', { fields: ['text'] });
  const others = id === record.starterId ? workersOf(record, context) : [person(record.starterId)];
  const said = others.filter((to) => to.id !== id).map((to) => message('note', to, { text: command.text, by: id }));
  return { flow: says(flowOf(record), ...said), detail: { text: command.text } };
};

/** Whether the actor stands above whoever is asked: they may push whenever they like. */
function isSuperior(record: ProcedureRecord, { actor, org }: Context): boolean {
  const leads = record.asked.flatMap(({ department }) => departmentOf(org, department)?.lead ?? []);
  return leads.includes(actor.id ?? '') || org.managers.includes(actor.id ?? '') || org.admins.includes(actor.id ?? '');
}

/** 催办: whoever is asked is buzzed; the starter and the holder may ask for it once an hour. */
export const urge: Move<'urge'> = (record, _command, context) => {
  const { actor, now } = context;
  const id = actor.id ?? '';
  if (record.asked.length === 0) return refuse('nobody_to_urge');
  if (record.asked.some(({ personId }) => personId === id)) return refuse('yourself');
  const isAbove = isSuperior(record, context);
  if (!isAbove && id !== record.starterId && id !== record.holderId) return refuse('not_yours');
  const { urgedAt } = record;
  if (!isAbove && urgedAt !== null && now - urgedAt < HOUR) return refuse('urged_already', { at: urgedAt });
  const people = record.asked.flatMap(({ personId }) => personId ?? []);
  const said = workersOf(record, context).map((to) => ({ ...message('urged', to, { by: id }), buzz: people }));
  return { flow: says(flowOf({ ...record, urgedAt: now }), ...said) };
};
