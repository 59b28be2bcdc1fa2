import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CUSTOMERS } from '../../sandbox/company';
import type { Content } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { GROUPS, PEOPLE, World } from '../world';

const FORM = { customer: '海风', channel: 'wechat', category: 'quality', department: 'quality' };

let world: World;
afterEach(() => world.stop());

const other = (messageType: string, content: unknown): Content => ({
  type: 'other',
  messageType,
  content: typeof content === 'string' ? content : JSON.stringify(content),
});
const at = (time: string) => String(Date.parse(`2026-11-25T${time}:00+08:00`));
const said = (senderId: string, text: string, minutes = 0) => ({
  senderId,
  content: { type: 'text' as const, text },
  at: Date.parse('2026-11-23T18:00:00+08:00') + minutes * 60_000,
});

describe.each(DIALECTS)('every kind of message, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('is readable on the draft: its kind, people, place and time', async () => {
    const { repLin } = world.people;
    const event = { summary: '现场验机', start_time: at('14:00'), end_time: at('15:30') };
    const task = { task_id: 't', summary: { title: '', content: [[{ tag: 'text', text: '给客户回电' }]] } };
    await repLin.forwards(
      { type: 'location', name: '海滨路8号', longitude: '120.1', latitude: '30.2' },
      { type: 'share_user', userId: PEOPLE.qualitySun.id },
      { type: 'share_chat', chatId: GROUPS.afterSales.id },
      { type: 'interactive', title: '订单 88', text: '已发货' },
      other('share_calendar_event', event),
      other('todo', { ...task, due_time: at('18:00') }),
      other('vote', { topic: '选哪种', options: ['换新', '维修'] }),
      other('video_chat', { topic: '周会', start_time: at('16:00') }),
      other('hongbao', { text: '恭喜发财' }),
      other('folder', { file_key: 'f', file_name: '现场照片' }),
      { type: 'sticker' },
    );
    await world.advances('2s'); // no card is changed more than five times a second
    expect(repLin.wall()).toHaveLength(1);
    const draft = repLin.card();
    expect(draft.text).toMatch(/【位置】海滨路8号[\s\S]*（全文见 FB-1）/);
    // The draft itself shows the beginning; all of it stands beside the form.
    await repLin.taps(draft, '改其他项');
    const lines = world.again(draft).text.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '【位置】海滨路8号 (30.2, 120.1)',
        '【个人名片】孙悦',
        '【群名片】售后部',
        '【卡片】订单 88',
        '已发货',
        '【日程】现场验机（11-25 14:00 至 11-25 15:30）',
        '【任务】给客户回电（截止 11-25 18:00）',
        '【投票】选哪种',
        '维修',
        '【视频会议】周会（11-25 16:00 开始）',
        '【红包】恭喜发财',
        '【文件夹】现场照片',
        '【表情】',
      ]),
    );
  });

  test('voice and video are kept with their length; messages of the client itself are ignored', async () => {
    const { repLin } = world.people;
    await repLin.forwards(
      { type: 'audio', durationMs: 12_000 },
      { type: 'media', name: '漏水.mp4', durationMs: 75_000 },
      other('system', { template: '{from_user} 邀请 {to_chatters} 入群', from_user: ['A'], to_chatters: ['B'] }),
    );
    const { text } = repLin.card();
    expect(text).toContain('audio.opus（0:12）');
    expect(text).toContain('漏水.mp4（1:15）');
    expect(text).not.toContain('邀请');
  });

  test('a table and a code block in newer rich text can be read', async () => {
    const { repLin } = world.people;
    const md = '| 型号 | 数量 |\n| --- | --- |\n| KFR-35 | **3** |\n\n```\nE5\n```\n见 [说明书](https://example.com/m)';
    const content_v2 = [[{ tag: 'md', text: md }]];
    await repLin.forwards(other('post', { title: '报修', content: [[{ tag: 'text', text: '旧' }]], content_v2 }));
    expect(repLin.card().text).toMatch(/报修\n型号 \| 数量\nKFR-35 \| 3\n+E5\n见 说明书 \(https:\/\/example.com\/m\)/);
  });

  test('of an unknown kind is kept raw, and the department gets the message itself', async () => {
    const { repLin } = world.people;
    await repLin.forwards('外壳开裂', other('hologram', { shape: 'a pump' }));
    expect(repLin.card().text).toMatch(/【暂时无法读取的消息】[\s\S]*已原样保存/);
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(world.group('quality').map(({ type }) => type)).toEqual(['interactive', 'interactive', 'hologram']);
    expect(world.cardIn('quality', '外壳开裂').text).not.toContain('shape');
  });
});

