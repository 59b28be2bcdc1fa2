import { describe, expect, test } from '@jest/globals';
import { renderWall } from '../../../cards/feedback/wall-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import type { Feedback, Note } from '../../../src/domain/feedback/model';
import { HOUR } from '../../../src/domain/time';
import { attachment, feedback, source, T0 } from '../samples';
import { COMPLAINT, ZH } from './complaint';

const DEPARTMENT = 'department:after_sales';

function read(record: Feedback, wall: string, retired = false): string[] {
  const { title, lines } = plainLines(renderWall(record, wall, ZH, { retired }));
  return [title, ...lines];
}

const colourOf = (record: Feedback, wall: string) =>
  (renderWall(record, wall, ZH, { retired: false }).header as { template: string }).template;

const noted = (more: Partial<Note> = {}): Note => ({
  at: T0 + HOUR,
  by: 'ou_worker',
  from: 'department',
  department: 'after_sales',
  text: '已联系仓库',
  ...more,
});

const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };

describe('the rep’s card', () => {
  test('a draft stands as it was understood, to be submitted in one tap', () => {
    expect(read(feedback('draft', COMPLAINT), 'rep')).toEqual([
      '【特急】宏达机械 · 机器又坏了',
      'FB-12 · 还没有提交',
      '草稿',
      '已标为特急，请马上确认。',
      '客户　宏达机械 13812345678',
      '归类　投诉 · 售后 · 微信',
      '交给　文员分派，特急',
      '客户原话',
      '机器又坏了，打我电话13812345678',
      '发错了（已撤回）',
      '[图片]',
      '1 张图片处理中',
      '[提交并加急] [修改] [不算特急] [不是反馈] [拆开成多件]',
    ]);
  });

  test('a draft asks for what nobody could tell, and for nothing else', () => {
    const values = { kind: 'complaint' as const, category: null, department: null, priority: 'normal' as const };
    const guessedFrom = { kind: [], category: [], department: [], priority: [], values };
    const bare = feedback('draft', { customer: '', category: '', guessedFrom });
    const shown = read(bare, 'rep');
    expect(shown[0]).toBe('machine is broken again');
    expect(shown).toContain('还差 3 项，其余已填好。');
    expect(shown).toContain('归类　微信');
    expect(shown).toContain('责任部门：原文中没有能确定部门的词');
    const fields = JSON.stringify(renderWall(bare, 'rep', ZH, { retired: false })).match(/"name":"[a-z]+"/g);
    expect(fields).toEqual(['"name":"customer"', '"name":"kind"', '"name":"category"']);
  });

  test('a draft says between which departments the words do not decide', () => {
    const values = { kind: 'complaint' as const, category: 'quality', department: null, priority: 'normal' as const };
    const rivals = [
      { department: 'after_sales', words: ['维修'] },
      { department: 'quality', words: ['坏了', '掉漆'] },
    ];
    const tied = { kind: ['坏了'], category: [], department: [], priority: [], rivals, values };
    expect(read(feedback('draft', { guessedFrom: tied }), 'rep').join('\n')).toContain(
      '责任部门：提到“维修”（售后部），提到“坏了、掉漆”（质量部），无法确定是哪个部门',
    );
  });

  test('a draft tells which attachments are lost', () => {
    const attachments = [attachment('image', { lost: true }), attachment('file', { name: '合同.pdf', lost: true })];
    expect(read(feedback('draft', { sources: [source('', { attachments })] }), 'rep')).toEqual(
      expect.arrayContaining([
        '1 张图片未能存档',
        '文件：合同.pdf（未能存档）',
        '没有存档的内容，会把您转发的原消息发到责任部门的群。',
      ]),
    );
  });

  test('while others have the case, the rep reads with whom it is, and need not do anything', () => {
    expect(read(feedback('assigned'), 'rep')).toEqual([
      'Acme · machine is broken again',
      'FB-12 · 11-24（周二）09:30 前',
      '待接单',
      '已送到售后部，接单后马上告诉您。',
      '✓ 提交 ─ ● 接单 ─ ○ 处理 ─ ○ 回复客户',
      '[补一句] [催一下] [改紧急程度] [撤回] [看完整信息]',
    ]);
    expect(read(feedback('handling'), 'rep')).toContain('售后部张三在办，您这边先不用动。');
    expect(colourOf(feedback('handling'), 'rep')).toBe('wathet');
  });

  test('a question stands above its answer', () => {
    const shown = read(feedback('waiting'), 'rep');
    expect(shown.slice(3, 5)).toEqual(['张三 10:30 问', 'Which model?']);
    expect(shown.at(-1)).toBe('[补充好了] [客户也不清楚] [撤回] [看完整信息]');
    expect(colourOf(feedback('waiting'), 'rep')).toBe('orange');
  });

  test('the answer is the wording for the customer and three equal buttons, with nothing internal', () => {
    const record = feedback('answered', {
      ...COMPLAINT,
      priority: 'normal',
      answer: '明天换新机。内部：供应商偷工',
      cause: '内部：漏检',
      notes: [noted({ text: '内部：追责' })],
    });
    expect(read(record, 'rep')).toEqual([
      '宏达机械 · 机器又坏了',
      'FB-12 · 11-24（周二）09:30 前',
      '待回复客户',
      '有结果了。发给客户，再点一下客户的反应。',
      '✓ 提交 ─ ✓ 接单 ─ ✓ 处理 ─ ● 回复客户',
      '[满意] [一般] [不满意] [给客户打电话] [看经过] [记下客户怎么说] [还要追问部门] [撤回]',
    ]);
    expect(JSON.stringify(renderWall(record, 'rep', ZH, { retired: false }))).not.toMatch(/内部|偷工|漏检|追责/);
  });

  test('if the department has extended, an interim word to the customer comes first, and only until it was given', () => {
    const owing = read(feedback('handling', { extension }), 'rep');
    expect(owing.slice(1, 5)).toEqual([
      'FB-12 · 11-24（周二）09:30 前先回个话',
      '处理中',
      '先给客户回个话，部门还要一些时间。',
      '已申请延期至 11-25 09:30，原因：等配件',
    ]);
    expect(owing.at(-1)).toMatch(/^\[已经告诉客户\] /);
    const told = { extension, interimAt: T0 + 3 * HOUR, interimReply: '配件周三到，电话13812345678' };
    const shown = read(feedback('handling', told), 'rep');
    expect(shown).toContain('11-23 12:30 客户经理已给客户阶段性答复：配件周三到，电话13812345678');
    expect(shown.at(-1)).toBe('[催办] [补一句] [先给客户回个话] [撤回] [看完整信息]');
    expect(read(feedback('handling', told), DEPARTMENT).join()).toContain('电话138****5678');
  });

  test('a finished case is four lines; a draft that was no feedback comes back in one tap', () => {
    expect(read(feedback('closed'), 'rep')).toEqual([
      'Acme · machine is broken again',
      'FB-12 · 12:30 归档，客户满意',
      '已归档',
      '售后部张三：We replace it tomorrow.',
      '用时 3 小时，按时',
      '[看经过] [客户又有意见]',
    ]);
    expect(read(feedback('discarded'), 'rep').at(-1)).toBe('[点错了，恢复]');
    expect(read(feedback('closed', { kind: 'market' }), 'rep')).toContain('已存档，供定期报告使用，无需答复客户。');
  });
});

