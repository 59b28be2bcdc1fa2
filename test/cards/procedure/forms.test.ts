import { describe, expect, test } from '@jest/globals';
import {
  adPlan,
  asked,
  CLAIMER,
  capa,
  contract,
  DEPARTMENT,
  task,
  tellLines,
} from '../../../cards/gallery/procedure-records';
import { BEGAN } from '../../../cards/gallery/sample-case';
import { plainLines } from '../../../cards/kit/plain-lines';
import { procedureForm } from '../../../cards/procedure/forms/asked-form';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import { type Node, nodesIn } from '../card-faults';
import { FORM_ACTS, procedureContext, WORDS } from './procedure-samples';

const ctx = {
  ...procedureContext(),
  groupMembers: new Map([['oc_logistics', new Set(['ou_worker', 'ou_colleague'])]]),
};

const claimed = capa('contain', WORDS, { asked: [CLAIMER] });
const deciding = adPlan('approval', WORDS, { asked: [asked({ personId: 'ou_boss', step: 'gm' })] });
const telling = capa('tell', WORDS, { asked: [asked({ personId: 'ou_rep' })], lines: tellLines(WORDS) });

const formOf = (act: string, record: ProcedureRecord, by: string, fields: Record<string, string> = {}): Node[] =>
  nodesIn(procedureForm(record, { act, fields, by: `ou_${by}` }, ctx));

const FIELD = /^(?:input|select|multi_select|date_picker|picker)/;
const fieldsIn = (nodes: Node[]) => nodes.filter(({ tag }) => FIELD.test(tag));
const named = (nodes: Node[], name: string) => nodes.find((node) => node.name === name);

test.each<[act: string, record: ProcedureRecord, by: string, fields: string]>([
  ['transfer', claimed, 'worker', 'department* reason*'],
  ['question', claimed, 'worker', 'question*'],
  ['reply', { ...claimed, question: { text: '?', by: 'ou_worker', at: BEGAN, to: 'ou_boss' } }, 'boss', 'reply*'],
  ['extend', claimed, 'worker', 'until* reason*'],
  ['hand_over', task('do', WORDS), 'worker', 'person* reason'],
  ['decline', task('accept', WORDS), 'worker', 'reason*'],
  ['delegate', deciding, 'boss', 'person* reason'],
  ['add_approver', deciding, 'boss', 'person* reason'],
  ['note', claimed, 'boss', 'text*'],
  ['withdraw', deciding, 'clerk', 'reason'],
  ['void', claimed, 'boss', 'reason*'],
  ['return', deciding, 'boss', 'remark*'],
  ['reject', deciding, 'boss', 'remark*'],
  ['tell_skip', telling, 'rep', 'reason*'],
])('%s asks for its own fields, and is sent with the turn', (act, record, by, fields) => {
  const nodes = formOf(act, record, by);
  expect(
    fieldsIn(nodes)
      .map(({ name, required }) => `${name}${required ? '*' : ''}`)
      .join(' '),
  ).toBe(fields);
  const submit = named(nodes, `record.${act}`);
  const stage = { extend: 'contain', delegate: 'gm', return: 'gm', reject: 'gm', void: 'contain' }[act];
  expect(submit?.behaviors?.[0]?.value).toMatchObject({
    cmd: `record.${act}`,
    id: record.id,
    ver: record.turn,
    ...(stage ? { stage } : {}),
  });
});

test('every act with a form has a sample, and others have none', () => {
  expect(FORM_ACTS.sort()).toEqual(Object.keys(ctx.texts.procedure.leads).sort());
  for (const act of ['show', 'print', 'claim', 'urge', '__proto__', 'toString', '']) {
    expect(procedureForm(claimed, { act, fields: {}, by: 'ou_worker' }, ctx)).toBeNull();
  }
});

test('the skipped line is the one that was tapped, else the next one', () => {
  const lineOf = (fields: Record<string, string>) =>
    named(formOf('tell_skip', telling, 'rep', fields), 'record.tell_skip')?.behaviors?.[0]?.value;
  expect([lineOf({ line: '1' }), lineOf({})]).toMatchObject([{ line: 1 }, { line: 0 }]);
});

test('a colleague of an asked department gets the form for it, not masked and not as a group', () => {
  const record = { ...capa('analyse', WORDS, { asked: [DEPARTMENT] }), values: { problem: '请打 13812345678' } };
  const card = procedureForm(record, { act: 'edit', fields: {}, by: 'ou_colleague' }, ctx);
  expect(plainLines(card ?? {}).title).toContain('13812345678');
  expect(named(nodesIn(card), 'record.submit')?.behaviors?.[0]?.value).toMatchObject({ stage: 'analyse' });
});

