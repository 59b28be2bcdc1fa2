import type { CardCommand } from '../../src/domain/feedback/commands';
import { type Feedback, isAtRest, isInformation } from '../../src/domain/feedback/model';
import type { Org } from '../../src/domain/org/org';
import { type Element, hr } from '../kit/elements';
import type { View } from './case-frame';
import { cardForms, type FormPlan } from './command-form';
import { suggestedWording } from './customer-wording';

/** A role in the office. */
export type OfficeRole = 'clerk' | 'manager' | 'admin';

/** A person's roles in the office. */
export function officeRolesOf(personId: string, { clerks, managers, admins }: Org): OfficeRole[] {
  const people: [OfficeRole, string[]][] = [
    ['clerk', clerks],
    ['manager', managers],
    ['admin', admins],
  ];
  return people.flatMap(([role, ids]) => (ids.includes(personId) ? [role] : []));
}

type OfficeCommand = Extract<CardCommand, 'correct' | 'close' | 'reopen'>;

/** Which roles may do what although it is another's turn (`rights.ts`). */
const ROLES: Record<OfficeCommand, OfficeRole[]> = {
  correct: ['clerk', 'admin'],
  close: ['clerk'],
  reopen: ['clerk', 'manager'],
};

function isOpenFor(command: OfficeCommand, feedback: Feedback): boolean {
  switch (command) {
    case 'correct':
      return feedback.status !== 'draft' && !isAtRest(feedback);
    case 'close':
      return feedback.status === 'answered';
    case 'reopen':
      return feedback.status === 'answered' || (feedback.status === 'closed' && !isInformation(feedback.kind));
  }
}

function planOf(command: OfficeCommand, view: View): FormPlan {
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

/** What the office may do although it is another's turn, folded: correct the case, close it for the rep, reopen it. */
export function officeForms(view: View, roles: OfficeRole[]): Element[] {
  const commands = (['correct', 'close', 'reopen'] as const).filter(
    (command) => isOpenFor(command, view.feedback) && ROLES[command].some((role) => roles.includes(role)),
  );
  if (commands.length === 0 || view.ctx.org.departments.length === 0) return [];
  return [hr(), ...cardForms(view, { folded: commands.map((command) => planOf(command, view)) })];
}
