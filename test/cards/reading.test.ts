import { describe, expect, test } from '@jest/globals';
import { messageCard } from '../../cards/feedback/message-card';
import { renderWall } from '../../cards/feedback/wall-card';
import type { CardContext } from '../../cards/kit/context';
import { plainLines } from '../../cards/kit/plain-lines';
import type { Feedback, Status } from '../../src/domain/feedback/model';
import type { JsonObject } from '../../src/domain/messaging';
import { HOUR, MINUTE } from '../../src/domain/time';
import { attachment, context, digestOfCases, feedback, ORG, source, T0 } from './samples';

const [afterSales, quality] = ORG.departments as [(typeof ORG.departments)[0], (typeof ORG.departments)[0]];
const NAMES: Record<string, string> = { ou_rep: '李四', ou_worker: '张三', ou_boss: '赵总' };
const ZH: CardContext = {
  ...context('zh-CN', {
    ...ORG,
    departments: [
      { ...afterSales, name: '售后部' },
      { ...quality, name: '质量部' },
    ],
  }),
  nameOf: (id) => NAMES[id] ?? id,
};

const COMPLAINT: Partial<Feedback> = {
  customer: '宏达机械',
  contact: '13812345678',
  priority: 'urgent',
  sources: [
    source('机器又坏了，打我电话13812345678', {
      attachments: [attachment('image', { keptKey: 'img_1' }), attachment('image')],
    }),
    source('发错了', { recalledAt: T0 }),
  ],
};

const read = (record: Feedback, wall: string, ctx = ZH, retired = false) =>
  plainLines(renderWall(record, wall, ctx, { retired })).lines;
const say = (name: string, record: Feedback, params: JsonObject = {}, ctx = ZH) =>
  plainLines(messageCard({ name, params }, record, ctx));

