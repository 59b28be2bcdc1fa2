import { describe, expect, test } from '@jest/globals';
import {
  adPlan,
  approvalWith,
  asked,
  CLAIMER,
  capa,
  DEPARTMENT,
  ended,
  task,
  voted,
} from '../../../cards/gallery/procedure-records';
import { BEGAN } from '../../../cards/gallery/sample-case';
import { plainLines } from '../../../cards/kit/plain-lines';
import { procedureMessage, settledMessage } from '../../../cards/procedure/messages/message-card';
import { isWanted, messageNameOf } from '../../../cards/procedure/messages/message-kinds';
import type { Json, JsonObject, Recipient } from '../../../src/domain/messaging';
import { askFor } from '../../../src/domain/procedure/asks';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import { DAY } from '../../../src/domain/time';
import { nodesIn } from '../card-faults';
import { cardsOfRecord, MESSAGES, procedureContext, sampleRecords, WORDS } from './procedure-samples';

const ctx = procedureContext();
const GROUP: Recipient = { type: 'chat', id: 'oc_logistics' };
const to = (id: string): Recipient => ({ type: 'person', id: `ou_${id}` });

const send = (name: string, record: ProcedureRecord, reader: Recipient, params: JsonObject = {}) =>
  procedureMessage({ name, to: reader, params }, record, ctx);

function say(name: string, record: ProcedureRecord, reader: Recipient, params: JsonObject = {}): string {
  const card = send(name, record, reader, params);
  return card === null ? '' : plainLines(card).lines.join('\n');
}

const claimed = capa('contain', WORDS, { asked: [CLAIMER] });
const unclaimed = capa('contain', WORDS, { asked: [DEPARTMENT] });
const late = capa('contain', WORDS, { asked: [{ ...CLAIMER, dueAt: BEGAN - 2 * DAY }], dueAt: BEGAN - 2 * DAY });
const deciding = adPlan('approval', WORDS, { asked: [asked({ personId: 'ou_boss', step: 'gm' })] });
const refused = { ...ended(deciding, 'rejected'), deeds: [voted('gm', 'ou_boss', 'reject', WORDS.rejected).deed] };
const agreed = adPlan('run', WORDS, { deeds: [voted('gm', 'ou_boss', 'approve', WORDS.approved).deed] });
const returned = adPlan('draft', WORDS, {
  asked: [asked({ personId: 'ou_clerk' })],
  approval: approvalWith([], 'gm'),
  deeds: [voted('gm', 'ou_boss', 'return', WORDS.returned).deed],
});
const extension = { until: BEGAN + 5 * DAY, reason: WORDS.extension, by: 'ou_worker', at: BEGAN, count: 1 };
const pleaded = { ...claimed, extension: { ...extension, waitsFor: 'ou_boss' } };
const question = { text: WORDS.question, by: 'ou_worker', at: BEGAN, to: 'ou_boss' };

