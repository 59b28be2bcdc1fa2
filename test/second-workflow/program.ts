import type { Texts } from '../../cards/texts/texts';
import type { Accepted, Opened } from '../../src/domain/decision';
import type { Command } from '../../src/domain/feedback/commands';
import type { Feedback } from '../../src/domain/feedback/model';
import { person } from '../../src/domain/messaging';
import type { Context } from '../../src/domain/office';
import { HOUR } from '../../src/domain/time';
import type { AnyWorkflow, Workflow } from '../../src/engine/workflow';
import type { Program } from '../../src/program';
import { feedbackCatalogue } from '../../src/workflows/feedback/catalogue';
import { feedbackWorkflow } from '../../src/workflows/feedback/workflow';
import { newTask, type Task, type TaskCommand, taskRules } from './task';
import { taskCatalogue } from './task-catalogue';
import { taskFace } from './task-face';
import { TaskStore } from './task-store';

/** Eleven members are enough for a workflow whose records take in no messages. */
export const taskWorkflow: Workflow<Task, TaskCommand> = {
  name: 'task',
  store: (tx) => new TaskStore(tx),
  rules: taskRules,
  face: taskFace,
  moments: [],
};

/** Makes a task of the prevention that a department promises: due in 20 h, for the person who answered. */
function openedBy(command: Command, { now, actor }: Context, { next }: Accepted<Feedback>): Opened[] {
  if (command.type !== 'answer' || command.prevention === '' || actor.id === null) return [];
  const people = { starter: next.repId, holder: actor.id };
  return [
    {
      workflow: 'task',
      next: newTask(command.prevention, people, { now, dueAt: now + 20 * HOUR }),
      entry: { at: now, actorId: actor.id, what: 'open' },
      notices: [{ kind: 'card', wall: 'holder', to: person(actor.id) }],
    },
  ];
}

/** Feedback, with a decision that opens a record of the other workflow. */
const feedbackWithTasks: Workflow<Feedback, Command> = {
  ...feedbackWorkflow,
  rules: {
    ...feedbackWorkflow.rules,
    decide: (feedback, command, context) => {
      const decision = feedbackWorkflow.rules.decide(feedback, command, context);
      return decision.ok ? { ...decision, opens: openedBy(command, context, decision) } : decision;
    },
  },
};

/** Two workflows in one program. */
export const TWO_WORKFLOWS: Program = {
  workflows: [feedbackWithTasks as unknown as AnyWorkflow, taskWorkflow as unknown as AnyWorkflow],
  catalogues: (texts: Texts) => [feedbackCatalogue(texts), taskCatalogue],
};
