import { describe, expect, test } from '@jest/globals';
import {
  adPlan,
  approvalWith,
  asked,
  CLAIMER,
  capa,
  contract,
  DEPARTMENT,
  ended,
  ISSUER,
  measuresOf,
  task,
  tellLines,
  voted,
} from '../../../cards/gallery/procedure-records';
import { BEGAN } from '../../../cards/gallery/sample-case';
import { plainLines } from '../../../cards/kit/plain-lines';
import { procedureCard } from '../../../cards/procedure/procedure-card';
import type { CardJson } from '../../../src/domain/messaging';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import { DAY, HOUR } from '../../../src/domain/time';
import { type Node, nodesIn } from '../card-faults';
import { procedureContext, WORDS } from './procedure-samples';

const ctx = procedureContext();
const draw = (record: ProcedureRecord, wall: string, now = ctx.now) =>
  procedureCard(record, wall, { ...ctx, now }, { retired: false });
const linesOf = (record: ProcedureRecord, wall: string) => plainLines(draw(record, wall)).lines.join('\n');
const headOf = (card: CardJson) => card.header as { template: string; subtitle?: { content: string } };

interface Value {
  cmd: string;
  act?: string;
  stage?: string;
  ver?: number;
}

const tappedOf = (node: Node): Value | undefined =>
  (node.behaviors?.[0]?.value ?? (node as { value?: unknown }).value) as Value | undefined;

const buttonsOn = (card: CardJson): Node[] => nodesIn(card).filter(({ tag }) => tag === 'button');

/** What a card offers: commands, and behind `?` the acts that it asks for, by button or by menu. */
const offersOf = (card: CardJson): string =>
  nodesIn(card)
    .flatMap((node) => {
      const value = tappedOf(node);
      if (node.tag === 'overflow') return (node.options ?? []).map((option) => `?${option.value}`);
      if (node.tag !== 'button' || !value) return [];
      const name = value.cmd.replace('record.', '');
      return [name === 'ask' ? `?${value.act}` : name];
    })
    .join(' ');

const fieldsOn = (card: CardJson): string[] =>
  nodesIn(card).flatMap(({ tag, name }) =>
    /^(?:input|select|multi_select|date_picker|picker)/.test(tag) && name ? [name] : [],
  );

const GM = asked({ personId: 'ou_boss', step: 'gm' });
const APPROVED = [voted('director', 'ou_lead', 'approve', WORDS.approved)];
const deciding = adPlan('approval', WORDS, { asked: [GM], approval: approvalWith(APPROVED) });
const claimed = capa('contain', WORDS, { asked: [CLAIMER] });
const unclaimed = capa('contain', WORDS, { asked: [DEPARTMENT] });
const telling = capa('tell', WORDS, { asked: [asked({ personId: 'ou_rep' })], lines: tellLines(WORDS) });
const analysed = (more: Partial<ProcedureRecord> = {}) => {
  const record = capa('analyse', WORDS, { asked: [CLAIMER], ...more });
  const values = { cause_class: 'method', cause: 'x', similar: 'y', verify_from: '2026-12-20' };
  return { ...record, values: { ...record.values, ...values } };
};

