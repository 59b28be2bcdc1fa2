import type { JsonObject, Recipient } from '../../src/domain/messaging';
import type { ProcedureRecord } from '../../src/domain/procedure/record';
import { DAY, HOUR } from '../../src/domain/time';
import { listCard } from '../desk/list-card';
import { bundleCard } from '../kit/bundle-card';
import { procedureForm } from '../procedure/forms/asked-form';
import { listedRecord, procedureRow } from '../procedure/list-row';
import { bundleLineOf } from '../procedure/messages/bundle-line';
import { procedureMessage, settledMessage } from '../procedure/messages/message-card';
import type { ProcedureFormAct } from '../texts/procedure-facts';
import { type Entry, type Section, type Title, title } from './entry';
import {
  adPlan,
  approvalWith,
  asked,
  CLAIMER,
  capa,
  contract,
  DEPARTMENT,
  ended,
  measuresOf,
  stressed,
  task,
  tellLines,
  voted,
} from './procedure-records';
import { procedureContext } from './procedure-section';
import { type ProcedureWords, procedureWords } from './procedure-words';
import { BEGAN } from './sample-case';
import type { SampleOffice } from './sample-office';

const person = (id: string): Recipient => ({ type: 'person', id: `ou_${id}` });
const GROUP: Recipient = { type: 'chat', id: 'oc_logistics' };

/** A message about a record: its id, its name, who reads it, and its parameters. */
type Told = [id: string, words: Title, name: string, record: ProcedureRecord, to: Recipient, params?: JsonObject];

function told(words: ProcedureWords): Told[] {
  const claimed = capa('contain', words, { asked: [CLAIMER] });
  const unclaimed = capa('contain', words, { asked: [DEPARTMENT] });
  const late = capa('contain', words, { asked: [{ ...CLAIMER, dueAt: BEGAN - 2 * DAY }], dueAt: BEGAN - 2 * DAY });
  const gm = voted('gm', 'ou_boss', 'approve', words.approved);
  const refused = voted('gm', 'ou_boss', 'reject', words.rejected);
  const sentBack = voted('gm', 'ou_boss', 'return', words.returned);
  const deciding = adPlan('approval', words, { asked: [asked({ personId: 'ou_boss', step: 'gm' })] });
  const returned = adPlan('draft', words, {
    asked: [asked({ personId: 'ou_clerk' })],
    approval: approvalWith([sentBack], 'gm'),
    deeds: [sentBack.deed],
  });
  const telling = capa('tell', words, { asked: [asked({ personId: 'ou_rep' })], lines: tellLines(words) });
  const question = { text: words.question, by: 'ou_worker', at: BEGAN, to: 'ou_boss' };
  const extension = { until: BEGAN + 5 * DAY, reason: words.extension, by: 'ou_worker', at: BEGAN, count: 1 };
  const pleaded = { ...claimed, extension: { ...extension, waitsFor: 'ou_boss' } };
  const by = (id: string, more: JsonObject = {}): JsonObject => ({ by: `ou_${id}`, ...more });
  return [
    ['turn-fill', title('轮到您了，填写', 'Your turn, to fill in'), 'your_turn', claimed, person('worker')],
    ['turn-claim', title('轮到部门', 'A department’s turn'), 'your_turn', unclaimed, GROUP],
    ['turn-approve', title('轮到您了，审批', 'Your turn, to approve'), 'your_turn', deciding, person('boss')],
    ['turn-tell', title('轮到您了，告知', 'Your turn, to tell'), 'your_turn', telling, person('rep')],
    ['reminder-before', title('快到期', 'Due soon'), 'reminder', claimed, person('worker'), { rung: -1 }],
    ['reminder-late', title('已超期', 'Overdue'), 'reminder', late, person('worker'), { rung: 1 }],
    ['reminder-group', title('提醒部门', 'To a group'), 'reminder', unclaimed, GROUP, { rung: 0 }],
    ['escalation-late', title('上报', 'To the manager'), 'escalation', late, person('boss')],
    ['urged', title('催办', 'Urged'), 'urged', claimed, person('worker'), by('boss')],
    [
      'result-approved',
      title('已同意', 'Approved'),
      'result',
      adPlan('run', words, { deeds: [gm.deed] }),
      person('clerk'),
    ],
    [
      'result-rejected',
      title('没有同意', 'Rejected'),
      'result',
      { ...ended(adPlan('approval', words), 'rejected'), deeds: [refused.deed] },
      person('clerk'),
    ],
    ['result-closed', title('已关闭', 'Closed'), 'result', ended(capa('tell', words), 'closed'), person('boss')],
    [
      'result-void',
      title('已作废', 'Void'),
      'result',
      ended(capa('contain', words), 'void'),
      person('worker'),
      by('boss', { reason: words.reason }),
    ],
    ['returned', title('退回修改', 'Sent back'), 'returned', returned, person('clerk')],
    ['question', title('有人问您', 'A question'), 'question', { ...claimed, question }, person('boss')],
    ['replied', title('有回答了', 'A reply'), 'replied', claimed, person('worker'), by('boss', { reply: words.reply })],
    [
      'extension-granted',
      title('已延期', 'Extended'),
      'extension',
      { ...claimed, extension: { ...extension, waitsFor: null } },
      person('boss'),
    ],
    [
      'extension-refused',
      title('没同意延期', 'No more time'),
      'extension_refused',
      claimed,
      person('worker'),
      by('boss'),
    ],
    ['extension-asked', title('申请延期', 'More time wanted'), 'extension', pleaded, person('boss')],
    [
      'handed-over',
      title('转给您了', 'Handed to you'),
      'handed_over',
      task('do', words),
      person('worker'),
      by('colleague', { reason: words.reason }),
    ],
    [
      'handed-over-told',
      title('换人办了', 'Handed over, to the giver'),
      'handed_over',
      task('do', words),
      person('boss'),
      by('colleague', { to: 'ou_worker', reason: words.reason }),
    ],
    ['stand-in', title('代您办理', 'Done for you'), 'stand_in', claimed, person('colleague'), { to: 'ou_worker' }],
    ['nobody-approves', title('谁来审批', 'No approver'), 'nobody', capa('review', words), person('admin')],
    ['nobody', title('谁来办', 'Nobody there'), 'nobody', capa('verify', words), person('admin')],
    [
      'file-kept',
      title('附件收好了', 'A file is kept'),
      'file_kept',
      task('do', words),
      person('worker'),
      { name: words.file, field: 'proof' },
    ],
    ['note', title('补一句', 'A note'), 'note', claimed, person('worker'), by('boss', { text: words.note })],
    ['late', title('还没批完', 'Not approved yet'), 'late', deciding, person('lead')],
    [
      'note-long',
      title('很长的话', 'A long note'),
      'note',
      stressed(claimed, words),
      person('worker'),
      by('boss', { text: words.long }),
    ],
    [
      'form-private',
      title('群里要的表单', 'A form asked for in a group'),
      'form',
      unclaimed,
      person('worker'),
      { act: 'transfer' },
    ],
  ];
}

