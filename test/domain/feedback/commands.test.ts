import { expect, test } from '@jest/globals';
import { type CardCommand, FIELDS, isCardCommand, parseCommand } from '../../../src/domain/feedback/commands';
import { at, command } from './fixtures';

const VALUES: Record<string, string> = {
  text: ' 文字 ',
  time: '2026-11-27 09:00 +0800',
  kind: 'complaint',
  channel: 'wechat',
  priority: 'urgent',
  satisfaction: 'satisfied',
  category: 'quality',
  department: 'after_sales',
  message: 'om_2',
  person: 'ou_colleague',
};

const CARD_COMMANDS = Object.keys(FIELDS) as CardCommand[];

const filledIn = (type: CardCommand) =>
  Object.fromEntries(FIELDS[type].map(({ name, as }) => [name, VALUES[as] ?? '']));

test.each(CARD_COMMANDS)('%s is read into the fields that its type has', (type) => {
  const parsed = parseCommand(type, type === 'answer_with_reply' ? { reply: '2' } : filledIn(type));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const typeOf = (values: object) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value]));
  // The sample commands leave the priority empty in some forms.
  const expected = { ...typeOf(command(type)), ...('priority' in parsed.command ? { priority: 'string' } : {}) };
  expect(typeOf(parsed.command)).toEqual(expected);
});

test('texts are trimmed, times become moments, an empty priority becomes null', () => {
  expect(parseCommand('extend', filledIn('extend'))).toEqual({
    ok: true,
    command: { type: 'extend', reason: '文字', until: at('09:00', '2026-11-27') },
  });
  expect(parseCommand('route', { department: 'quality' })).toEqual({
    ok: true,
    command: { type: 'route', department: 'quality', category: '', priority: null, note: '' },
  });
});

test('only the commands with a form are offered by cards', () => {
  expect(['claim', 'keep_attachment', 'toString'].map(isCardCommand)).toEqual([true, false, false]);
});
