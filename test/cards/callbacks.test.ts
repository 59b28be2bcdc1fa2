import { describe, expect, test } from '@jest/globals';
import { askedFormCard } from '../../cards/feedback/asked-form';
import type { OfficeRole } from '../../cards/feedback/case-acts';
import { caseCard } from '../../cards/feedback/case-card';
import { renderWall } from '../../cards/feedback/wall-card';
import { parseCallback } from '../../cards/kit/callback';
import { bindCard } from '../../cards/setup/bind-card';
import { commandOf, wishOf } from '../../src/domain/feedback/acts';
import { type CardCommand, FIELDS } from '../../src/domain/feedback/commands';
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

/** What a card offers: commands, and behind `?` the acts that it asks for, by button or by menu. */
function offersOf(card: unknown): string[] {
  return nodesIn(card).flatMap((node) => {
    const value = (node.behaviors?.[0]?.value ?? (node as { value?: unknown }).value) as Value | undefined;
    if (node.tag === 'overflow') return (node.options ?? []).map(({ value: act }) => `?${act}`);
    if (node.tag !== 'button' || !value) return [];
    const name = value.cmd.replace('feedback.', '');
    return [name === 'ask' ? `?${value.act}` : name];
  });
}

interface Value {
  cmd: string;
  act?: string;
}

/** The acts of each wall: those of design §3.3 and no others. */
test.each<[wall: string, status: Status, offers: string]>([
  ['rep', 'draft', 'submit edit discard'],
  ['rep', 'triage', '?note ?urge ?priority ?withdraw ?show'],
  ['rep', 'review', '?note ?urge ?priority ?withdraw ?show'],
  ['rep', 'assigned', '?note ?urge ?priority ?withdraw ?show'],
  ['rep', 'handling', 'urge ?note ?withdraw ?show'],
  ['rep', 'waiting', 'provide_info provide_none ?withdraw ?show'],
  ['rep', 'answered', 'close close close show ?close ?reopen ?withdraw'],
  ['rep', 'closed', 'show ?reopen'],
  ['rep', 'withdrawn', 'show'],
  ['rep', 'discarded', 'restore'],
  ['clerk', 'triage', 'route route ?route ?reassign'],
  ['clerk', 'assigned', '?reassign ?explain'],
  ['clerk', 'answered', '?close ?reopen ?reassign ?explain'],
  ['clerk', 'closed', '?reopen ?explain'],
  ['manager', 'review', 'instruct instruct instruct'],
  ['manager', 'handling', 'urge ?instruct ?assign ?reassign ?explain'],
  ['manager', 'answered', 'urge ?instruct ?reopen ?reassign ?explain'],
  ['manager', 'withdrawn', ''],
  ['department:after_sales', 'assigned', 'claim ?transfer'],
  ['department:after_sales', 'handling', 'answer ?info ?transfer ?extend ?release ?explain ?show'],
  ['department:after_sales', 'waiting', 'nudge_rep ?answer ?transfer ?extend ?show'],
  ['department:after_sales', 'answered', 'show'],
  ['department:after_sales', 'closed', 'show'],
  ['department:after_sales', 'withdrawn', 'show'],
  ['department:quality', 'handling', ''],
])('%s in %s offers %j', (wall, status, offers) => {
  expect(offersOf(draw(wall, feedback(status, { department: 'after_sales' }))).join(' ')).toBe(offers);
});

test.each<[status: Status, more: Partial<Feedback>, isOffered: boolean]>([
  ['assigned', { contact: '13812345678' }, false],
  ['handling', { contact: '13812345678' }, true],
  ['handling', { contact: '微信 zhangsan88' }, true],
  ['handling', { note: '请打 13812345678' }, true],
  ['handling', {}, false],
  ['closed', { contact: '13812345678' }, false],
])('a group’s card in %s with %j lets its holder ask for the contact details: %s', (status, more, isOffered) => {
  const card = draw('department:after_sales', feedback(status, more));
  expect(offersOf(card).includes('?reveal_contact')).toBe(isOffered);
});

test.each(STATUSES)('in %s no card offers a command that the status refuses', (status) => {
  const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
  const reply = { by: 'ou_worker', from: 'department' as const, department: 'after_sales', at: T0, text: '已更换' };
  const record = feedback(status, { extension, notes: [reply] });
  const roles: OfficeRole[] = ['clerk', 'manager', 'admin', 'lead'];
  const cards = [
    ...['rep', 'clerk', 'manager', 'department:after_sales'].map((wall) => draw(wall, record)),
    caseCard(record, ctx, { audience: 'one_person', roles }),
  ];
  const commands = cards.flatMap(offersOf).map((offer) => commandOf(offer.replace('?', '')));
  const heard = Object.keys(NEXT[status]);
  expect(commands.filter((command) => command !== null && !heard.includes(command))).toEqual([]);
});

test('a retired card offers no command', () => {
  for (const wall of ['rep', 'clerk', 'manager', 'department:after_sales']) {
    expect(offersOf(renderWall(feedback('handling'), wall, ctx, { retired: true }))).toEqual([]);
  }
});