describe('what a person reads', () => {
  test('the rep, with a draft', () => {
    const record = feedback('draft', COMPLAINT);
    expect(plainLines(renderWall(record, 'rep', ZH, { retired: false }))).toEqual({
      title: '客户反馈 FB-12',
      lines: [
        '草稿 · 特急',
        '请核对并补全后提交。',
        '客户原文',
        '机器又坏了，打我电话13812345678',
        '发错了（已撤回）',
        '附件',
        '[图片]',
        '1 张图片处理中',
        '[提交] [作废] [另建一条反馈]',
      ],
    });
  });

  test('the department, with a case to claim: masked, and without what was recalled', () => {
    const moved = {
      transferredFrom: 'quality',
      transferReason: '保修期内',
      instruction: '今天回复',
      instructedBy: 'ou_boss',
    };
    expect(read(feedback('assigned', { ...COMPLAINT, ...moved, instructedAt: T0 }), 'department:after_sales')).toEqual([
      '待接单 · 特急',
      '请接单。',
      '答复时限：11-24 09:30',
      '客户：宏达机械',
      '联系方式：138****5678',
      '反馈类型：投诉 · 售后 · 微信',
      '客户经理：李四',
      '由质量部转来，原因：保修期内',
      '批示（赵总 11-23 09:30）',
      '今天回复',
      '客户原文',
      '机器又坏了，打我电话138****5678',
      '（有一条消息已撤回）',
      '附件',
      '[图片]',
      '1 张图片处理中',
      '经过',
      '11-23 09:30 提交',
      '11-23 09:30 分派',
      '[接单] [转派] [时限说明]',
    ]);
  });

  test('the rep, while the department handles an overdue case that was extended', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const note = {
      at: T0 + HOUR,
      by: 'ou_worker',
      from: 'department' as const,
      department: 'after_sales',
      text: '已联系仓库',
    };
    const more = { overdue: true, extension, notes: [note], heldSince: T0 + 2 * HOUR };
    const shown = read(feedback('handling', { ...COMPLAINT, ...more }), 'rep');
    expect(shown).toEqual(
      expect.arrayContaining([
        '处理中 · 特急 · 已超时',
        '请先给客户一个阶段性答复，时限 11-24 09:30。',
        '售后部张三正在处理。',
        '接单人：售后部张三',
        '已申请延期至 11-25 09:30，原因：等配件',
        '11-23 10:30 售后部张三：已联系仓库',
        '[已告知客户] [催办] [撤回] [时限说明]',
      ]),
    );
  });

  test('the rep, once the customer has an interim reply: it is asked for no more', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const told = { extension, interimAt: T0 + 3 * HOUR, interimReply: '配件周三到，电话13812345678' };
    const shown = read(feedback('handling', told), 'rep');
    expect(shown).toContain('11-23 12:30 客户经理已给客户阶段性答复：配件周三到，电话13812345678');
    expect(shown.join()).not.toContain('仍须');
    expect(shown.at(-1)).toBe('[催办] [撤回] [时限说明]');
    expect(read(feedback('handling', told), 'department:after_sales').join()).toContain('电话138****5678');
    expect(say('reminder', feedback('handling', told), { rung: 'before' }).lines.join()).not.toContain('仍须');
  });

  test('the rep’s card: what was written since the case last changed hands stands under it', () => {
    const note = {
      at: T0 + HOUR,
      by: 'ou_worker',
      from: 'department' as const,
      department: 'after_sales',
      text: '在修',
    };
    expect(read(feedback('handling', { notes: [note], heldSince: T0 }), 'rep').join()).not.toContain('在修');
    expect(read(feedback('answered', { notes: [note], heldSince: T0 + 2 * HOUR }), 'rep').join()).toContain('在修');
  });

  test('the department: the newest reply of this cycle can be made the answer', () => {
    const note = { by: 'ou_worker', from: 'department' as const, department: 'after_sales' };
    const notes = [
      { ...note, at: T0 + HOUR, text: '已派单' },
      { ...note, at: T0 + 2 * HOUR, text: '已更换排水管' },
      { ...note, at: T0 + 3 * HOUR, text: '客户下午在家', from: 'rep' as const, by: 'ou_rep', department: null },
    ];
    const shown = read(feedback('handling', { notes }), 'department:after_sales');
    expect(shown.join('\n')).toContain('最新回复（张三 11-23 11:30）\n已更换排水管');
    expect(shown.join('\n')).not.toContain('已派单');
    expect(shown.at(-1)).toMatch(/^\[以此回复作为处理意见\] \[提交处理意见\]/);
    expect(read(feedback('handling', { notes, cycle: 2 }), 'department:after_sales').at(-1)).not.toContain('以此回复');
  });

  test('the rep, asked for information', () => {
    expect(read(feedback('waiting'), 'rep')).toEqual(
      expect.arrayContaining([
        '售后部需要更多信息，请补充。',
        '需要补充（张三 11-23 10:30）',
        'Which model?',
        '[补充] [撤回] [时限说明]',
      ]),
    );
  });

  test('the rep of a customer who is not satisfied reads what to do before anything else', () => {
    const shown = read(feedback('closed', { satisfaction: 'unsatisfied' }), 'rep');
    expect(shown.slice(1, 3)).toEqual(['已告知客户并归档。', '客户不满意，建议重新打开，再跟进一次。']);
    expect(shown).toEqual(expect.arrayContaining(['客户满意度：不满意', '[重新打开] [时限说明]']));
  });

  test('the department once it has passed the case on, and on a card that was replaced', () => {
    const record = feedback('assigned', {
      department: 'quality',
      transferredFrom: 'after_sales',
      transferReason: '材料问题',
    });
    expect(read(record, 'department:after_sales')).toEqual([
      '已转派给质量部，本部门无需处理。',
      '转派原因：材料问题',
      '客户：Acme',
    ]);
    expect(read(record, 'department:quality', ZH, true)).toEqual(['这张卡片不再更新，请看 FB-12 的最新卡片。']);
  });

  test('the clerk: from which words the rules guessed', () => {
    const values = { kind: 'complaint' as const, category: 'service', department: null, priority: 'normal' as const };
    const guessedFrom = { kind: ['又坏了'], category: ['维修', '保修'], department: [], priority: [], values };
    expect(read(feedback('triage', { guessedFrom }), 'clerk')).toEqual(
      expect.arrayContaining([
        '请补全信息，并分派责任部门。',
        '系统判断依据',
        '责任部门：原文中没有能确定部门的词',
        '问题类别：判断为服务，原文提到“维修、保修”；现为售后',
        '反馈类型：判断为投诉，原文提到“又坏了”',
        '[分派] [时限说明]',
      ]),
    );
  });

  test('the clerk of information that asks for no answer', () => {
    expect(read(feedback('closed', { kind: 'market' }), 'clerk')).toContain('已存档，供定期报告使用，无需答复客户。');
  });

  test('attachments that never came are said to be lost', () => {
    const attachments = [attachment('image', { lost: true }), attachment('file', { name: '合同.pdf', lost: true })];
    const shown = read(feedback('draft', { sources: [source('', { attachments })] }), 'rep');
    expect(shown).toEqual(
      expect.arrayContaining([
        '1 张图片未能存档',
        '文件：合同.pdf（未能存档）',
        '没有存档的内容，会把您转发的原消息发到责任部门的群。',
      ]),
    );
  });

  test('of many notes the newest, of a long text the beginning and where the rest is', () => {
    const notes = Array.from({ length: 100 }, (_, i) => ({
      at: T0 + i * MINUTE,
      by: 'ou_rep',
      from: 'rep' as const,
      department: null,
      text: `第${i + 1}条`,
    }));
    const more = { notes, heldSince: T0 + 2 * HOUR, sources: [source('坏'.repeat(5000))] };
    const shown = read(feedback('handling', more), 'rep');
    expect(shown).toContain('更早的 90 条见记录');
    expect(shown.filter((line) => /李四：第\d+条/.test(line))).toHaveLength(10);
    expect(shown).toContain('11-23 11:09 李四：第100条');
    expect(shown).toContain(`${'坏'.repeat(2000)}…（全文见 FB-12）`);
  });

  test('a manager in the morning', () => {
    expect(plainLines(digestOfCases('宏达机械', 2, ZH))).toEqual({
      title: '客户反馈日报 2026-11-24',
      lines: [
        ...['昨日新增', '5', '昨日归档', '4', '按时率', '75%', '未结', '9'],
        '已超时（2）',
        '11-23 09:30 FB-1 宏达机械｜售后部｜处理中',
        '11-23 09:30 FB-2 宏达机械｜售后部张三｜处理中',
        '今日到期（2）',
        '11-23 09:30 FB-1 宏达机械｜售后部｜处理中',
        '11-23 09:30 FB-2 宏达机械｜售后部张三｜处理中',
        '各部门',
        '部门 | 未结 | 超时 | 昨日归档',
        '售后部 | 3 | 1 | 2',
        '售后部 | 3 | 1 | 2',
      ],
    });
  });
});