describe.each(DIALECTS)('a merged forward, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('nested three deep with 300 items is kept whole: senders and times, searchable, cut on the card', async () => {
    const { repLin } = world.people;
    const [qian, feng] = [CUSTOMERS.qian.id, CUSTOMERS.feng.id];
    const many = (words: string) =>
      Array.from({ length: 99 }, (_, i) => said(i % 2 ? qian : feng, `${words}第${i}句`, i));
    const innermost = { senderId: feng, content: { type: 'merge_forward' as const, children: many('最里层') } };
    const inner = { type: 'merge_forward' as const, children: [...many('中间层'), innermost] };
    const children = [
      said(qian, '冷库又停机了'),
      { senderId: PEOPLE.serviceLi.id, content: inner, at: Date.parse('2026-11-23T18:01:00+08:00') },
      ...many('外层').map((child) => ({ ...child, at: child.at + 2 * 60_000 })),
    ];
    await repLin.forwards({ type: 'merge_forward', children });
    const { text } = repLin.card();
    expect(text).toMatch(
      /聊天记录（298 条）\n11-23 18:00 发言人 1：冷库又停机了\n18:01 李娜：聊天记录（198 条）\n\u200318:00 发言人 2：中间层第0句\n\u200318:01 发言人 1：中间层第1句/,
    );
    expect(text).toContain('（全文见 FB-1）');
    await repLin.taps(repLin.card(), '提交', FORM);
    // The card has no room for it: the department gets the whole message, as the rep did.
    expect(world.caseCard(world.group('quality'), 'FB-1').text).toContain('请看转发到群里的原消息');
    expect(world.group('quality').at(-1)?.children).toHaveLength(300);
    await repLin.says('搜索 最里层第98句');
    await world.settle();
    expect(repLin.card('搜索').text).toContain('FB-1');
  });

  test('with pictures and files: both reach the department', async () => {
    const { repLin } = world.people;
    const children = [
      said(CUSTOMERS.qian.id, '裂了'),
      { senderId: CUSTOMERS.qian.id, content: { type: 'image' as const } },
      { senderId: CUSTOMERS.qian.id, content: { type: 'file' as const, name: '检测报告.pdf' } },
    ];
    await repLin.forwards({ type: 'merge_forward', children });
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(JSON.stringify(world.cardIn('quality', '裂了').card)).toMatch(/"img_key":"img_/);
    expect(world.group('quality').map(({ type }) => type)).toContain('file');
  });

  test('with pictures that Feishu does not hand out: the message itself goes to the group, once', async () => {
    world.feishu.settings.mergedResources = false;
    const { repLin } = world.people;
    const image = { senderId: CUSTOMERS.qian.id, content: { type: 'image' as const } };
    await repLin.forwards({ type: 'merge_forward', children: [said(CUSTOMERS.qian.id, '裂了'), image, image] });
    expect(repLin.card().text).toMatch(/2 张图片未能存档[\s\S]*会把您转发的原消息发到责任部门的群/);
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(world.group('quality').map(({ type }) => type)).toEqual(['interactive', 'interactive', 'merge_forward']);
    expect(world.caseCard(world.group('quality'), 'FB-1').text).toMatch(
      /2 张图片未能存档[\s\S]*请看转发到群里的原消息/,
    );
  });

  test('with a telephone number in it is never forwarded to a group', async () => {
    world.feishu.settings.mergedResources = false;
    const { repLin } = world.people;
    const children = [
      said(CUSTOMERS.qian.id, '打我电话 13812345678'),
      { senderId: CUSTOMERS.qian.id, content: { type: 'image' as const } },
    ];
    await repLin.forwards({ type: 'merge_forward', children });
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(world.group('quality').map(({ type }) => type)).toEqual(['interactive']);
    expect(world.cardIn('quality').text).toMatch(/138\*{4}5678[\s\S]*请向客户经理索取/);
  });
});
