import { describe, expect, test } from '@jest/globals';
import { definitionFrom } from '../../../src/config/procedures/read-definition';
import { type Definition, stageOf } from '../../../src/domain/procedure/definition';
import type { Due, Stage } from '../../../src/domain/procedure/stages';
import { DAY } from '../../../src/domain/time';
import { EXAMPLES, FIXTURES, load, SHIPPED, small } from './folders';

function named(name: string, ...folders: string[]): Definition {
  const definition = load(...folders).definitions.find((one) => one.name === name);
  if (!definition) throw new Error(`no ${name}`);
  return definition;
}

const capa = named('capa', FIXTURES);
const adPlan = named('ad_plan', FIXTURES);
const trial = named('sample_trial', FIXTURES);

const stage = (of: Definition, key: string): Stage | null => stageOf(of, key);

const due = (rest: Partial<Due>): Due => ({
  ...{ side: 'after', moment: { kind: 'entered' }, add: 0, unit: 'day', roll: null, at: null, else: null },
  ...rest,
});

describe('CAPA', () => {
  test('who acts', () => {
    expect(stage(capa, 'contain')).toMatchObject({
      who: [{ kind: 'department_of', field: 'department' }],
      claim: true,
    });
    expect(stage(capa, 'review')).toMatchObject({
      steps: [
        { who: [{ kind: 'lead', field: 'department' }] },
        { who: [{ kind: 'manager' }] },
        { who: [{ kind: 'position', position: 'gm' }], when: { kind: 'is', field: 'severity', values: ['critical'] } },
      ],
      ...{ returnTo: 'analyse', onReject: null, samePerson: 'once', together: false, words: null },
    });
    expect(stage(capa, 'tell')).toMatchObject({
      over: 'cases',
      who: [{ kind: 'rep_of', field: 'cases' }],
      group: null,
    });
  });

  test('when things are due, open and go on', () => {
    expect(stage(capa, 'analyse')?.due).toEqual(
      due({ moment: { kind: 'done', stage: 'issue' }, add: 5, unit: 'workday' }),
    );
    expect(stage(capa, 'verify')).toMatchObject({
      opens: {
        after: due({ moment: { kind: 'field', field: 'verify_from', last: false } }),
        withParent: null,
        notBefore: due({ moment: { kind: 'done', stage: 'act' }, add: 30 }),
      },
      next: [
        { when: { kind: 'is', field: 'effect', values: ['effective'] }, to: 'tell', countsRound: false },
        { when: null, to: 'analyse', countsRound: true },
      ],
      ...{ notBy: 'doers', show: ['recurrences', 'cases'] },
    });
    expect(stage(capa, 'issue')?.next).toEqual([
      { when: null, to: 'contain', needs: null, countsRound: false, againAfterMs: null },
    ]);
    expect(stage(capa, 'act')).toMatchObject({ until: { kind: 'children', field: 'measures', procedure: null } });
  });

  test('forms mark what is required', () => {
    expect(stage(capa, 'contain')).toMatchObject({
      form: [
        { field: 'containment', required: true },
        { field: 'scope', required: true },
      ],
      may: ['transfer', 'ask', 'extend'],
    });
  });

  test('how it starts', () => {
    expect(capa.start).toMatchObject([
      { kind: 'by', who: [{ kind: 'manager' }, { kind: 'position', position: 'gm' }, { kind: 'clerk' }] },
      { kind: 'propose', to: { kind: 'manager' }, when: { count: 'feedback', atLeast: 3, withinMs: 30 * DAY } },
    ]);
  });

  test('its measures are records of their own', () => {
    const measure = capa.subprocedures.capa_measure as Definition;
    expect(measure).toMatchObject({
      name: 'capa_measure',
      parent: 'capa',
      version: 1,
      ladder: 'office',
      title: '{what}',
    });
    expect(measure.number).toBe('{parent}-{seq:2}');
    expect(Object.keys(measure.ends)).toEqual(['done', 'dropped', 'void']);
    expect(measure.stages).toMatchObject([
      { who: [{ kind: 'parent_holder' }], next: [{ to: 'do' }] },
      {
        opens: { after: null, withParent: 'act' },
        ladder: 'task',
        who: [{ kind: 'person', field: 'owner' }],
        next: [{ to: 'done' }],
      },
    ]);
  });

  test('labels in both languages, choices in order', () => {
    expect(capa.label).toEqual({ zh: '纠正和预防措施处理单', en: 'CAPA sheet' });
    expect(capa.fields.severity?.choices.map(({ key, label }) => [key, label.en])).toEqual([
      ['minor', '轻微'],
      ['major', '一般'],
      ['critical', '严重'],
    ]);
    expect(capa.figures.told).toEqual({
      key: 'told',
      label: { zh: '客户告知覆盖率', en: '客户告知覆盖率' },
      of: { share: 'cases', where: { told: 'true' }, of: 'cases', period: 'closed_on' },
    });
  });
});