describe('what is said once', () => {
  test('a reminder says why it came and what would stop it', () => {
    expect(say('reminder', feedback('handling', COMPLAINT), { rung: 'before' })).toEqual({
      title: 'FB-12 临近答复时限',
      lines: [
        '客户：宏达机械',
        '须在 11-24 09:30 前答复客户，现在是“处理中”，由售后部张三跟进。',
        '请提交处理意见。完成后，您不再收到这项提醒。',
      ],
    });
    expect(say('reminder', feedback('assigned', COMPLAINT), { rung: 'unclaimed' }).lines).toEqual([
      '客户：宏达机械',
      '11-23 09:30 分派到售后部，至今无人接单。',
      '点卡片上的“接单”后，这项提醒就不再发送。',
      '答复时限：11-24 09:30',
    ]);
  });

  test('a superior hears who holds the ball', () => {
    expect(say('escalation', feedback('answered', COMPLAINT), { rung: 'overdue' }).lines).toContain(
      '现在是“待回复客户”，由李四跟进。',
    );
  });

  test('the rep hears the answer, without its causes', () => {
    const { title, lines } = say('answered', feedback('answered', { answer: '明天换新机' }));
    expect([title, ...lines]).toEqual([
      'FB-12 已有处理意见',
      '客户：Acme',
      '处理意见：明天换新机',
      '请在 11-24 09:30 前告知客户，并在卡片上归档。',
    ]);
  });

  test.each<[string, JsonObject, string]>([
    ['question', { question: '什么型号？' }, '售后部：什么型号？'],
    ['progress', { text: '配件到了', by: 'ou_worker', department: 'after_sales' }, '售后部张三：配件到了'],
    ['rep_note', { text: '客户电话13812345678' }, '李四：客户电话138****5678'],
    ['info_provided', { info: '打0755-83765678' }, '补充信息：打0755-****5678'],
    ['urged', { by: 'ou_rep' }, '李四请您尽快处理，客户在等答复。'],
    ['withdrawn', { reason: '客户已自行解决' }, '原因：客户已自行解决'],
    ['extended', { reason: '等配件', until: T0 + 48 * HOUR }, '客户经理仍须先给客户一个阶段性答复，时限 11-24 09:30。'],
    ['reopened', { reason: '还是坏的' }, '原因：还是坏的'],
    ['released', { by: 'ou_worker', reason: '出差' }, '张三已退回，请其他同事接单。'],
    ['moved', { by: 'ou_boss', reason: '打13812345678' }, '原因：打138****5678'],
    ['moved_rep', { by: 'ou_boss', department: 'quality' }, '赵总已改派给质量部，新的处理意见会再送到您这里。'],
    ['priority_raised', { by: 'ou_boss' }, '赵总作了调整，请优先处理。'],
    ['undeliverable', { to: 'oc_q', why: 'feishu_target_gone' }, '收件方：质量部'],
  ])('%s', (name, params, line) => {
    expect(say(name, feedback('handling'), params).lines).toContain(line);
  });

  test.each<[Status, string]>([
    ['assigned', '已分派到售后部，等待接单。'],
    ['handling', '售后部张三正在处理。'],
    ['answered', '请将处理结果告知客户，记录客户的反应，然后归档。'],
  ])('who takes over from a rep is not told to do what others are to do: %s', (status, line) => {
    const { lines } = say('rep_left', feedback(status), { by: 'ou_rep' });
    expect(lines[2]).toBe(line);
  });

  test('an interim reply that is late is not asked for by a moment that has passed', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const said = (rung: string) =>
      say('reminder', feedback('handling', { extension }), { rung, duty: 'interim' }).lines[1];
    expect(said('before')).toContain('请在 11-24 09:30 前先给客户一个阶段性答复');
    expect(said('overdue')).toContain('11-24 09:30 前应给客户的阶段性答复还没有登记。请尽快答复客户');
  });

  test('in English', () => {
    const { title, lines } = say('reminder', feedback('handling'), { rung: 'overdue' }, context('en-US'));
    expect([title, ...lines]).toEqual([
      'FB-12 is overdue',
      'Customer: Acme',
      'The customer should have been answered before 11-24 09:30. Now "In progress", with Zhang San (After-sales).',
      'Please send the answer. After that, this reminder no longer comes to you.',
    ]);
  });
});