describe('the whole form of a stage', () => {
  const nodes = formOf('edit', contract('file', WORDS), 'rep');

  test('has a control for each type, required ones marked but not enforced: it may be kept half filled', () => {
    const controls = fieldsIn(nodes).map(({ tag, name }) => `${name}: ${tag}`);
    expect(controls).toEqual([
      ...['standard: select_static', 'signed_on: date_picker', 'meets_at: picker_datetime', 'period: select_static'],
      ...['ways: multi_select_static', 'seller: select_static', 'witnesses: multi_select_static'],
      ...['checked_by: select_static', 'category: select_static', 'mood: select_static', 'again: select_static'],
      'floor: input',
    ]);
    expect(fieldsIn(nodes).filter(({ required }) => required)).toEqual([]);
    expect(JSON.stringify(nodes)).toContain('签约日期 *');
    expect(nodes.flatMap(({ name }) => (name?.startsWith('record.') ? [name] : []))).toEqual([
      'record.submit',
      'record.save',
    ]);
  });

  test('offers months, points and people', () => {
    const valuesOf = (name: string) => (named(nodes, name)?.options ?? []).map(({ value }) => value);
    expect(valuesOf('period')).toEqual(expect.arrayContaining(['2026-08', '2026-11', '2027-08']));
    expect(valuesOf('mood')).toEqual(['5', '4', '3', '2', '1']);
    expect(valuesOf('again')).toHaveLength(11);
    expect(valuesOf('standard')).toEqual(['yes', 'no']);
    expect(valuesOf('seller')).toEqual(['ou_lead', 'ou_worker', 'ou_colleague', 'ou_clerk', 'ou_boss', 'ou_admin']);
    expect(valuesOf('checked_by')).toEqual(['quality', 'logistics']);
  });

  test('holds what the record has and what was typed, and leaves out what no control can hold', () => {
    const record = contract('file', WORDS, { asked: [asked({ personId: 'ou_rep' })] });
    const values = {
      ...record.values,
      standard: false,
      ways: ['loan'],
      seller: 'ou_gone',
      period: '2020-01',
      floor: 5,
    };
    const filled = formOf('edit', { ...record, values }, 'rep', { floor: '12', witnesses: 'ou_boss,ou_worker' });
    expect(named(filled, 'standard')?.initial_option).toBe('no');
    expect(named(filled, 'seller')?.initial_option).toBe('ou_gone');
    expect(named(filled, 'period')?.initial_option).toBe('2020-01');
    expect(named(filled, 'floor')?.default_value).toBe('12');
    expect((named(filled, 'witnesses') as { selected_values?: string[] }).selected_values).toEqual([
      'ou_boss',
      'ou_worker',
    ]);
    const long = adPlan('draft', WORDS, { asked: [asked({ personId: 'ou_clerk' })] });
    const cut = procedureForm(
      { ...long, values: { ...long.values, goal: '长'.repeat(1001) } },
      { act: 'edit', fields: {}, by: 'ou_clerk' },
      ctx,
    );
    expect(named(nodesIn(cut), 'goal')).toBeUndefined();
    expect(plainLines(cut ?? {}).lines.join('\n')).toContain('推广目标：内容较长，在卡片上改不了，保持不变。');
  });

  test('is only for whoever fills the stage in', () => {
    expect(procedureForm(deciding, { act: 'edit', fields: {}, by: 'ou_boss' }, ctx)).toBeNull();
    expect(procedureForm(claimed, { act: 'edit', fields: {}, by: 'ou_rep' }, ctx)).toBeNull();
    expect(procedureForm(claimed, { act: 'correct', fields: {}, by: 'ou_rep' }, ctx)).toBeNull();
  });
});

test('a correction begins with what the person handed in, and wants a reason', () => {
  const nodes = formOf('correct', capa('analyse', WORDS, { asked: [CLAIMER] }), 'worker');
  expect(fieldsIn(nodes).map(({ name }) => name)).toEqual(['containment', 'scope', 'reason']);
  expect(named(nodes, 'containment')?.default_value).toBe(WORDS.containment);
  expect(named(nodes, 'reason')?.required).toBe(true);
});

test('more time begins a day after the due date', () => {
  const until = named(formOf('extend', claimed, 'worker'), 'until') as { initial_datetime?: string } | undefined;
  expect(until?.initial_datetime).toBe('2026-11-28 18:00');
});