test.each<[what: string, record: ProcedureRecord, wall: string, offers: string, fields: string]>([
  ['a department may claim', unclaimed, 'department:logistics', 'claim ?transfer ?question ?extend ?print ?show', ''],
  [
    'a short form is sent at once',
    claimed,
    'person:ou_worker',
    'submit ?question ?extend ?transfer ?note ?print ?show',
    'containment scope',
  ],
  [
    'a long form asks for a few fields, keeps them, and goes on',
    capa('analyse', WORDS, { asked: [CLAIMER] }),
    'person:ou_worker',
    'save edit ?question ?extend ?note ?print ?show',
    'cause_class cause similar verify_from',
  ],
  [
    'a filled form asks for the children',
    analysed(),
    'person:ou_worker',
    'add_child submit edit ?question ?extend ?note ?print ?show',
    'what owner until',
  ],
  [
    'a choice that leads on stands as equal buttons',
    capa('verify', WORDS, { asked: [ISSUER] }),
    'person:ou_boss',
    'submit submit submit ?note ?void ?print ?show',
    'effect_note customer_text',
  ],
  [
    'what is filled in is not asked again',
    adPlan('draft', WORDS, { asked: [asked({ personId: 'ou_clerk' })] }),
    'person:ou_clerk',
    'submit edit ?withdraw ?note ?print ?show',
    '',
  ],
  [
    'an approver decides',
    deciding,
    'person:ou_boss',
    'approve return reject print show ?delegate ?add_approver',
    'remark',
  ],
  [
    'a step with fields has them beside the verdicts',
    adPlan('approval', WORDS, { asked: [asked({ personId: 'ou_colleague', step: 'finance' })] }),
    'person:ou_colleague',
    'approve return reject print show ?delegate ?add_approver',
    'budget_left finance_note remark',
  ],
  [
    'work is confirmed',
    task('confirm', WORDS),
    'person:ou_boss',
    'approve return show ?delegate ?add_approver',
    'remark',
  ],
  ['a task is accepted', task('accept', WORDS), 'person:ou_worker', 'submit ?hand_over ?decline ?note ?show', ''],
  [
    'further ways out stand beside the form',
    contract('sign', WORDS),
    'person:ou_rep',
    'submit refused postponed ?question ?extend ?hand_over ?note ?show',
    'buyer unit price',
  ],
  [
    'a customer is told',
    telling,
    'person:ou_rep',
    'tell tell tell feedback.show ?tell_skip ?print ?show',
    'told_customer customer_words',
  ],
  [
    'a receipt is given',
    adPlan('handout', WORDS, { asked: [asked({ department: 'logistics' })] }),
    'department:logistics',
    'read show print',
    '',
  ],
  [
    'a question is answered',
    capa('contain', WORDS, { asked: [CLAIMER], question: { text: '?', by: 'ou_worker', at: BEGAN, to: 'ou_boss' } }),
    'person:ou_boss',
    'reply show',
    'reply',
  ],
  ['who follows may hurry it', claimed, 'person:ou_boss', 'urge ?note ?void ?print ?show', ''],
  [
    'nobody is hurried while it waits',
    capa('act', WORDS, { children: measuresOf(WORDS, 1) }),
    'person:ou_boss',
    '?note ?void ?print ?show',
    '',
  ],
  ['a finished one is printed', ended(telling, 'closed'), 'person:ou_boss', 'print show', ''],
  ['whoever is done only looks', deciding, 'person:ou_lead', 'show', ''],
  ['a group whose colleague has it only looks', claimed, 'department:logistics', 'show', ''],
])('%s', (_what, record, wall, offers, fields) => {
  const card = draw(record, wall);
  expect([offersOf(card), fieldsOn(card).join(' ')]).toEqual([offers, fields]);
});

test.each<[stage: string, record: ProcedureRecord, wall: string]>([
  ['contain', unclaimed, 'department:logistics'],
  ['contain', claimed, 'person:ou_worker'],
  ['gm', deciding, 'person:ou_boss'],
  ['tell', telling, 'person:ou_rep'],
  ['giver', task('confirm', WORDS), 'person:ou_boss'],
])('buttons that change the record carry its turn: %s', (stage, record, wall) => {
  const changing = buttonsOn(draw(record, wall))
    .map(tappedOf)
    .filter((value) => value && !/\.(?:ask|show|print)$/.test(value.cmd));
  expect(changing.length).toBeGreaterThan(0);
  for (const value of changing) expect(value).toMatchObject({ id: record.id, stage, ver: record.turn });
});

test('each choice is told by its name alone, and no button stands out', () => {
  const verify = draw(capa('verify', WORDS, { asked: [ISSUER] }), 'person:ou_boss');
  const named = buttonsOn(verify).filter(({ name }) => name !== undefined);
  expect(named.map(({ name, type }) => [name, type])).toEqual([
    ['record.effect_effective', 'primary'],
    ['record.effect_partly', 'primary'],
    ['record.effect_ineffective', 'primary'],
  ]);
  expect(tappedOf(named[1] as Node)).toMatchObject({ cmd: 'record.submit', effect: 'partly' });
  const tell = draw(telling, 'person:ou_rep');
  expect(buttonsOn(tell).flatMap(({ name }) => name ?? [])).toEqual([
    ...['record.tell_satisfied', 'record.tell_neutral', 'record.tell_unsatisfied'],
  ]);
  expect(tappedOf(buttonsOn(tell)[2] as Node)).toMatchObject({
    cmd: 'record.tell',
    line: 0,
    satisfaction: 'unsatisfied',
  });
});

