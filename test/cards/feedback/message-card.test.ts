import { describe, expect, test } from '@jest/globals';
import { messageCard } from '../../../cards/feedback/messages/message-card';
import type { CardContext } from '../../../cards/kit/context';
import { plainLines } from '../../../cards/kit/plain-lines';
import { type Feedback, STATUSES, type Status } from '../../../src/domain/feedback/model';
import type { CardJson, JsonObject, Recipient } from '../../../src/domain/messaging';
import type { Org } from '../../../src/domain/org/org';
import { HOUR, MINUTE } from '../../../src/domain/time';
import { nodesIn } from '../card-faults';
import { messageCardsOf } from '../sample-cards';
import { context, feedback, filledWith, NAMES, ORG, orgNamed, T0 } from '../samples';
import { COMPLAINT } from './complaint';

const LED: Org = {
  ...ORG,
  departments: ORG.departments.map((one) => ({
    ...one,
    name: one.key === 'quality' ? '质量部' : '售后部',
    lead: 'ou_lead',
  })),
};
const PEOPLE: Record<string, string> = {
  ...NAMES,
  ou_worker: '张三',
  ou_rep: '李四',
  ou_boss: '赵总',
  ou_lead: '陈国强',
};

/** 20 hours after the submission: four are left. */
const ZH: CardContext = {
  ...context('zh-CN', LED),
  now: T0 + 20 * HOUR,
  nameOf: (id) => PEOPLE[id] ?? id,
  groupMembers: new Map([['oc_a', new Set(['ou_worker', 'ou_lead'])]]),
};

const USUAL = { ...COMPLAINT, priority: 'normal' as const };

const GROUP: Recipient = { type: 'chat', id: 'oc_a' };
const to = (id: string): Recipient => ({ type: 'person', id });

function say(name: string, record: Feedback, reader: Recipient, params: JsonObject = {}, ctx = ZH) {
  const card = messageCard({ name, params, to: reader }, record, ctx);
  return { ...plainLines(card), card };
}

const headOf = (card: CardJson) => card.header as { template: string; subtitle: { content: string } };
const markdownIn = (card: CardJson) =>
  nodesIn(card).flatMap(({ tag, content }) => (tag === 'markdown' ? [content] : []));
const buttonsIn = (card: CardJson) => nodesIn(card).filter(({ tag }) => tag === 'button' || tag === 'overflow');