describe('the monthly ad plan', () => {
  test('counts from days of the month that it is about', () => {
    expect(stage(adPlan, 'draft')?.due).toEqual(
      due({
        moment: { kind: 'day_of_month', day: 25, of: 'period', months: -1 },
        roll: 'previous_workday',
        at: 18 * 60,
      }),
    );
    expect(stage(adPlan, 'run')).toMatchObject({
      until: { kind: 'date', moment: { kind: 'edge_of_month', edge: 'last', of: 'period' } },
    });
    expect(stage(adPlan, 'approval')).toMatchObject({
      late: { after: { moment: { kind: 'day_of_month', day: 28 } }, to: [{ kind: 'position' }, { kind: 'position' }] },
    });
  });

  test('works out sums and comparisons', () => {
    expect(adPlan.fields.total?.computed).toEqual({ kind: 'sum', rows: 'items', column: 'amount' });
    expect(adPlan.fields.over?.computed).toEqual({ kind: 'over', left: 'total', right: 'budget_left' });
    expect(adPlan.fields.supplement?.default).toBe('no');
  });

  test('short columns get the labels of an office table', () => {
    expect(adPlan.fields.items?.columns.map(({ key, type, label }) => [key, type, label.zh])).toEqual([
      ['media', 'text', '媒体'],
      ['form', 'text', '形式/规格'],
      ['from', 'date', '开始日期'],
      ['to', 'date', '结束日期'],
      ['times', 'number', '次数'],
      ['amount', 'money', '金额'],
      ['contract', 'text', '合同'],
    ]);
    expect(adPlan.fields.spent?.from).toBe('items');
  });

  test('steps have forms and conditions of their own', () => {
    expect(stage(adPlan, 'approval')).toMatchObject({
      steps: [
        { key: 'director', when: null },
        {
          who: [{ kind: 'department', key: 'finance' }],
          form: [{ field: 'budget_left', required: true }, { required: false }],
        },
        { who: [{ kind: 'starter' }], when: { kind: 'is', field: 'over', values: ['yes'] } },
        { when: { kind: 'over', field: 'total', amount: 50000 } },
        {
          when: {
            kind: 'any',
            of: [
              { kind: 'over', amount: 200000 },
              { kind: 'is', field: 'over', values: ['yes'] },
            ],
          },
        },
      ],
      ...{ onReject: 'rejected', editVoids: ['items', 'agency', 'period'] },
    });
  });

  test('begins by itself each month, and by hand within it', () => {
    expect(adPlan.start).toEqual([
      {
        kind: 'every',
        every: { on: { unit: 'month', day: 20 }, roll: 'previous_workday', at: 9 * 60 },
        ...{ forEach: 'project', giveTo: { kind: 'position', position: 'ad_planner' }, fill: { period: 'next_month' } },
      },
      expect.objectContaining({ kind: 'by', from: [], copy: {}, fill: { period: 'this_month', supplement: 'yes' } }),
    ]);
  });
});