test('a choice says where it leads, and which round begins', () => {
  const lines = linesOf(capa('verify', WORDS, { asked: [ISSUER] }), 'person:ou_boss');
  expect(lines).toContain('有效：到“告知客户”。\n部分有效、无效：到“原因分析”，第 2 轮。');
});

test('a button of a definition is told from the commands of cards', () => {
  const record = contract('sign', WORDS);
  const stages = record.definition.stages.map((stage) =>
    stage.kind === 'fill' && stage.key === 'sign'
      ? { ...stage, buttons: ['approve', 'no_2', 'later'].map((key) => ({ key, label: { zh: key, en: key } })) }
      : stage,
  );
  const card = draw({ ...record, definition: { ...record.definition, stages } }, 'person:ou_rep');
  const ways = buttonsOn(card).map((node) => tappedOf(node) as (Value & { button?: string }) | undefined);
  expect(ways.filter((value) => value?.button).map((value) => [value?.cmd, value?.button])).toEqual([
    ['record.submit', 'approve'],
    ['record.submit', 'no_2'],
    ['record.later', 'later'],
  ]);
});

describe('a party that has done its part', () => {
  const before = adPlan('run', WORDS, { deeds: APPROVED.map(({ deed }) => deed), approval: approvalWith(APPROVED) });
  const taken = capa('contain', WORDS, { asked: [CLAIMER] });
  const later = { turn: 9, round: 2, dueAt: BEGAN - DAY, remindedAt: BEGAN, children: measuresOf(WORDS, 1) };

  test.each<[who: string, wall: string, first: ProcedureRecord, then: ProcedureRecord[]]>([
    [
      'an approver',
      'person:ou_lead',
      before,
      [{ ...before, ...later }, ended(before, 'settled'), ended(before, 'void')],
    ],
    [
      'a group',
      'department:logistics',
      taken,
      [capa('verify', WORDS, { asked: [ISSUER] }), ended(capa('tell', WORDS), 'closed')],
    ],
  ])('sees the same card whatever happens to the record: %s', (_who, wall, first, then) => {
    const card = draw(first, wall);
    for (const record of then) expect(draw(record, wall, ctx.now + 40 * DAY)).toEqual(card);
  });

  test('reads what it did, and when', () => {
    expect(plainLines(draw(before, 'person:ou_lead')).lines).toContain('您 11-23 23:30 同意了（营销总监）。');
    expect(linesOf(taken, 'department:logistics')).toContain('由李娜办理，进展看经过。');
  });

  test('reads who did it in their place', () => {
    const deed = {
      ...(APPROVED[0]?.deed ?? before.deeds[0]),
      insteadOf: 'ou_colleague',
    } as ProcedureRecord['deeds'][number];
    expect(linesOf({ ...before, deeds: [deed] }, 'person:ou_colleague')).toContain(
      '陈国强 11-23 23:30 代您同意了（营销总监）。',
    );
  });
});

test('a draft has no number, and says that it is one', () => {
  const draft = adPlan('draft', WORDS, {
    number: '',
    deeds: [],
    asked: [asked({ personId: 'ou_clerk', dueAt: null })],
  });
  expect(headOf(draw(draft, 'person:ou_clerk')).subtitle?.content).toBe('草稿 · 还没有提交');
});

test('a returned record tells who wants what, and goes straight back', () => {
  const returned = voted('gm', 'ou_boss', 'return', WORDS.returned);
  const record = adPlan('draft', WORDS, {
    asked: [asked({ personId: 'ou_clerk' })],
    approval: approvalWith([...APPROVED, returned], 'gm'),
    deeds: [returned.deed],
  });
  const card = draw(record, 'person:ou_clerk');
  expect(headOf(card).template).toBe('orange');
  const lines = plainLines(card).lines.join('\n');
  expect(lines).toContain(WORDS.returned);
  expect(lines).toContain('改了投放明细、广告公司，前面的同意要重新来过。');
  expect(offersOf(card)).toBe('edit submit ?withdraw ?note ?print ?show');
});