describe('a message that is sent once', () => {
  test('an unclaimed case: the group reads what to do, what ends it, and the lead alone is mentioned', () => {
    const { title, lines, card } = say('reminder', feedback('assigned', COMPLAINT), GROUP, { rung: 'unclaimed' });
    expect(title).toContain('宏达机械 · ');
    expect(headOf(card).subtitle.content).toBe('FB-12 · 今天 09:30（还剩 4 小时）');
    expect(lines).toContain(' 还没有人接，请接单或安排同事。');
    expect(lines.slice(-2)).toEqual(['接单后就不再提醒。', '[接单] [派给同事]']);
    expect(markdownIn(card)[0]).toContain('<at id=ou_lead></at>');
    expect(JSON.stringify(card.config)).not.toContain('宏达');
  });

  test('a holder is spoken to, and can answer on the spot', () => {
    const { lines, card } = say('reminder', feedback('handling', USUAL), to('ou_worker'), { rung: 'before' });
    expect(lines).toContain('离答复客户还有 4 小时，办到哪一步了？');
    expect(lines.join()).not.toContain('张三');
    expect(
      nodesIn(card)
        .filter(({ tag }) => tag === 'input')
        .map(({ name }) => name),
    ).toEqual(['answer']);
    expect(lines.at(-1)).toBe('[提交处理意见] [还在处理] [要延期] [转部门] [换人跟进] [查看]');
    expect(headOf(card).template).toBe('orange');
  });

  test('a lead hands an unclaimed case to a colleague by one pick; a manager urges', () => {
    const late = { ...ZH, now: T0 + 24 * HOUR + 40 * MINUTE };
    const record = feedback('assigned', COMPLAINT);
    const lead = say('escalation', record, to('ou_lead'), { rung: 'overdue' }, late);
    expect(headOf(lead.card)).toMatchObject({
      template: 'red',
      subtitle: { content: 'FB-12 · 今天 09:30 已到期，超 40 分钟' },
    });
    const [select] = nodesIn(lead.card).filter(({ tag }) => tag === 'select_static');
    expect(select?.options?.map(({ text }) => text.content)).toEqual(['陈国强', '张三']);
    expect(lead.lines.at(-1)).toBe('[派给他] [我来接] [催全组] [转部门] [要延期] [查看]');
    const boss = say('escalation', feedback('handling', COMPLAINT), to('ou_boss'), { rung: 'overdue' }, late);
    expect(boss.lines).toContain('答复客户已超时 40 分钟，还没有处理意见。');
    expect(boss.lines).toContain('处理中（售后部张三）');
    expect(boss.lines.at(-1)).toBe('[催办] [批示] [改派] [派人] [查看]');
  });

  test('a rep closes by one of three equal buttons, or answers the question on the spot', () => {
    const answered = say('reminder', feedback('answered', COMPLAINT), to('ou_rep'), { rung: 'before' });
    expect(answered.lines.at(-1)).toBe('[满意] [一般] [不满意] [查看]');
    const waiting = say('reminder', feedback('waiting', COMPLAINT), to('ou_rep'), { rung: 'before' });
    expect(
      nodesIn(waiting.card)
        .filter(({ tag }) => tag === 'input')
        .map(({ name }) => name),
    ).toEqual(['info']);
  });

  test('a correction of the answer tells the rep nothing that is internal', () => {
    const record = feedback('answered', { answer: '明天换新机。内部：供应商偷工' });
    expect(JSON.stringify(say('answer_amended', record, to('ou_rep'), { by: 'ou_worker' }).card)).not.toContain(
      '供应商',
    );
  });

  test('what is done turns grey, and says how the case stands', () => {
    const notice = { name: 'reminder', params: { rung: 'before' }, to: to('ou_worker'), isSettled: true };
    const card = messageCard(notice, feedback('answered', COMPLAINT), ZH);
    expect(headOf(card).template).toBe('grey');
    expect(plainLines(card).lines.slice(-2)).toEqual(['已有处理意见，等待客户经理告知客户。', '[查看]']);
  });

  test('a warning that is drawn again after the deadline no longer says that time is left', () => {
    const late = { ...ZH, now: T0 + 26 * HOUR };
    const { lines } = say('reminder', feedback('handling'), to('ou_worker'), { rung: 'before' }, late);
    expect(lines).toContain('答复客户已超时 2 小时，办到哪一步了？');
  });

  test('a group that the case has left is offered nothing but a look', () => {
    const moved = feedback('assigned', { department: 'quality' });
    expect(say('moved', moved, GROUP, { by: 'ou_boss', department: 'quality' }).lines.at(-1)).toBe('[查看]');
  });

  test.each<[string, Status, Recipient, JsonObject, string]>([
    [
      'progress',
      'handling',
      to('ou_rep'),
      { text: '配件到了', by: 'ou_worker', department: 'after_sales' },
      '售后部张三',
    ],
    ['rep_note', 'handling', GROUP, { text: '客户电话13812345678' }, '客户电话138****5678'],
    ['info_provided', 'handling', GROUP, { info: '打0755-83765678' }, '打0755-****5678'],
    ['urged', 'assigned', GROUP, { by: 'ou_rep' }, '李四催办。'],
    ['withdrawn', 'withdrawn', GROUP, { reason: '客户已自行解决' }, '客户已自行解决'],
    ['released', 'assigned', GROUP, { by: 'ou_worker', reason: '出差' }, '张三放回了这一单。'],
    [
      'moved_rep',
      'assigned',
      to('ou_rep'),
      { by: 'ou_boss', department: 'quality' },
      '赵总转给了质量部，有结果会再告诉您，您这边先不用动。',
    ],
    ['priority_raised', 'assigned', GROUP, { by: 'ou_boss' }, '赵总作了调整。'],
    [
      'undeliverable',
      'assigned',
      to('ou_clerk'),
      { to: 'oc_q', why: 'x' },
      '有一条消息没能送到质量部，请看看部门群和人员有没有变动。',
    ],
  ])('%s', (name, status, reader, params, line) => {
    expect(say(name, feedback(status), reader, params).lines).toContain(line);
  });

  test('a message in English', () => {
    const { lines } = say(
      'reminder',
      feedback('handling'),
      to('ou_worker'),
      { rung: 'overdue' },
      {
        ...context('en-US', LED),
        now: T0 + 27 * HOUR,
      },
    );
    expect(lines).toContain('The answer to the customer is 3 h late. How far is it?');
  });
});

describe.each(STATUSES)('every message about a case in %s', (status) => {
  const ctx = { ...context('zh-CN', LED), nameOf: (id: string) => `${NAMES[id] ?? id}<at id=all></at>` };
  const hostile = '<at id=all></at> 13812345678 **x**';
  const cards = messageCardsOf(filledWith(hostile, status), { ...ctx, org: { ...orgNamed(hostile), ...LED } }, hostile);

  test('has an act, at most one that stands out, and at most one form', () => {
    const odd = cards.filter(([, card]) => {
      const filled = nodesIn(card).filter((node) => (node as { type?: string }).type === 'primary_filled');
      const forms = nodesIn(card).filter(({ tag }) => tag === 'form');
      return buttonsIn(card).length === 0 || filled.length > 1 || forms.length > 1;
    });
    // A draft is its rep's alone: others hear of it by these messages only.
    const isOfDrafts = (name: string) => /^(?:reminder|escalation) draft|^adopted/.test(name);
    const hasLook = status !== 'draft' && status !== 'discarded';
    expect(odd.map(([name]) => name).filter((name) => hasLook || (status === 'draft' && isOfDrafts(name)))).toEqual([]);
  });

  test('has no typed text in markup, mentions one person at most, and hides numbers in its preview', () => {
    const harm = cards.filter(([, card]) => {
      const markup = markdownIn(card).join('\n');
      const summary = JSON.stringify(card.config);
      const ats = markup.match(/<at id=/g)?.length ?? 0;
      return markup.includes('id=all') || markup.includes('138') || ats > 1 || summary.includes('13812345678');
    });
    expect(harm.map(([name]) => name)).toEqual([]);
  });

  test('mentions nobody in a direct chat', () => {
    const direct = cards.filter(([name]) => !name.endsWith('to oc_a'));
    expect(direct.filter(([, card]) => markdownIn(card).join().includes('<at '))).toEqual([]);
  });
});
