import type { CardCommand } from '../../src/domain/feedback/commands';
import { type Feedback, isAtRest, isInformation } from '../../src/domain/feedback/model';
import type { Org } from '../../src/domain/org/org';
import { type Element, hr } from '../kit/elements';
import type { View } from './case-frame';
import { cardForms, type FormPlan } from './command-form';
import { suggestedWording } from './customer-wording';

export type Desk = 'clerk' | 'manager' | 'admin';

/** At which desks of the office somebody sits. */
export function desksOf(personId: string, { clerks, managers, admins }: Org): Desk[] {
  const people: [Desk, string[]][] = [
    ['clerk', clerks],
    ['manager', managers],
    ['admin', admins],
  ];
  return people.flatMap(([desk, ids]) => (ids.includes(personId) ? [desk] : []));
}

type DeskCommand = Extract<CardCommand, 'correct' | 'close' | 'reopen'>;

/** Who may do what beside those whose turn it is (`rights.ts`). */
const DESKS: Record<DeskCommand, Desk[]> = {
  correct: ['clerk', 'admin'],
  close: ['clerk'],
  reopen: ['clerk', 'manager'],
};

function isOpenFor(command: DeskCommand, feedback: Feedback): boolean {
  switch (command) {
    case 'correct':
      return feedback.status !== 'draft' && !isAtRest(feedback);
    case 'close':
      return feedback.status === 'answered';
    case 'reopen':
      return feedback.status === 'answered' || (feedback.status === 'closed' && !isInformation(feedback.kind));
  }
}

function planOf(command: DeskCommand, view: View): FormPlan {
  const { category, department, priority } = view.feedback;
  switch (command) {
    case 'correct':
      return { command, initial: { category, department: department ?? '', priority } };
    case 'close':
      return { command, initial: { told_customer: suggestedWording(view) } };
    case 'reopen':
      return { command };
  }
}

/** What the office may do to a case that is not its turn, folded: correct it, close it for the rep, reopen it. */
export function deskForms(view: View, desks: Desk[]): Element[] {
  const commands = (['correct', 'close', 'reopen'] as const).filter(
    (command) => isOpenFor(command, view.feedback) && DESKS[command].some((desk) => desks.includes(desk)),
  );
  if (commands.length === 0 || view.ctx.org.departments.length === 0) return [];
  return [hr(), ...cardForms(view, { folded: commands.map((command) => planOf(command, view)) })];
}