/** The whole record, for its readers. */
function whole(words: ProcedureWords): Told[] {
  const measured = capa('act', words, { children: measuresOf(words, 1) });
  const deciding = adPlan('approval', words, { asked: [asked({ personId: 'ou_boss', step: 'gm' })] });
  const telling = capa('tell', words, { asked: [asked({ personId: 'ou_rep' })], lines: tellLines(words) });
  const claimed = stressed(capa('contain', words, { asked: [CLAIMER] }), words);
  return [
    ['whole-children', title('完整的处理单', 'A whole sheet'), 'whole', measured, person('boss')],
    ['whole-plan', title('完整的计划，给审批人', 'A whole plan, to its approver'), 'whole', deciding, person('boss')],
    ['whole-onlooker', title('完整的计划，给旁人', 'A whole plan, to an onlooker'), 'whole', deciding, person('clerk')],
    ['whole-lines', title('告知情况', 'Who was told'), 'whole', telling, person('boss')],
    ['whole-ended', title('办完的', 'After its end'), 'whole', ended(measured, 'closed'), person('boss')],
    ['whole-long', title('很长的内容', 'Long texts'), 'whole', claimed, person('worker')],
    ['whole-group', title('群里看', 'In a group'), 'whole', claimed, GROUP],
  ];
}