test('a new round asks to think again before it is handed in', () => {
  const again = contract('sign', WORDS, {
    round: 2,
    values: { buyer: 'a', unit: 'b', price: 1 },
    deeds: [{ what: 'sign', verdict: 'submit', by: 'ou_rep', insteadOf: null, at: BEGAN, remark: '', round: 1 }],
  });
  const card = draw(again, 'person:ou_rep');
  expect(plainLines(card).lines).toContain('第 2 轮，请重新看一看，改好再提交。');
  expect(buttonsOn(card).find(({ type }) => type === 'primary_filled')).toMatchObject({
    behaviors: [{ value: { cmd: 'record.edit' } }],
  });
});

test('the number that chooses the approvers comes first, however small it is', () => {
  const record = { ...deciding, values: { ...deciding.values, budget_left: 9_000_000 } };
  const lines = plainLines(draw(record, 'person:ou_boss')).lines;
  expect(lines.slice(2, 6)).toEqual(['68,000 元', '费用合计', '9,000,000 元', '预算余额']);
});

test('who has signed, who is asked and who comes next stand in one line', () => {
  const skipped = { ...voted('director', 'ou_lead', 'approve', '').vote, verdict: 'skipped_same_person' as const };
  const approval = {
    ...approvalWith([]),
    votes: [skipped],
    added: [{ key: 'added1', after: 'finance', personId: 'ou_rep', by: 'ou_boss' }],
  };
  const finance = asked({ department: 'quality', personId: 'ou_colleague', step: 'finance', insteadOf: 'ou_rep' });
  const line = linesOf(adPlan('approval', WORDS, { asked: [finance], approval }), 'person:ou_clerk');
  expect(line).toContain('✓ 营销总监（同一人，不再问） ─ ● 财务会签（品质部孙悦代林晓） ─ ○ 加签');
});

test('a private value is only for whoever fills it in or decides', () => {
  const record = contract('file', WORDS);
  const secret = { ...record, values: { ...record.values, floor: 1_234_567 } };
  const sees = (wall: string, at: ProcedureRecord = secret) => JSON.stringify(draw(at, wall)).includes('1,234,567');
  const elsewhere = {
    ...secret,
    asked: [asked({ personId: 'ou_worker' })],
    holderId: 'ou_worker',
    starterId: 'ou_worker',
  };
  const shown = {
    ...secret,
    definition: {
      ...secret.definition,
      stages: secret.definition.stages.map((stage) => (stage.kind === 'fill' ? { ...stage, show: ['floor'] } : stage)),
    },
  };
  const closed = {
    ...shown,
    definition: {
      ...shown.definition,
      stages: shown.definition.stages.map((stage) => (stage.kind === 'fill' ? { ...stage, form: [] } : stage)),
    },
  };
  expect(sees('person:ou_rep', shown)).toBe(true);
  expect(sees('person:ou_rep', closed)).toBe(false);
  expect(sees('person:ou_boss', elsewhere)).toBe(false);
});

test('numbers to call are hidden from a group, and shown to one person', () => {
  const record = { ...unclaimed, values: { ...unclaimed.values, problem: '请打 13812345678' } };
  expect(JSON.stringify(draw(record, 'department:logistics'))).not.toContain('13812345678');
  const own = { ...record, asked: [CLAIMER] };
  expect(linesOf(own, 'person:ou_worker')).toContain('13812345678');
  expect(JSON.stringify(draw(own, 'person:ou_worker').config)).not.toContain('13812345678');
});

test('a hanging card names days, and nothing that is wrong an hour later', () => {
  const wall = 'person:ou_worker';
  const at = (now: number) => headOf(draw(claimed, wall, now)).subtitle?.content;
  const [dueAt = 0] = claimed.asked.map((one) => one.dueAt ?? 0);
  expect(at(BEGAN)).toBe('CAPA-2026-012 · 11-27（周五）18:00 前');
  expect(at(dueAt - HOUR)).toBe(at(BEGAN));
  expect(at(dueAt + HOUR)).toBe('CAPA-2026-012 · 11-27（周五）已到期');
  expect(at(dueAt + 2 * DAY + HOUR)).toBe('CAPA-2026-012 · 11-27（周五）到期，超 2 天以上');
  expect(headOf(draw(claimed, wall, dueAt - HOUR)).template).toBe('orange');
  expect(headOf(draw(claimed, wall, dueAt + HOUR)).template).toBe('red');
});

test('a retired card only leads to the record', () => {
  expect(offersOf(procedureCard(deciding, 'person:ou_boss', ctx, { retired: true }))).toBe('show');
});
