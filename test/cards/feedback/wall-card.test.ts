import { describe, expect, test } from '@jest/globals';
import { renderWall } from '../../../cards/feedback/wall-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import type { Feedback } from '../../../src/domain/feedback/model';
import { HOUR, MINUTE } from '../../../src/domain/time';
import { attachment, feedback, source, T0 } from '../samples';
import { COMPLAINT, ZH } from './complaint';

const read = (record: Feedback, wall: string, ctx = ZH, retired = false) =>
  plainLines(renderWall(record, wall, ctx, { retired })).lines;
describe('a case on a wall', () => {
  test('the rep reads a draft with its messages and attachments', () => {
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

  test('the department reads a case to claim, masked and without the recalled message', () => {
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

  test('the rep of an extended overdue case reads that an interim reply is due', () => {
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

  test('after the interim reply the rep is not asked for one any more', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const told = { extension, interimAt: T0 + 3 * HOUR, interimReply: '配件周三到，电话13812345678' };
    const shown = read(feedback('handling', told), 'rep');
    expect(shown).toContain('11-23 12:30 客户经理已给客户阶段性答复：配件周三到，电话13812345678');
    expect(shown.join()).not.toContain('仍须');
    expect(shown.at(-1)).toBe('[催办] [撤回] [时限说明]');
    expect(read(feedback('handling', told), 'department:after_sales').join()).toContain('电话138****5678');
  });

  test('the rep’s card leaves out the notes since the case last changed hands', () => {
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

  test('the department can make the newest reply of this cycle the answer', () => {
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

  test('the rep reads which information the department needs', () => {
    expect(read(feedback('waiting'), 'rep')).toEqual(
      expect.arrayContaining([
        '售后部需要更多信息，请补充。',
        '需要补充（张三 11-23 10:30）',
        'Which model?',
        '[补充] [撤回] [时限说明]',
      ]),
    );
  });

  test('the rep of an unsatisfied customer reads first that the case can be reopened', () => {
    const shown = read(feedback('closed', { satisfaction: 'unsatisfied' }), 'rep');
    expect(shown.slice(1, 3)).toEqual(['已告知客户并归档。', '客户不满意，建议重新打开，再跟进一次。']);
    expect(shown).toEqual(expect.arrayContaining(['客户满意度：不满意', '[重新打开] [时限说明]']));
  });

  test('the former department reads where the case went; a replaced card refers to the new one', () => {
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

  test('the draft says of what the rules are not sure, and why', () => {
    const values = { kind: 'complaint' as const, category: null, department: null, priority: 'normal' as const };
    const nothing = { kind: [], category: [], department: [], priority: [] };
    expect(read(feedback('draft', { guessedFrom: { ...nothing, values } }), 'rep')).toEqual(
      expect.arrayContaining([
        '以下几项系统拿不准，请您确认',
        '反馈类型：原文中没有能确定类型的词，暂选“投诉”',
        '问题类别：原文中没有能确定类别的词',
        '责任部门：原文中没有能确定部门的词',
      ]),
    );
    const rivals = [
      { department: 'after_sales', words: ['维修'] },
      { department: 'quality', words: ['坏了', '掉漆'] },
    ];
    const tied = { ...nothing, kind: ['坏了'], rivals, values: { ...values, category: 'quality' } };
    const texts = read(feedback('draft', { guessedFrom: tied }), 'rep').join('\n');
    expect(texts).toContain('责任部门：提到“维修”（售后部），提到“坏了、掉漆”（质量部），无法确定是哪个部门');
    expect(texts).not.toContain('原文中没有');
  });

  test('the clerk reads from which words the rules guessed', () => {
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

  test('the clerk reads that information needs no answer', () => {
    expect(read(feedback('closed', { kind: 'market' }), 'clerk')).toContain('已存档，供定期报告使用，无需答复客户。');
  });

  test('a draft tells which attachments are lost', () => {
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

  test('a card shows the newest notes, and the beginning of a long text with a hint to the rest', () => {
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
});