/** The acts with a form of their own, each with a record and whoever may ask for it. */
function forms(words: ProcedureWords): [act: ProcedureFormAct, record: ProcedureRecord, by: string][] {
  const claimed = capa('contain', words, { asked: [CLAIMER] });
  const question = { text: words.question, by: 'ou_worker', at: BEGAN, to: 'ou_boss' };
  const deciding = adPlan('approval', words, { asked: [asked({ personId: 'ou_boss', step: 'gm' })] });
  const telling = capa('tell', words, { asked: [asked({ personId: 'ou_rep' })], lines: tellLines(words) });
  return [
    ['transfer', claimed, 'ou_worker'],
    ['question', claimed, 'ou_worker'],
    ['reply', { ...claimed, question }, 'ou_boss'],
    ['extend', claimed, 'ou_worker'],
    ['hand_over', task('do', words), 'ou_worker'],
    ['decline', task('accept', words), 'ou_worker'],
    ['delegate', deciding, 'ou_boss'],
    ['add_approver', deciding, 'ou_boss'],
    ['return', deciding, 'ou_boss'],
    ['reject', deciding, 'ou_boss'],
    ['note', claimed, 'ou_boss'],
    ['withdraw', claimed, 'ou_boss'],
    ['void', claimed, 'ou_boss'],
    ['tell_skip', telling, 'ou_rep'],
    ['correct', capa('analyse', words, { asked: [CLAIMER] }), 'ou_worker'],
    ['edit', contract('file', words), 'ou_rep'],
  ];
}

const inWords = (id: string) => id.replaceAll('_', '-');

function messages(office: SampleOffice): Entry[] {
  const ctx = procedureContext(office);
  const words = procedureWords(ctx.texts.locale);
  const drawn = [...told(words), ...whole(words)].flatMap(([id, named, name, record, to, params = {}]): Entry[] => {
    const card = procedureMessage({ name, to, params }, record, ctx);
    return card ? [[`procedure-${name === 'whole' ? id : `message-${id}`}`, named, card]] : [];
  });
  const done = settledMessage(
    { name: 'reminder', to: person('worker') },
    capa('analyse', words, { asked: [asked({ personId: 'ou_colleague' })] }),
    ctx,
  );
  return [...drawn, ...(done ? [['procedure-message-settled', title('已经办了', 'Done by now'), done] as Entry] : [])];
}

function asForms(office: SampleOffice): Entry[] {
  const ctx = procedureContext(office);
  return forms(procedureWords(ctx.texts.locale)).flatMap(([act, record, by]): Entry[] => {
    const card = procedureForm(record, { act, fields: {}, by }, ctx);
    return card ? [[`procedure-form-${inWords(act)}`, ctx.texts.procedure.leads[act], card]] : [];
  });
}

/** Records of several procedures in one list, and in one message. */
function lists(office: SampleOffice): Entry[] {
  const ctx = { ...procedureContext(office), readerId: 'ou_boss' };
  const words = procedureWords(ctx.texts.locale);
  const boss = { type: 'person' as const, id: 'ou_boss' };
  const late = { ...CLAIMER, dueAt: BEGAN - 2 * DAY };
  const records = [
    adPlan('approval', words, { asked: [asked({ personId: 'ou_boss', step: 'gm', dueAt: BEGAN + 6 * HOUR })] }),
    task('confirm', words),
    capa('contain', words, { asked: [late] }),
    task('accept', words, { values: { what: words.longTitle, priority: 'urgent' } }),
    ended(capa('contain', words), 'closed'),
  ];
  const rows = records.map((record) => procedureRow(listedRecord(record, boss, { mayUrge: true }), ctx));
  const page = { position: 0, total: rows.length, waiting: 2, urgent: 1, urges: false, before: null, after: null };
  const list = listCard({ list: 'todo', words: '', by: 'ou_boss', inGroup: false, rows, ...page }, ctx);
  const lines = records.map((record) => bundleLineOf({ name: 'reminder', to: person('boss') }, record, ctx));
  return [
    ['procedure-list-todo', title('待办，各种流程', 'To do, of all kinds'), list],
    ['procedure-bundle-reminders', title('合并提醒', 'Reminders in one'), bundleCard(person('boss'), lines, ctx)],
  ];
}

export const PROCEDURE_MESSAGE_SECTIONS: Section[] = [
  { group: title('流程：消息', 'Procedures: messages'), entries: messages },
  { group: title('流程：要填的表单', 'Procedures: forms that are asked for'), entries: asForms },
  { group: title('流程：列表', 'Procedures: lists'), entries: lists },
];
