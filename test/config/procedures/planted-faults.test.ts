import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readText } from '../../../src/config/procedures/read-definition';
import { LADDERS } from '../../../src/domain/org/ladders';

const FIXTURES = path.join(__dirname, 'fixtures');

/**
 * In place of `from`, the first of its kind in the file, stands `to`. `found` is the fault that is named, `below` its line
 * counted from there, `also` the number of further faults that the same slip makes.
 */
interface Planted {
  from: string;
  to: string;
  found: string;
  below?: number;
  also?: number;
}

function faultsWith(file: string, { from, to, below = 0 }: Planted): { line: number; faults: string[] } {
  const text = readFileSync(path.join(FIXTURES, file), 'utf8');
  const at = text.indexOf(from);
  expect(at).toBeGreaterThanOrEqual(0);
  const { faults } = readText(text.slice(0, at) + to + text.slice(at + from.length), file, Object.keys(LADDERS));
  return {
    line: text.slice(0, at).split('\n').length + below,
    faults: faults.map((fault) => `line ${fault.line}: ${fault.message}`),
  };
}

const plant = (from: string, to: string, found: string, below = 0, also = 0): Planted => ({
  ...{ from, to, found, below, also },
});

const CAPA: Planted[] = [
  // Unknown entries and types.
  plant('edition:', 'editon:', 'editon is not known; did you mean edition?'),
  plant('claim: true', 'clam: true', 'stages[contain].clam is not known; did you mean claim?'),
  plant('at_least: 3', 'atleast: 3', 'start[1].when.atleast is not known; did you mean at_least?'),
  plant('type: product }', 'type: produkt }', 'fields.product.type produkt is not known; did you mean product?'),
  plant('kind: wait', 'kind: waits', 'stages[act].kind waits is not known; did you mean wait?'),
  plant('version: 1', 'version: one', 'version must be a whole number from 1 to 9999'),
  plant('within: 30d', 'within: a month', 'start[1].when.within must be a duration such as 12h or 30d'),
  plant('name: 签发 | Issue', 'name: a | b | c', 'stages[issue].name must be a text of 1 to 50 characters'),
  // The same name twice.
  plant('  batch:  ', '  product:  ', 'this entry is there twice; leave one of the two out', 0, 1),
  plant('  - key: contain', '  - key: issue', 'stages[issue].key issue is there twice', 0, 1),
  plant('key: manager, name: 营', 'key: lead, name: 营', 'steps[lead].key lead is there twice'),
  plant('major: 一般', 'major: 轻微', 'fields.severity.choices.major is called 轻微 like another one'),
  plant('product*, batch', 'product*, kind', 'stages[issue].form[3] kind is there twice', 0, 1),
  // Names of fields, stages and ends.
  plant('cause*, similar*', 'caus*, similar*', 'stages[analyse].form[1] caus is not known; did you mean cause?'),
  plant('show: [recurrences', 'show: [recurences', 'stages[verify].show[0] recurences is not known; did you mean'),
  plant(
    'copy: { problem: text',
    'copy: { problm: text',
    'start[0].copy.problm problm is not known; did you mean problem?',
  ),
  plant('field: severity, is', 'field: severty, is', 'when.field severty is not known; did you mean severity?'),
  plant(
    'over: cases',
    'over: problem',
    'stages[tell].over problem is a field of type long; it must be of type records',
  ),
  plant(
    'return_to: analyse',
    'return_to: analyze',
    'stages[review].return_to analyze is not known; did you mean analyse?',
  ),
  plant('next: verify', 'next: verfy', 'stages[act].next[0].to verfy is not known; did you mean verify?'),
  plant(
    'until: { children: measures',
    'until: { children: measure',
    'until.children measure is not known; did you mean',
  ),
  plant('all: done }', 'all: finished }', 'stages[act].until.all finished is not known; known are done, dropped'),
  plant(
    'children: { of: capa_measure',
    'children: { of: capa_mesure',
    'children.of capa_mesure is not known; did you mean',
  ),
  plant('stage: act }', 'stage: acting }', 'subprocedures.capa_measure.stages[do].opens.stage acting is not known'),
  plant('review.*, verify]', 'reviews.*, verify]', 'document.signatures[3] reviews is not known; did you mean review?'),
  plant('analyse, review.*', 'analyse.*, review.*', 'document.signatures[2] analyse has no steps'),
  plant('template: capa.docx', 'template: ../capa.docx', 'document.template must be the plain name of a .docx file'),
  // Values.
  plant(
    'is: preventive',
    'is: preventve',
    'stages[contain].skip.is[0] preventve is not known; did you mean preventive?',
  ),
  plant(
    'is: effective }',
    'is: good }',
    'next[0].when.is[0] good is not known; known are effective, partly, ineffective',
  ),
  plant('default: corrective', 'default: correct', 'fields.kind.default correct is not known; known are corrective'),
  plant('{ field: severity, is: critical }', '{ field: severity, over: 3 }', 'when.over compares numbers; severity is'),
  plant('is: critical }', 'is: critical, in: [major] }', 'steps[gm].when must be one of {field, is | in | over | set}'),
  plant('ladder: office', 'ladder: ofice', 'ladder ofice is not known; did you mean office?'),
  plant(
    'computed: recurrences',
    'computed: product > batch',
    'fields.recurrences.computed makes the field one of type yesno',
    0,
    2,
  ),
  // Who.
  plant('who: rep_of:cases', 'who: rep:cases', 'stages[tell].who[0] must be a part: holder, starter'),
  plant('who: department:department', 'who: department:departmnt', 'did you mean department:department?'),
  plant(
    'who: lead:department',
    'who: lead:product',
    'product is a field of type product; it must be of type department',
  ),
  plant(
    'who: person:owner',
    'who: person:ownr',
    'subprocedures.capa_measure.stages[do].who[0] ownr is not known; did you mean owner?',
  ),
  plant(
    'who: starter\n    form: [kind',
    'who: parent_holder\n    form: [kind',
    'parent_holder is a part of subprocedures only',
  ),
  plant('who: manager, due', 'who: manger, due', 'steps[manager].who[0] manger is not known; did you mean manager?'),
  plant(
    'by: [manager, position:gm, clerk]',
    'by: [manager, lead:department]',
    'start[0].by[1] must be one of anyone, manager',
  ),
  // Moments.
  plant('after: issue, add', 'after: isue, add', 'stages[analyse].due.after isue is not known; did you mean issue?'),
  plant('after: act_done', 'after: acts_done', 'but_not_before.after acts_done is not known; did you mean act_done?'),
  plant('{ after: verify_from,', '{ after: verify_how,', 'stages[verify].opens.after verify_how is no date'),
  plant('{ after: opened, add', '{ after: opened, before: opened, add', 'stages[verify].due must have after or before'),
  // Ways.
  plant('to: tell }', 'to: tell }\n      - { to: analyse }', 'stages[verify].next[2] is never taken', 2),
  plant(
    '      - { to: analyse, count',
    '      - { when: { field: effect, is: partly }, to: analyse, count',
    'stages[verify].next leads nowhere if effect is ineffective',
    -1,
  ),
  plant('next: verify', 'next: tell', 'stages[verify].key verify is never reached', 1),
  plant('next: closed', 'next: tell', 'stages[tell].key tell leads to no end', -11),
  // Forms and approvals.
  plant(
    'form: [effect*, effect_note*, customer_text]',
    'form: [effect*, effect_note*]',
    'fields.customer_text is on no form',
    -42,
  ),
  plant('who: lead:department', 'who: department:department', 'steps[lead].who may be whoever wrote what is decided'),
  plant(
    '    kind: approve',
    '    kind: fill',
    'stages[review].steps belongs to stages of kind approve; this one is fill',
    3,
    3,
  ),
  plant(
    'ends: { closed: 已关闭 | Closed, void: 已作废 | Void }',
    'ends: { void: 已作废 }',
    'ends must name an end beside void',
    0,
    1,
  ),
  plant('number: CAPA-{year}-{seq:3}', 'number: CAPA-{yaer}', 'number {yaer} is not known'),
  plant('title: "{product} {problem}"', 'title: "{product} {cases}"', 'title names cases, a field of type records'),
];

