import type { NoticeWords } from '../../facts';
import type { ProcedureFacts } from '../../procedure-facts';
import { beside } from '../spacing';

/** What people are told about a record, each once. The reader is called 您. */
export const PROCEDURE_MESSAGES_ZH = {
  your_turn: (f: ProcedureFacts) => ({
    short: f.inGroup ? '有新的一件' : '轮到您了',
    ask: f.inGroup ? `“${f.stage}”到我们这边了，请安排人办。` : `轮到您了：${f.stage}。`,
  }),
  reminder: (f: ProcedureFacts) => ({
    short: f.isLate ? '已超期' : '快到期了',
    ask: f.isLate ? `“${f.stage}”超期了，办到哪一步了？` : `“${f.stage}”快到期了，请抽空办一下。`,
    note: '办完，或者补一句进展，今天就不再提醒。',
  }),
  escalation: (f: ProcedureFacts) => ({
    short: f.isLate ? '已超期' : '快到期了',
    ask: f.isLate ? `“${f.stage}”超期了，请关注。` : `“${f.stage}”快到期了，请关注。`,
    say: f.holder === '' ? '还没有人接。' : `现在由${beside(f.holder, '办')}。`,
  }),
  urged: (f: ProcedureFacts) => ({
    short: '催办',
    ask: `“${f.stage}”有人在等，请尽快办。`,
    say: `${f.by}催了一下。`,
  }),
  approved: (f: ProcedureFacts) => ({ short: '已同意', say: `${beside(f.by, '同意了')}。`, over: f.text && '意见' }),
  rejected: (f: ProcedureFacts) => ({
    short: '不同意',
    say: `${beside(f.by, '没有同意')}，可以照着重新提一份。`,
    over: f.text && '原因',
  }),
  voided: (f: ProcedureFacts) => ({
    short: f.end,
    say: f.by === '' ? '不用再办了。' : `${beside(f.by, '作废了')}，不用再办了。`,
    over: f.text && '原因',
  }),
  closed: (f: ProcedureFacts) => ({ short: f.end, say: '全部办完了。', over: f.text && '最后一步' }),
  returned: (f: ProcedureFacts) => ({
    short: '退回修改',
    ask: `${beside(f.by, '请您改一改')}，填过的都留着。`,
    over: '要改什么',
    note: `改好后直接回到${f.by}那里，不用从头再批。`,
  }),
  question: (f: ProcedureFacts) => ({ short: '有人问您', ask: `${f.by}有事问您，回答后他接着办。`, over: '问题' }),
  replied: (f: ProcedureFacts) => ({ short: '有回答了', say: `${f.by}回答了，请接着办。`, over: '回答' }),
  extension: (f: ProcedureFacts) => ({
    short: '延期',
    say: `${f.by}把“${f.stage}”延到了 ${f.until}。`,
    over: f.text && '原因',
  }),
  extension_asked: (f: ProcedureFacts) => ({
    short: '申请延期',
    ask: `${f.by}想把“${f.stage}”延到 ${f.until}，请您定。`,
    over: f.text && '原因',
    note: '不回应，就按原来的期限办。',
  }),
  extension_refused: (f: ProcedureFacts) => ({
    short: '没同意延期',
    say: `${f.by}没有同意延期，“${f.stage}”的期限照旧。`,
  }),
  handed_over: (f: ProcedureFacts) => ({
    short: '转给您了',
    ask: `${f.by}请您接着办“${f.stage}”，期限不变。`,
    over: f.text && '原因',
  }),
  handed_over_told: (f: ProcedureFacts) => ({
    short: '换人办了',
    say: `${f.by}把“${f.stage}”转给了${f.to}，期限不变。`,
    over: f.text && '原因',
  }),
  stand_in: (f: ProcedureFacts) => ({
    short: '代您办理',
    say: `您不在，“${f.stage}”由${beside(f.to, '代您办理')}。`,
  }),
  nobody: (f: ProcedureFacts) => ({
    short: '找不到人',
    ask: `谁来办“${f.stage}”？现在没有人能办，先停在这里。`,
    note: '在设置里补上人，就会接着往下走。',
  }),
  nobody_approves: (f: ProcedureFacts) => ({
    short: '找不到审批人',
    ask: `谁来审批？“${f.stage}”现在没有人能批，先停在这里。`,
    note: '在设置里补上人，就会接着往下走。',
  }),
  file_kept: (f: ProcedureFacts) => ({ short: '附件收好了', say: `${beside(f.name, '已记在')}“${f.field}”里。` }),
  added_note: (f: ProcedureFacts) => ({ short: '补充', over: beside(f.by, '补一句') }),
  late: (f: ProcedureFacts) => ({
    short: '还没批完',
    ask: `“${f.stage}”到现在还没有批完。`,
    say: f.holder === '' ? '' : `在等${f.holder}。`,
  }),
} satisfies Record<string, (facts: ProcedureFacts) => NoticeWords>;
