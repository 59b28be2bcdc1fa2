import { describe, expect, test } from '@jest/globals';
import { flowOf } from '../../../sandbox/page/lib/conversation-order';
import { lineOf } from '../../../sandbox/page/lib/message';
import type { Messages } from '../../../sandbox/page-contract';
import { message } from './views';

const at = (time: string, day = '25') => Date.parse(`2026-11-${day}T${time}:00+08:00`);
const bot = { type: 'app' as const, id: 'cli_1', name: '客户反馈' };
const places = (entries: Messages) =>
  flowOf(entries).map(({ entry, opensDay, continues, quotes, inThread }) => [
    entry.id,
    [opensDay && 'day', continues && 'continues', inThread && 'thread', quotes && `quotes ${quotes}`]
      .filter(Boolean)
      .join(', '),
  ]);

describe('the order of a conversation', () => {
  test('entries are in order of time, with a heading above each day', () => {
    const entries: Messages = [
      message('late', { createdAt: at('00:01', '26') }),
      message('early', { createdAt: at('23:59') }),
      { refused: true, id: 'refused', at: at('23:58'), code: 230099, reason: '', content: {} },
    ];
    expect(places(entries)).toEqual([
      ['refused', 'day'],
      ['early', ''],
      ['late', 'day'],
    ]);
  });

  test('messages of one person within five minutes share one name', () => {
    const entries = [
      message('a', { createdAt: at('09:00') }),
      message('b', { createdAt: at('09:04') }),
      message('c', { createdAt: at('09:10') }),
      message('d', { createdAt: at('09:10'), sender: bot }),
      message('e', { createdAt: at('09:11'), recalled: true, sender: bot }),
      message('f', { createdAt: at('09:12'), sender: bot }),
    ];
    expect(places(entries).map(([, place]) => place)).toEqual(['day', 'continues', '', '', '', '']);
  });

  test('a thread quotes its first message once, and never the message right above', () => {
    const reply = { rootId: 'card', parentId: 'card', threadId: 'omt_1' };
    const entries = [
      message('card', { createdAt: at('09:00'), sender: bot }),
      message('first', { createdAt: at('09:01'), ...reply }),
      message('second', { createdAt: at('09:02'), ...reply }),
      message('other', { createdAt: at('09:03') }),
      message('third', { createdAt: at('09:04'), ...reply }),
    ];
    expect(places(entries)).toEqual([
      ['card', 'day'],
      ['first', 'thread'],
      ['second', 'continues, thread'],
      ['other', ''],
      ['third', 'thread, quotes card'],
    ]);
  });
});

describe('a message in one line', () => {
  const kinds = { file: '文件', image: '图片' };
  test.each([
    [message('m', { text: '第一行\n第二行' }), '第一行'],
    [message('m', { type: 'image', text: '', content: { image_key: 'img_1' } }), '[图片]'],
    [message('m', { type: 'file', text: '', content: { file_name: '报价.xlsx' } }), '[文件] 报价.xlsx'],
    [message('m', { text: 'a\nb', card: { header: { title: { content: '客户反馈 FB-1' } } } }), '客户反馈 FB-1'],
  ])('%#', (shown, line) => {
    expect(lineOf(shown, kinds)).toBe(line);
  });
});