const AD_PLAN: Planted[] = [
  plant('month: 20,', 'month: 32,', 'start[0].every.month must be a whole number from 1 to 31'),
  plant('for_each: project', 'for_each: customer', 'start[0].for_each customer needs a field of type customer', 0, 1),
  plant('give_to: position:ad_planner\n    ', '', 'start[0].give_to is missing', -2),
  plant('fill: { period: next_month }', 'fill: { period: soon }', 'start[0].fill.period must be one of previous_month'),
  plant('"25 of previous_month"', '"25 of last_month"', 'stages[draft].due.after must be a moment'),
  plant(
    '"last day of period" }, next',
    '"last day of goal" }, next',
    'stages[run].until.date goal is no field of type month',
  ),
  plant('sum(items.amount)', 'sum(items.amout)', 'fields.total.computed amout is not known; did you mean amount?'),
  plant('sum(items.amount)', 'sum(items.form)', 'fields.total.computed adds up form, which is text, not a number'),
  plant('total > budget_left', 'total > budget', 'fields.over.computed budget is not known'),
  plant('total > budget_left', 'total ** 2', 'fields.over.computed must be sum(rows.column), a - b, a > b'),
  plant('times: number', 'times: nunber', 'fields.items.columns.times nunber is not known; did you mean number?'),
  plant('from: items }', 'from: item }', 'fields.spent.from item is not known; did you mean items?'),
  plant('previous: settled', 'previous: setled', 'gate.unless.previous setled is not known; did you mean settled?'),
  plant('on_reject: rejected', 'on_reject: refused', 'stages[approval].on_reject refused is not known'),
  plant('edit_voids: [items', 'edit_voids: [itmes', 'edit_voids[0] itmes is not known; known are project'),
  plant('who: outside:agency', 'who: holder', 'stages[order].who must name outside:<field>'),
  plant(
    'who: starter, form: [over_why*], when: { field: over, is: yes }',
    'who: starter, form: [over_why*]',
    'steps[why].who may be whoever wrote',
  ),
  plant('form: [budget_left*', 'form: [total*', 'form[0] total is worked out by the program', 0, 1),
  plant('until: order }', 'until: ordered }', 'void.until ordered is not known; known are draft'),
  plant('{ to: run }', '{ when: { button: go }, to: run }', 'next[1].when.button go is no button', 0, 1),
  plant('median: workdays, ', '', 'figures.lead_time must have one measure'),
];

