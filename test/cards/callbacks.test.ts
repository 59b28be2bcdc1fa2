import { describe, expect, test } from '@jest/globals';
import { renderWall } from '../../cards/feedback/wall-card';
import { parseCallback } from '../../cards/kit/callback';
import { bindCard } from '../../cards/setup/bind-card';
import { type CardCommand, FIELDS, isCardCommand } from '../../src/domain/feedback/commands';
import { NEXT } from '../../src/domain/feedback/decide';
import { type Feedback, STATUSES, type Status } from '../../src/domain/feedback/model';
import { HOUR } from '../../src/domain/time';
import { type Node, nodesIn } from './card-faults';
import { context, feedback, ORG, T0 } from './samples';

const ctx = context('zh-CN');

const draw = (wall: string, record: Feedback) => renderWall(record, wall, ctx, { retired: false });

const buttonsOn = (card: unknown): Node[] => nodesIn(card).filter(({ tag }) => tag === 'button');
const commandsOn = (card: unknown): string[] => buttonsOn(card).map((button) => button.behaviors?.[0]?.value.cmd ?? '');
const formsOn = (card: unknown): Node[] => nodesIn(card).filter(({ tag }) => tag === 'form');
const fieldsIn = (form: Node): Node[] => nodesIn(form).filter(({ tag }) => /^(input|select|picker)/.test(tag));
const fieldOn = (card: unknown, name: string): Node | undefined => nodesIn(card).find((node) => node.name === name);

/** The commands of each wall: those of design §3.3 and no others. */
test.each<[wall: string, status: Status, commands: string[]]>([
  ['rep', 'draft', ['submit', 'discard']],
  ['rep', 'triage', ['urge', 'withdraw']],
  ['rep', 'review', ['urge', 'withdraw']],
  ['rep', 'assigned', ['urge', 'withdraw']],
  ['rep', 'handling', ['urge', 'withdraw']],
  ['rep', 'waiting', ['provide_info', 'withdraw']],
  ['rep', 'answered', ['close', 'reopen', 'withdraw']],
  ['rep', 'closed', ['reopen']],
  ['rep', 'withdrawn', []],
  ['rep', 'discarded', []],
  ['clerk', 'triage', ['route']],
  ['clerk', 'assigned', ['correct']],
  ['clerk', 'answered', ['correct', 'close', 'reopen']],
  ['clerk', 'closed', ['reopen']],
  ['manager', 'review', ['instruct']],
  ['manager', 'handling', []],
  ['manager', 'answered', ['reopen']],
  ['manager', 'withdrawn', []],
  ['department:after_sales', 'assigned', ['claim', 'transfer']],
  ['department:after_sales', 'handling', ['answer', 'request_info', 'transfer', 'extend', 'release']],
  ['department:after_sales', 'waiting', ['extend']],
  ['department:after_sales', 'answered', []],
  ['department:after_sales', 'closed', []],
  ['department:after_sales', 'withdrawn', []],
  ['department:quality', 'handling', []],
])('%s in %s offers %j', (wall, status, commands) => {
  const offered = commandsOn(draw(wall, feedback(status))).filter((cmd) => cmd !== 'feedback.explain');
  expect(offered).toEqual(commands.map((command) => `feedback.${command}`));
});

test.each<[wall: string, status: Status, isOffered: boolean]>([
  ['rep', 'draft', false],
  ['rep', 'handling', true],
  ['rep', 'closed', true],
  ['rep', 'withdrawn', false],
  ['clerk', 'triage', true],
  ['manager', 'review', true],
  ['department:after_sales', 'assigned', true],
  ['department:quality', 'handling', false],
])('%s in %s has the button 时限说明: %s', (wall, status, isOffered) => {
  expect(commandsOn(draw(wall, feedback(status))).includes('feedback.explain')).toBe(isOffered);
});

test.each<[status: Status, more: Partial<Feedback>, isOffered: boolean]>([
  ['assigned', { contact: '13812345678' }, false],
  ['handling', { contact: '13812345678' }, true],
  ['handling', { contact: '微信 zhangsan88' }, true],
  ['handling', { note: '请打 13812345678' }, true],
  ['answered', { contact: '13812345678' }, true],
  ['handling', {}, false],
  ['closed', { contact: '13812345678' }, false],
])('a group’s card in %s with %j lets its holder ask for the contact details: %s', (status, more, isOffered) => {
  const cards = ['department:after_sales', 'rep'].map((wall) => commandsOn(draw(wall, feedback(status, more))));
  expect(cards.map((commands) => commands.includes('feedback.reveal_contact'))).toEqual([isOffered, false]);
});

test.each(STATUSES)('in %s no card offers a command that the status refuses', (status) => {
  const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
  const reply = { by: 'ou_worker', from: 'department' as const, department: 'after_sales', at: T0, text: '已更换' };
  const record = feedback(status, { extension, notes: [reply] });
  const cards = ['rep', 'clerk', 'manager', 'department:after_sales', 'case:ou_clerk', 'case:ou_boss'].map((wall) =>
    draw(wall, record),
  );
  const offered = cards.flatMap(commandsOn).map((command) => command.replace('feedback.', ''));
  const heard = Object.keys(NEXT[status]);
  expect(offered.filter((command) => isCardCommand(command) && !heard.includes(command))).toEqual([]);
});

