import { expect, test } from '@jest/globals';
import { type FieldFault, faultsOf, MAX_FIELD_LENGTH, optional, required, valuesOf } from '../../src/domain/fields';

/** A form of no workflow that exists. */
const FORM = [required('name'), optional('colour', 'colour'), optional('until', 'time')];
const CHOICES = { colour: ['red', 'green'] };

test.each<[given: Record<string, string>, faults: [string, FieldFault['fault']][]]>([
  [{ name: 'x' }, []],
  [{ name: 'x', colour: 'red', until: '2026-11-27 09:00 +0800' }, []],
  [{ name: '  ' }, [['name', 'missing']]],
  [{ name: 'x'.repeat(MAX_FIELD_LENGTH + 1) }, [['name', 'too_long']]],
  [
    { name: 'x', colour: 'blue', until: 'tomorrow' },
    [
      ['colour', 'not_a_choice'],
      ['until', 'not_a_time'],
    ],
  ],
])('%j has the faults %j', (given, faults) => {
  const found = faultsOf(FORM, valuesOf(FORM, given), CHOICES);
  expect(found.map(({ field, fault }) => [field, fault])).toEqual(faults);
});

test.each(['\u200B\u200B', '\u3164', '\u2800 ', '\u00AD', '\uFFA0', '\u3000', '\u115F\u1160'])(
  'a required field that shows nothing (%j) is empty',
  (typed) => {
    const fields = [required('customer')];
    const values = valuesOf(fields, { customer: typed });
    expect(values).toEqual({ customer: '' });
    expect(faultsOf(fields, values, {})).toEqual([{ field: 'customer', fault: 'missing' }]);
  },
);