const SAMPLE_TRIAL: Planted[] = [
  plant(
    'closes: { when: all_ended',
    'closes: { when: all_end',
    'closes.when all_end is not known; did you mean all_ended?',
  ),
  plant(
    'last.received_on',
    'last.recieved_on',
    'last.recieved_on names no date field of a subprocedure; did you mean received_on?',
  ),
  plant(
    'one_for: [customer, style]',
    'one_for: [customer, stile]',
    'items.one_for[1] stile is not known; did you mean style?',
  ),
  plant(
    'holder: agents',
    'holder: allocation',
    'items.holder allocation is a field of type rows; it must be of type person or people',
  ),
  plant(
    'of: sample_item, one_for',
    'of: sample_items, one_for',
    'items.of sample_items is not known; did you mean sample_item?',
  ),
  plant(
    'kind: campaign\n',
    'kind: campaign\n    who: holder\n',
    'stages[collect].who belongs to stages of kind fill or each or outside',
    1,
  ),
  plant('in: [on_way, nobody]', 'in: [on_way]', 'next leads nowhere if call_result is nobody', -1),
  plant('needs: received_on', 'needs: recieved_on', 'when.needs recieved_on is not known; did you mean received_on?'),
  plant('button: no_feedback', 'button: nofeedback', 'when.button nofeedback is not known; did you mean no_feedback?'),
  plant('approve_by: parent.person:owner', 'approve_by: holder', 'approve_by is who fills the stage in'),
  plant(
    'until: parent.true_check',
    'until: parent.check',
    'subprocedures.sample_item.correct.until check is not known',
  ),
  plant('again_after: 1d', 'again_after: tomorrow', 'next[1].again_after must be a duration'),
  plant(
    'field: collect_again, is: yes',
    'field: collect_again, is: maybe',
    'again.when.is[0] maybe is not known; known are yes, no',
  ),
  plant('to: person:owner, at: "17:30"', 'to: person:owner, at: "25:30"', 'progress.at must be a time'),
  plant('group: customer }', 'group: shop }', 'worklist.group shop is not known'),
  plant(
    'launch_until, add: 0',
    'launch_untill, add: 0',
    'due.after launch_untill is not known; did you mean launch_until?',
  ),
];

describe.each([
  ['capa.yaml', CAPA],
  ['ad-plan.yaml', AD_PLAN],
  ['sample-trial.yaml', SAMPLE_TRIAL],
])('%s', (file, planted) => {
  test('has no fault as it is', () => {
    const text = readFileSync(path.join(FIXTURES, file), 'utf8');
    expect(readText(text, file, Object.keys(LADDERS)).faults).toEqual([]);
  });

  test.each(planted.map((one) => [one.found, one] as const))('%s', (found, one) => {
    const { line, faults } = faultsWith(file, one);
    expect(faults.filter((fault) => fault.includes(found))).toEqual([expect.stringMatching(`^line ${line}: `)]);
    expect(faults).toHaveLength(1 + (one.also ?? 0));
  });
});