test.each<[name: string, record: ProcedureRecord, reader: Recipient, params: JsonObject, says: string[], acts: string]>(
  [
    ['your_turn', claimed, to('worker'), {}, ['轮到您了：应急措施。'], '[去填写]'],
    ['your_turn', unclaimed, GROUP, {}, ['“应急措施”到我们这边了，请安排人办。'], '[接单]'],
    ['your_turn', deciding, to('boss'), {}, ['轮到您了：总经理。', '68,000 元'], '[去审批]'],
    ['your_turn', task('confirm', WORDS), to('boss'), {}, ['轮到您了：派单人。'], '[去确认]'],
    ['reminder', claimed, to('worker'), { rung: -1 }, ['“应急措施”快到期了，请抽空办一下。'], '[去填写]'],
    ['reminder', late, to('worker'), { rung: 1 }, ['“应急措施”超期了，办到哪一步了？'], '[去填写]'],
    ['reminder', late, to('lead'), { rung: 1 }, ['“应急措施”超期了，请关注。', '现在由物流部李娜办。'], '[催办]'],
    ['escalation', { ...unclaimed, asked: [] }, to('boss'), {}, ['还没有人接。'], '[查看]'],
    ['urged', claimed, to('worker'), { by: 'ou_boss' }, ['张伟催了一下。'], '[去填写]'],
    ['result', agreed, to('clerk'), {}, ['张伟同意了。', WORDS.approved], '[打印]'],
    ['result', refused, to('clerk'), {}, ['张伟没有同意，可以照着重新提一份。', WORDS.rejected], '[看经过]'],
    [
      'result',
      ended(claimed, 'void'),
      to('boss'),
      { by: 'ou_boss', reason: WORDS.reason },
      ['张伟作废了', WORDS.reason],
      '[打印]',
    ],
    ['result', ended(claimed, 'closed'), to('boss'), {}, ['全部办完了。'], '[打印]'],
    ['returned', returned, to('clerk'), {}, ['张伟请您改一改', WORDS.returned], '[修改]'],
    ['question', { ...claimed, question }, to('boss'), {}, ['李娜有事问您', WORDS.question], '[回复]'],
    ['replied', claimed, to('worker'), { by: 'ou_boss', reply: WORDS.reply }, ['张伟回答了', WORDS.reply], '[去填写]'],
    [
      'extension',
      pleaded,
      to('boss'),
      {},
      ['李娜想把“应急措施”延到 11-29（周日）09:30，请您定。'],
      '[同意延期] [不同意]',
    ],
    ['extension', pleaded, to('lead'), {}, ['李娜把“应急措施”延到了'], '[查看]'],
    [
      'handed_over',
      task('do', WORDS),
      to('worker'),
      { by: 'ou_boss' },
      ['张伟请您接着办“办理”，期限不变。'],
      '[去填写]',
    ],
    [
      'handed_over',
      task('do', WORDS),
      to('boss'),
      { by: 'ou_rep', to: 'ou_worker' },
      ['林晓把“办理”转给了李娜'],
      '[查看]',
    ],
    ['stand_in', claimed, to('lead'), { to: 'ou_worker' }, ['您不在，“应急措施”由李娜代您办理。'], '[查看]'],
    ['nobody', capa('review', WORDS), to('admin'), {}, ['谁来审批？“措施审批”现在没有人能批'], '[去设置]'],
    ['nobody', capa('verify', WORDS), to('admin'), {}, ['谁来办“效果验证”？'], '[去设置]'],
    [
      'file_kept',
      task('do', WORDS),
      to('worker'),
      { name: 'a.jpg', field: 'proof' },
      ['a.jpg 已记在“证明”里。'],
      '[查看]',
    ],
    ['note', claimed, to('worker'), { by: 'ou_boss', text: WORDS.note }, ['张伟补一句', WORDS.note], '[去填写]'],
    ['late', deciding, to('lead'), {}, ['还没有批完。', '在等张伟。'], '[催办]'],
  ],
)('%s says what to do, and carries it', (name, record, reader, params, says, acts) => {
  const lines = say(name, record, reader, params);
  for (const said of says) expect(lines).toContain(said);
  expect(lines.slice(lines.lastIndexOf('\n'))).toContain(acts);
});

describe('a message that is no longer true is not sent, and turns grey', () => {
  const elsewhere = capa('analyse', WORDS, { asked: [asked({ personId: 'ou_colleague' })] });
  test.each<[name: string, then: ProcedureRecord, reader: Recipient]>([
    ['your_turn', elsewhere, to('worker')],
    ['urged', elsewhere, to('worker')],
    ['returned', deciding, to('clerk')],
    ['question', claimed, to('boss')],
    ['extension', { ...ended(pleaded, 'closed') }, to('boss')],
    ['escalation', ended(claimed, 'closed'), to('boss')],
    ['nobody', claimed, to('admin')],
    ['late', agreed, to('lead')],
  ])('%s', (name, then, reader) => {
    const notice = { name, to: reader };
    expect(procedureMessage(notice, then, ctx)).toBeNull();
    const grey = settledMessage(notice, then, ctx);
    expect(grey).toMatchObject({ header: { template: 'grey' } });
    expect(nodesIn(grey).flatMap(({ tag, type }) => (tag === 'button' ? [type] : []))).toEqual(['default']);
  });

  test('while it is true it stays as it is, and news never turns grey', () => {
    expect(settledMessage({ name: 'your_turn', to: to('worker') }, claimed, ctx)).toBeNull();
    expect(settledMessage({ name: 'note', to: to('worker') }, claimed, ctx)).toBeNull();
    expect(procedureMessage({ name: 'not_worded_yet', to: to('worker') }, claimed, ctx)).toBeNull();
  });
});

