import { expect, test } from '@jest/globals';
import { card } from '../../../cards/kit/card';
import type { Element } from '../../../cards/kit/elements';
import { type FormField, type RecordForm, recordForm } from '../../../cards/kit/record-form';
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

const order = (...fields: FormField[]): RecordForm => ({
  fields,
  submits: [{ cmd: 'order.approve', id: 7, word: 'approve' }],
});

const cardOf = (elements: Element[]) => card({ title: 'PO-7', colour: 'blue', summary: 'PO-7', elements });
const tagsIn = (form: Element) => (form.elements as Element[]).map(({ tag }) => tag);

test('two selects in a row share a line, a label stands left of its control, a text needs none', () => {
  const fields = [field('a', CHOICE), field('b', CHOICE), field('c', CHOICE), field('d', 'text'), field('e', 'time')];
  const form = recordForm(order(...fields));
  expect(tagsIn(form)).toEqual(['column_set', 'column_set', 'input', 'column_set', 'column_set']);
  expect(faultsOf(cardOf([form]))).toEqual([]);
});

test('several buttons of one command have different names', () => {
  const button = (ending: string) => ({ cmd: 'order.close', id: 7, word: ending, ending });
  const form = recordForm({ fields: [], submits: [button('good'), button('bad')] });
  const names = nodesIn(form).flatMap(({ tag, name }) => (tag === 'button' ? [name] : []));
  expect(names).toEqual(['order.close_good', 'order.close_bad']);
  expect(faultsOf(cardOf([form]))).toEqual([]);
});
