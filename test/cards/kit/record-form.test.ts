import { expect, test } from '@jest/globals';
import { card } from '../../../cards/kit/card';
import type { Element } from '../../../cards/kit/elements';
import { type FormField, type RecordForm, recordForm, recordForms } from '../../../cards/kit/record-form';
import { faultsOf, nodesIn } from '../card-faults';

const field = (name: string, as: FormField['as']): FormField => ({
  name,
  label: name,
  placeholder: 'Type here',
  required: false,
  initial: '',
  as,
});

const CHOICE = [{ value: 'a', text: 'A' }];

const order = (command: string, ...fields: FormField[]): RecordForm => ({
  cmd: `order.${command}`,
  id: 7,
  word: command,
  fields,
});

const cardOf = (elements: Element[]) => card({ title: 'PO-7', colour: 'blue', summary: 'PO-7', elements });
const tagsIn = (form: Element) => (form.elements as Element[]).map(({ tag }) => tag);

test('two selects in a row share a line, other fields do not', () => {
  const fields = [field('a', CHOICE), field('b', CHOICE), field('c', CHOICE), field('d', 'text'), field('e', 'time')];
  const form = recordForm(order('approve', ...fields));
  expect(tagsIn(form)).toEqual(['column_set', 'div', 'select_static', 'input', 'div', 'picker_datetime', 'button']);
  expect(faultsOf(cardOf([form]))).toEqual([]);
});

test('the same field in several forms of a card has several names', () => {
  const reason = field('reason', 'line');
  const forms = recordForms({ open: [order('approve', reason)], folded: [order('reject', reason)] }, 'Other actions');
  const names = nodesIn(forms).flatMap(({ tag, name }) => (tag === 'input' ? [name] : []));
  expect(names).toEqual(['reason', 'reason__reject']);
  expect(faultsOf(cardOf(forms))).toEqual([]);
});

test('a heading parts folded forms from open ones, and is left out without open ones', () => {
  const [open, folded] = [[order('approve', field('a', 'line'))], [order('reject', field('b', 'line'))]];
  const headings = (forms: Element[]) => forms.filter(({ tag }) => tag === 'div').length;
  expect(headings(recordForms({ open, folded }, 'Other actions'))).toBe(1);
  expect(headings(recordForms({ open }, 'Other actions'))).toBe(0);
  expect(headings(recordForms({ folded }, 'Other actions'))).toBe(0);
});
