import { expect, test } from '@jest/globals';
import { overviewInEnglish, withNames } from '../../../sandbox/page/lib/in-english';
import type { Overview } from '../../../sandbox/page-contract';
import { chat, message, person } from './views';

const overview = {
  bot: { openId: 'ou_bot', name: '客户反馈' },
  people: [person('ou_lin', '林晓', '客户经理', [chat('oc_lin'), chat('oc_group', { name: '售后部' })])],
  names: { ou_lin: '林晓', ou_guest: '客人' },
  english: {
    ou_bot: { name: 'Customer feedback', title: '' },
    ou_lin: { name: 'Lin Xiao', title: 'Sales rep' },
    oc_group: { name: 'After-sales', title: '' },
  },
} as unknown as Overview;

test('an English page names people, groups and bot in English; who has no English name keeps the own one', () => {
  const english = overviewInEnglish(overview);
  expect(english.people).toMatchObject([{ name: 'Lin Xiao', title: 'Sales rep', role: 'rep' }]);
  expect(english.people[0]?.chats.map(({ name }) => name)).toEqual(['oc_lin', 'After-sales']);
  expect(english.bot.name).toBe('Customer feedback');
  expect(english.names).toEqual({ ou_lin: 'Lin Xiao', ou_guest: '客人' });
});

test('senders are named as the page names them, inside merged forwards, too', () => {
  const child = message('child', { sender: { type: 'user', id: 'ou_lin', name: '林晓' } });
  const fromBot = message('bot', { sender: { type: 'app', id: 'cli_1', name: '客户反馈' }, children: [child] });
  const refused = { refused: true as const, id: '1', at: 0, code: 1, reason: '', content: null };
  expect(withNames([fromBot, refused], overviewInEnglish(overview))).toMatchObject([
    { sender: { name: 'Customer feedback' }, children: [{ sender: { name: 'Lin Xiao' } }] },
    refused,
  ]);
});