describe('the department’s card', () => {
  test('a case to claim asks first, then shows the words, masked and without the recalled message', () => {
    const moved = { transferredFrom: 'quality', transferReason: '保修期内' };
    const instructed = { instruction: '今天回复', instructedBy: 'ou_boss', instructedAt: T0 };
    expect(read(feedback('assigned', { ...COMPLAINT, ...moved, ...instructed }), DEPARTMENT)).toEqual([
      '【特急】宏达机械 · 机器又坏了',
      'FB-12 · 11-24（周二）09:30 前',
      '待接单',
      '有安全风险，请 15 分钟内安排人接单。',
      '客户原话 · 宏达机械 138****5678',
      '机器又坏了，打我电话138****5678',
      '（有一条消息已撤回）',
      '[图片]',
      '1 张图片处理中',
      '投诉 · 售后 · 微信 · 客户经理李四',
      '由质量部转来，原因：保修期内',
      '批示（赵总 11-23 09:30）',
      '今天回复',
      '✓ 提交 ─ ● 接单 ─ ○ 处理 ─ ○ 回复客户',
      '[马上接单] [不归我们管]',
    ]);
    expect(colourOf(feedback('assigned'), DEPARTMENT)).toBe('blue');
    expect(colourOf(feedback('assigned', COMPLAINT), DEPARTMENT)).toBe('red');
  });

  test('a case in hand has one field, and the rare acts in a menu', () => {
    const shown = read(feedback('handling', { contact: '13812345678' }), DEPARTMENT);
    expect(shown).toContain('张三跟进中（10:00 接单）');
    expect(shown.at(-1)).toBe(
      '[提交处理意见] [请补充] [转部门] [申请延期] [换人跟进] [查看联系方式] [时限说明] [看经过]',
    );
  });

  test('the newest reply of this cycle becomes the answer in one tap; the rep’s newest words are shown', () => {
    const notes = [
      noted({ text: '已派单' }),
      noted({ at: T0 + 2 * HOUR, text: '已更换排水管' }),
      noted({ at: T0 + 3 * HOUR, text: '客户下午在家', from: 'rep', by: 'ou_rep', department: null }),
    ];
    const shown = read(feedback('handling', { notes }), DEPARTMENT).join('\n');
    expect(shown).toContain('张三 11:30 回复\n已更换排水管');
    expect(shown).toContain('李四 11-23 12:30 补充\n客户下午在家'.replace('11-23 ', ''));
    expect(shown).not.toContain('已派单');
    expect(shown).toContain('[就以这条作为处理意见]');
    const reopened = read(feedback('handling', { notes, cycle: 2 }), DEPARTMENT).join('\n');
    expect(reopened).not.toContain('就以这条');
    expect(reopened).toContain('售后部张三 11:30 回复\n已更换排水管');
  });

  test('what another department found, and the answer before a reopening, need not be found out again', () => {
    const found = noted({ text: '焊点问题', department: 'quality' });
    expect(read(feedback('assigned', { notes: [found] }), DEPARTMENT)).toEqual(
      expect.arrayContaining(['质量部张三 10:30 回复', '焊点问题']),
    );
    const before = { cycle: 2, answer: '已换密封圈', answeredBy: 'ou_worker', answeredAt: T0 + HOUR };
    expect(read(feedback('assigned', before), DEPARTMENT)).toEqual(
      expect.arrayContaining(['上次的处理意见（张三 10:30）', '已换密封圈']),
    );
  });

  test('while the rep is asked, the department may answer or transfer all the same', () => {
    expect(read(feedback('waiting'), DEPARTMENT).slice(3)).toEqual([
      '等客户经理李四补充，您这边先不用动。',
      '张三 10:30 问',
      'Which model?',
      '✓ 提交 ─ ✓ 接单 ─ ● 补充 ─ ○ 回复客户',
      '[催一下李四] [不等了，直接答复] [转部门] [申请延期] [看经过]',
    ]);
  });

  test('the people who did the work read what the customer said; cause and prevention are asked for then', () => {
    expect(read(feedback('closed', { customerWords: '挺快的', cause: '' }), DEPARTMENT).slice(3)).toEqual([
      '客户说：“挺快的”',
      '张三处理，用时 3 小时，按时',
      '[看经过] [补原因和预防]',
    ]);
  });

  test('the former department reads where the case went; a replaced card refers to the new one', () => {
    const gone = { department: 'quality', transferredFrom: 'after_sales', transferReason: '材料问题' };
    expect(read(feedback('assigned', gone), DEPARTMENT).slice(2)).toEqual([
      '已转派给质量部，本部门无需处理。',
      '转派原因：材料问题',
    ]);
    expect(read(feedback('assigned'), 'rep', true).slice(2)).toEqual(['这张卡片不再更新，请看 FB-12 的最新卡片。']);
  });

  test('a long text is cut, with a hint to the rest', () => {
    const shown = read(feedback('handling', { sources: [source('坏'.repeat(5000))] }), DEPARTMENT);
    expect(shown).toContain(`${'坏'.repeat(120)}…（全文见 FB-12）`);
  });
});

describe('the office’s cards', () => {
  test('a clerk hands the case over in one tap: to the department that the words point to, with the reason', () => {
    const values = {
      kind: 'complaint' as const,
      category: 'service',
      department: 'after_sales',
      priority: 'normal' as const,
    };
    const guessedFrom = { kind: ['又坏了'], category: [], department: ['维修', '保修'], priority: [], values };
    const shown = read(feedback('triage', { guessedFrom }), 'clerk');
    expect(shown[3]).toBe('交给哪个部门？看着像售后部的（提到“维修、保修”）。');
    expect(shown.at(-1)).toBe('[交给售后部] [质量部] [其他部门，加备注] [更正]');
    expect(read(feedback('triage', { department: null }), 'clerk')[3]).toBe('交给哪个部门？原文中没有能确定的词。');
  });

  test('a manager instructs in one tap', () => {
    const shown = read(feedback('review', { department: 'after_sales' }), 'manager');
    expect(shown.at(-1)).toBe('[批示并交办] [照常处理] [要求先查原因]');
  });
});
