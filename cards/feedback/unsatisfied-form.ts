import type { Element } from '../kit/elements';
import type { View } from './case-frame';
import { commandForm } from './command-form';

/**
 * Asks, while the customer's displeasure is fresh, whether the department is to work on it again; `fields` is what the rep
 * told the customer.
 */
export function unsatisfiedForm(view: View, fields: Record<string, string>): Element[] {
  const { feedback, texts } = view;
  const { id } = feedback;
  const { told_customer = '' } = fields;
  const closing = { satisfaction: 'unsatisfied', sure: 'yes', ...(told_customer === '' ? {} : { told_customer }) };
  const reopen = { cmd: 'feedback.reopen', id, word: texts.asked.workAgain, look: 'primary' as const };
  const close = { cmd: 'feedback.close', id, word: texts.asked.closeAllTheSame, values: closing };
  return [
    commandForm(view, { command: 'reopen', submits: [reopen, close], hint: texts.asked.whatElse, isOptional: true }),
  ];
}