test('archived information (竞品信息 and the like) can only be looked at', () => {
  const archived = feedback('closed', { kind: 'competitor', answer: '', satisfaction: null });
  expect(offersOf(draw('rep', archived))).toEqual(['show']);
});

const askFor = (act: string, record: Feedback, fields: Record<string, string> = {}) =>
  askedFormCard(record, { act, fields, audience: 'one_person' }, ctx);

describe('the form of an act', () => {
  const ACTS: [act: string, status: Status, command: CardCommand][] = [
    ['edit', 'draft', 'submit'],
    ['info', 'handling', 'request_info'],
    ['answer', 'waiting', 'answer'],
    ['transfer', 'assigned', 'transfer'],
    ['extend', 'handling', 'extend'],
    ['release', 'handling', 'release'],
    ['note', 'assigned', 'note'],
    ['priority', 'assigned', 'set_priority'],
    ['withdraw', 'handling', 'withdraw'],
    ['interim', 'handling', 'interim'],
    ['reopen', 'answered', 'reopen'],
    ['close', 'answered', 'close'],
    ['cause', 'closed', 'cause'],
    ['reassign', 'assigned', 'correct'],
    ['instruct', 'handling', 'instruct'],
    ['route', 'triage', 'route'],
  ];

  test.each(ACTS)('%s in %s is that of %s in design §3.3, and has a way out', (act, status, command) => {
    const card = askFor(act, feedback(status));
    const [form] = formsOn(card);
    const submit = buttonsOn(form)[0];
    expect(parseCallback(submit?.behaviors?.[0]?.value, submit?.name)).toMatchObject({
      cmd: `feedback.${command}`,
      id: 12,
    });
    expect(submit?.name).toBe(`feedback.${command}`);
    const asked = fieldsIn(form as Node).map((field) => [field.name, field.required]);
    expect(asked).toEqual(FIELDS[command].map((field) => [field.name, field.required]));
    expect(commandsOn(card).at(-1)).toBe('card.cancel');
  });

  test('every act that a card offers has its form, or needs none', () => {
    for (const status of STATUSES) {
      for (const wall of ['rep', 'clerk', 'manager', 'department:after_sales']) {
        const record = feedback(status, { department: 'after_sales' });
        for (const offer of offersOf(draw(wall, record)).filter((one) => one.startsWith('?'))) {
          const act = offer.slice(1);
          const wish = wishOf('ask', {}, { act });
          const isThere = wish.wants === 'command' || formsOn(askFor(act, record)).length === 1;
          expect([wall, status, act, isThere]).toEqual([wall, status, act, true]);
        }
      }
    }
  });

  test('nobody is asked for a form of an unknown act', () => {
    expect(askFor('dance', feedback('handling'))).toBeNull();
  });
});

describe('what a form holds at first', () => {
  test('a draft holds the rules’ guesses', () => {
    const card = askFor('edit', feedback('draft', { customer: '', priority: 'urgent' }));
    expect(fieldOn(card, 'customer')?.default_value).toBeUndefined();
    expect(fieldOn(card, 'subject')?.default_value).toBe('machine is broken again');
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
    const card = askFor('edit', feedback('draft', { category: 'gone' }));
    expect(fieldOn(card, 'category')?.initial_option).toBeUndefined();
  });

  test('closing holds a wording for the customer without internal remarks, which claims nothing that is only planned', () => {
    const answered = feedback('answered', { answer: 'Zhang San 明天换新机。', cause: '内部：漏检', prevention: '' });
    expect(fieldOn(draw('rep', answered), 'told_customer')?.default_value).toBe(
      '您好，关于您反馈的“machine is broken again”，回复如下：工作人员 明天换新机。给您带来不便，深表歉意。如还有疑问，请随时联系我。',
    );
  });

  test('what the rep told the customer is kept while the rep is asked whether to reopen', () => {
    const card = askFor('close_unsatisfied', feedback('answered'), { told_customer: '明天上门' });
    const [reopen, close] = buttonsOn(formsOn(card)[0]).map(({ behaviors }) => behaviors?.[0]?.value);
    expect(reopen).toEqual({ cmd: 'feedback.reopen', id: 12 });
    expect(close).toMatchObject({ cmd: 'feedback.close', satisfaction: 'unsatisfied', told_customer: '明天上门' });
  });

  test('reopening holds what the customer said', () => {
    const card = askFor('reopen', feedback('closed', { satisfaction: 'unsatisfied', customerWords: '还是漏水' }));
    expect(fieldOn(card, 'reason')?.default_value).toBe('还是漏水');
  });

  test('an interim reply holds a wording with the new date', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const told = fieldOn(draw('rep', feedback('handling', { extension })), 'told_customer')?.default_value;
    expect(told).toContain('预计 11月25日 09:30 前给您最终答复');
  });

  test('the wording for a long answer keeps its last sentence', () => {
    const answered = feedback('answered', { answer: '好'.repeat(5000) });
    expect(fieldOn(draw('rep', answered), 'told_customer')?.default_value?.endsWith('请随时联系我。')).toBe(true);
  });

  test('a transfer offers the other departments', () => {
    const card = askFor('transfer', feedback('assigned'));
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