test('a retired card offers no command', () => {
  for (const wall of ['rep', 'clerk', 'manager', 'department:after_sales']) {
    expect(commandsOn(renderWall(feedback('handling'), wall, ctx, { retired: true }))).toEqual([]);
  }
});

test('archived information (竞品信息 and the like) offers no command', () => {
  expect(commandsOn(draw('rep', feedback('closed', { kind: 'competitor', answer: '', satisfaction: null })))).toEqual(
    [],
  );
});

describe('every form is one of design §3.3', () => {
  const WALLS: [wall: string, status: Status][] = [
    ['clerk', 'answered'],
    ['rep', 'draft'],
    ['rep', 'assigned'],
    ['rep', 'waiting'],
    ['rep', 'answered'],
    ['rep', 'closed'],
    ['clerk', 'triage'],
    ['manager', 'review'],
    ['department:after_sales', 'assigned'],
    ['department:after_sales', 'handling'],
  ];

  test.each(WALLS)('%s in %s', (wall, status) => {
    const forms = formsOn(draw(wall, feedback(status)));
    expect(forms).not.toEqual([]);
    for (const form of forms) {
      const submit = buttonsOn(form)[0];
      const callback = parseCallback(submit?.behaviors?.[0]?.value, submit?.name);
      expect(callback).toEqual({ cmd: submit?.name, id: 12, values: {} });
      const command = submit?.name?.replace('feedback.', '') ?? '';
      expect(isCardCommand(command)).toBe(true);
      const asked = fieldsIn(form).map((field) => [field.name?.replace(/__.*/, ''), field.required]);
      expect(asked).toEqual(FIELDS[command as CardCommand].map((field) => [field.name, field.required]));
    }
  });

  test('a field has a suffix only if another form of the card has the same field', () => {
    const suffixed = WALLS.flatMap(([wall, status]) =>
      nodesIn(draw(wall, feedback(status))).flatMap(({ name }) => (name?.includes('__') ? [[wall, status, name]] : [])),
    );
    expect(suffixed).toEqual([
      ['clerk', 'answered', 'reason__reopen'],
      ['rep', 'answered', 'reason__withdraw'],
      ['department:after_sales', 'handling', 'reason__extend'],
      ['department:after_sales', 'handling', 'reason__release'],
    ]);
  });
});

describe('what a form holds at first', () => {
  test('a draft holds the rules’ guesses', () => {
    const card = draw('rep', feedback('draft', { customer: '', priority: 'urgent' }));
    expect(fieldOn(card, 'customer')?.default_value).toBeUndefined();
    expect(fieldOn(card, 'channel')?.initial_option).toBe('wechat');
    expect(fieldOn(card, 'priority')?.initial_option).toBe('urgent');
    expect(fieldOn(card, 'department')?.initial_option).toBe('unsure');
    expect(fieldOn(card, 'department')?.options?.map(({ value }) => value)).toEqual([
      'after_sales',
      'quality',
      'unsure',
    ]);
  });

  test('a category that the company does not have is not chosen', () => {
    const card = draw('rep', feedback('draft', { category: 'gone' }));
    expect(fieldOn(card, 'category')?.initial_option).toBeUndefined();
  });

  test('closing holds a wording for the customer without internal remarks', () => {
    const answered = feedback('answered', { answer: 'Zhang San 明天换新机。', cause: '内部：漏检', prevention: '' });
    expect(fieldOn(draw('rep', answered), 'told_customer')?.default_value).toBe(
      '您好，您反馈的问题我们已核实处理，现答复如下：工作人员 明天换新机。给您带来不便，深表歉意。如还有疑问，请随时联系我。',
    );
  });

  test('reopening for an unsatisfied customer holds the customer’s words', () => {
    const unsatisfied = feedback('closed', { satisfaction: 'unsatisfied', customerWords: '还是漏水' });
    const card = draw('rep', unsatisfied);
    expect(fieldOn(card, 'reason')?.default_value).toBe('还是漏水');
    expect(nodesIn(formsOn(card)[0]).some(({ tag }) => tag === 'collapsible_panel')).toBe(false);
  });

  test('an interim reply holds a wording with the new date', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const told = fieldOn(draw('rep', feedback('waiting', { extension })), 'told_customer')?.default_value;
    expect(told).toContain('预计 11月25日 09:30 前给您最终答复');
  });

  test('the wording for a long answer keeps its last sentence', () => {
    const told = fieldOn(
      draw('rep', feedback('answered', { answer: '好'.repeat(5000) })),
      'told_customer',
    )?.default_value;
    expect(told?.endsWith('请随时联系我。')).toBe(true);
  });

  test('a transfer offers the other departments', () => {
    const card = draw('department:after_sales', feedback('assigned'));
    expect(fieldOn(card, 'department')?.options?.map(({ value }) => value)).toEqual(['quality', 'unsure']);
  });
});

test('the bind card offers the departments and names no record', () => {
  const card = bindCard(
    { chat: 'oc_new', chatName: '售后群', sources: { file: {}, gone: new Set() } },
    context('zh-CN', ORG),
  );
  const submit = buttonsOn(card)[0];
  expect(parseCallback(submit?.behaviors?.[0]?.value, submit?.name)).toEqual({
    cmd: 'org.bind',
    id: null,
    values: {},
  });
  expect(fieldsIn(formsOn(card)[0] as Node).map(({ name }) => name)).toEqual(['department']);
});