test('in a group only the one who must act is mentioned, and only if something is to be done', () => {
  const mentions = (name: string, record: ProcedureRecord) =>
    JSON.stringify(send(name, record, GROUP, { by: 'ou_boss', text: 'x' })).match(/<at id=\w+>/g) ?? [];
  expect(mentions('reminder', unclaimed)).toEqual(['<at id=ou_lead>']);
  expect(mentions('escalation', claimed)).toEqual(['<at id=ou_worker>']);
  expect(mentions('note', unclaimed)).toEqual([]);
});

test('every card has an act, but what a group only reads and what is settled', () => {
  const bare = sampleRecords(WORDS).flatMap(([name, record]) =>
    cardsOfRecord(name, record, ctx).filter(([, card]) => !nodesIn(card).some(({ tag }) => tag === 'button')),
  );
  expect(bare.map(([name]) => name).filter((name) => !/whole to oc_|bundle to/.test(name))).toEqual([]);
});

test('the samples draw every message that has words', () => {
  const people: Recipient[] = [to('boss'), to('worker'), to('clerk'), to('admin'), to('lead')];
  const records = [
    ...sampleRecords(WORDS).map(([, record]) => record),
    pleaded,
    agreed,
    refused,
    ended(claimed, 'void'),
  ];
  const drawn = records.flatMap((record) =>
    people.flatMap(({ id }) => {
      const reader = { type: 'person' as const, id };
      const situation = { record, reader, ask: askFor(record, reader), texts: ctx.texts };
      return MESSAGES.map((name) => messageNameOf(name, situation)).filter((name) => name && isWanted(name, situation));
    }),
  );
  expect(Object.keys(ctx.texts.procedure.messages).filter((name) => !drawn.some((one) => one === name))).toEqual([]);
});

describe('the whole record', () => {
  const whole = (record: ProcedureRecord, reader: Recipient, params: JsonObject = {}) =>
    say('whole', record, reader, params);

  test('shows its values, its tables and what happened', () => {
    const timeline: Json[] = [
      { at: BEGAN, actorId: 'ou_clerk', what: 'submit', detail: { stage: 'draft' } },
      { at: BEGAN, actorId: null, what: 'people_changed', detail: {} },
      { at: BEGAN, actorId: 'ou_boss', what: 'return', detail: { step: 'gm', remark: WORDS.returned } },
      'nonsense',
    ];
    const lines = whole(deciding, to('clerk'), { timeline });
    expect(lines).toContain('抖音 | 直播 4 场 | 12-01 | 8,000');
    expect(lines).toContain('全部内容（6 项）');
    expect(lines).toContain('经过（3 条）\n11-24 09:30 刘芳：提交“拟定”\n11-24 09:30 系统：换了经办人');
    expect(lines).toContain(`张伟：退回修改“总经理”：${WORDS.returned}`);
  });

  test('brings the form to whoever must act', () => {
    const form = nodesIn(send('whole', deciding, to('boss'))).find(({ tag }) => tag === 'form');
    expect(nodesIn(form).flatMap(({ name }) => name ?? [])).toContain('record.approve');
    expect(nodesIn(send('whole', deciding, to('clerk'))).some(({ tag }) => tag === 'form')).toBe(false);
  });
});