describe('the trial of new samples', () => {
  test('collects records of a campaign', () => {
    expect(stage(trial, 'collect')).toMatchObject({
      items: {
        of: 'sample_item',
        oneFor: ['customer', 'style'],
        from: 'allocation',
        holder: 'agents',
        keepHolderOf: 'customer',
      },
      closes: { whenAllEnded: true, or: { moment: { kind: 'field', field: 'received_on', last: true }, add: 15 } },
      progress: { to: { kind: 'person', field: 'owner' }, at: 17 * 60 + 30, workdaysOnly: true },
    });
    expect(trial.subprocedures.sample_item?.title).toBe('{customer} {style}');
    expect(stage(trial, 'reply')).toMatchObject({
      ...{ over: 'items', who: [{ kind: 'rep_of', field: 'items' }], group: 'customer' },
      again: { when: { kind: 'is', field: 'collect_again', values: ['yes'] }, items: 'sample_item' },
    });
  });

  test('its forms ask again, need more, and have a second way out', () => {
    const item = trial.subprocedures.sample_item as Definition;
    expect(stage(item, 'call')?.next).toMatchObject([
      { to: 'form', needs: 'received_on' },
      { when: { values: ['on_way', 'nobody'] }, to: 'call', againAfterMs: DAY },
      { to: 'ship' },
      { to: 'none' },
    ]);
    expect(stage(item, 'form')).toMatchObject({
      who: [{ kind: 'outside', field: 'customer' }, { kind: 'holder' }],
      buttons: [{ key: 'no_feedback' }],
    });
    expect(stage(item, 'none')).toMatchObject({
      approveBy: { kind: 'parent', who: { kind: 'person', field: 'owner' } },
    });
    expect(item.correct).toEqual({ until: 'parent.true_check', by: [{ kind: 'holder' }] });
  });
});

describe('shipped procedures', () => {
  test('a task is accepted, done, and confirmed by whoever gave it', () => {
    const task = named('task', SHIPPED);
    expect(task.start[0]).toMatchObject({ kind: 'by', who: [{ kind: 'starter' }] });
    expect(stage(task, 'accept')).toMatchObject({
      submit: { zh: '接受', en: 'Accept' },
      may: ['decline', 'hand_over'],
    });
    expect(stage(task, 'confirm')).toMatchObject({
      returnTo: 'do',
      words: { approve: { zh: '通过' }, return: { zh: '再做做' } },
      steps: [{ who: [{ kind: 'starter' }] }],
    });
  });

  test('a contract that departs from template or list needs the special approval', () => {
    expect(stage(named('contract', SHIPPED), 'special')?.skip).toEqual({
      kind: 'all',
      of: [
        { kind: 'is', field: 'standard', values: ['yes'] },
        { kind: 'is', field: 'below_list', values: ['no'] },
      ],
    });
  });

  test('every label, stage, end and choice is in both languages; names in a progress line are short', () => {
    for (const definition of load(SHIPPED, EXAMPLES).definitions.flatMap((one) => [
      one,
      ...Object.values(one.subprocedures),
    ])) {
      const chinese = /\p{Script=Han}/u;
      const { fields, stages, ends, label } = definition;
      const choices = Object.values(fields).flatMap((field) => [...field.choices, ...field.columns]);
      const labels = [label, ...Object.values(ends), ...[...choices, ...Object.values(fields)].map((one) => one.label)];
      const all = [
        ...labels,
        ...stages.map(({ name }) => name),
        ...Object.values(definition.figures).map((one) => one.label),
      ];
      expect(all.filter(({ zh, en }) => !chinese.test(zh) || chinese.test(en))).toEqual([]);
      expect(stages.filter(({ name }) => [...name.zh].length > 6).map(({ key }) => key)).toEqual([]);
    }
  });
});

describe('what begins a record', () => {
  const startOf = (text: string) => definitionFrom(small('a').replace('{ by: anyone }', text), 'a.yaml').start;

  test.each<[string, object[]]>([
    ['{ by: [holder, position:gm] }', [{ kind: 'by', who: [{ kind: 'starter' }, { kind: 'position' }] }]],
    [
      '{ every: { year: "12-01" }, give_to: clerk }',
      [{ every: { on: { unit: 'year', month: 12, day: 1 }, roll: 'previous_workday' } }],
    ],
    [
      '{ every: { week: friday, at: "8:30", roll: none }, give_to: clerk }',
      [{ every: { on: { unit: 'week', day: 5 }, at: 510, roll: null } }],
    ],
    [
      '{ every: { quarter: 5 }, give_to: clerk }',
      [1, 4, 7, 10].map((month) => ({ kind: 'every', every: { on: { unit: 'year', month, day: 5 } } })),
    ],
    [
      '{ after: { of: b, ended: done, add: 7, unit: workday }, give_to: clerk }',
      [{ kind: 'after', procedure: 'b', end: 'done', add: 7, unit: 'workday', giveTo: { kind: 'clerk' } }],
    ],
  ])('%s', (text, expected) => {
    const start = startOf(text);
    expect(start).toHaveLength(expected.length);
    expect(start).toMatchObject(expected);
  });
});
