import { expect, test } from '@jest/globals';
import { AppError } from '../../../src/domain/errors';
import type { FreshMessage, IncomingMessage } from '../../../src/domain/messaging';
import { MessageReader } from '../../../src/engine/inbox/message-reader';
import { readContent } from '../../../src/feishu/message-content';
import { at } from '../../domain/feedback/fixtures';
import { FakeMessenger } from '../fake-messenger';

const NOBODY = { names: new Map(), ids: new Map(), ofBot: new Set<string>() };

const card = (texts: string[]): IncomingMessage => {
  const elements = [[{ tag: 'img', image_key: 'img_x' }, ...texts.map((text) => ({ tag: 'text', text }))]];
  return {
    ...{ messageId: 'om_1', chatId: 'oc_1', chatType: 'p2p', senderId: 'ou_1', sentAt: at('09:00') },
    ...{ parentId: null, rootId: null, mentionsBot: false, form: 'interactive' },
    ...readContent('interactive', JSON.stringify({ title: null, elements }), NOBODY),
  };
};

function read(message: IncomingMessage, readMessage: () => Promise<FreshMessage | null>) {
  const asked: string[] = [];
  const messenger = Object.assign(new FakeMessenger(), {
    readMessage: (id: string) => {
      asked.push(id);
      return readMessage();
    },
  });
  const reader = new MessageReader(messenger, {} as never, () => '');
  return reader.read(message).then((done) => ({ ...done, asked }));
}

const fresh = (text: string): FreshMessage => ({ form: 'interactive', text, attachments: [], isEdited: false });

test.each([
  ['请升级至最新版本客户端，以查看内容', ''],
  ['请升级至最新版本客户端以查看此消息'],
  ['Please upgrade to the latest version to view this message'],
])('a card that came as “%s” is read again as its author wrote it', async (...texts) => {
  const done = await read(card(texts), async () => fresh('工单 88\n阀门漏水'));
  expect(done).toMatchObject({ text: '工单 88\n阀门漏水', asked: ['om_1'] });
  expect(done.raw).toBeUndefined();
});

test.each<[string, () => Promise<FreshMessage | null>]>([
  ['is not there', async () => null],
  ['holds nothing that can be read', async () => fresh('')],
  ['holds the same advice', async () => ({ ...fresh(''), raw: '{}' })],
  ['is not for the app to read', async () => Promise.reject(new AppError('feishu_not_allowed', 'no'))],
])('a card whose original %s stays a card that cannot be read, without the advice as words', async (_what, again) => {
  const done = await read(card(['请升级至最新版本客户端，以查看内容']), again);
  expect(done.text).toBe('');
  expect(done.raw).toContain('elements');
});

test('while Feishu is out of order the card waits', async () => {
  const again = () => Promise.reject(new AppError('feishu_unavailable', 'later'));
  await expect(read(card(['请升级至最新版本客户端，以查看内容']), again)).rejects.toThrow('later');
});

test('a card that came with its content is not asked for', async () => {
  expect(await read(card(['阀门漏水']), async () => null)).toMatchObject({ text: '阀门漏水', asked: [] });
});
