import { expect, test } from '@jest/globals';
import { digestCard } from '../../../cards/desk/digest/digest-card';
import { elementsIn } from '../../../cards/kit/card-size';
import { plainLines } from '../../../cards/kit/plain-lines';
import type { Digest } from '../../../src/domain/digest/digest';
import { nodesIn } from '../card-faults';
import { ZH } from '../feedback/complaint';
import { drawnDigest, LEAD, OFFICE, OWN } from '../sample-digests';

const linesOf = (digest: Digest) => plainLines(drawnDigest(digest, '宏达机械', ZH)).lines;

test('a manager reads what needs a manager, then yesterday, then how things stand', () => {
  const lines = linesOf(OFFICE);
  expect(plainLines(drawnDigest(OFFICE, '宏达机械', ZH)).title).toBe('今天 6 件到期，3 件超时');
  expect(lines.slice(0, 3)).toEqual(['11-24 周二 · 日报', '1 件特急', '先看第一件：特急，还没人接单。']);
  expect(lines).toContain('昨天　新增 5 ↑3 · 归档 4 · 按时 3/4 · 满意 1/2 · 信息 1');
  expect(lines).toEqual(expect.arrayContaining(['80% ↓', '19 小时', '重新打开 1 件 · 延期 2 件']));
});

test('a quiet day is green, and three lines', () => {
  const nothing = { due: 2, overdue: 0, urgent: 0, unclaimed: 0, more: 2 };
  const card = digestCard({ digest: { ...OFFICE, ...nothing }, rows: [], readerId: 'ou_boss' }, ZH);
  expect(card.header).toMatchObject({ template: 'green' });
  expect(plainLines(card).lines).toEqual([
    '11-24 周二 · 日报',
    '在办 9 件，今天到期 2 件，都有人在办。',
    '昨天　新增 5 ↑3 · 归档 4 · 按时 3/4 · 满意 1/2 · 信息 1',
    '[今天到期的 2 件]',
  ]);
});

test('a lead reads who carries how much, a rep what the customers wait for', () => {
  expect(linesOf(LEAD)).toEqual(
    expect.arrayContaining(['手上　张三 3 · 没人接 1', '近 30 天　按时 80% ↓10 · 平均 19 小时 · 满意 75%']),
  );
  expect(linesOf(OWN)).toContain('还在部门办：2 件 · 草稿没提交：1 件');
});

test.each<[Digest['audience'], Digest, acts: string[], menu: string[]]>([
  ['office', OFFICE, ['feedback.urge', 'feedback.urge', 'feedback.urge'], ['reassign', 'instruct', 'show']],
  ['lead', LEAD, ['feedback.ask', 'feedback.urge', 'feedback.urge'], ['transfer', 'extend', 'show']],
  ['own', OWN, ['feedback.ask', 'feedback.ask', 'feedback.ask'], []],
])('the rows of the digest %s carry their acts, the first one stands out', (_audience, digest, acts, menu) => {
  const card = drawnDigest(digest, '宏达机械', ZH);
  const buttons = nodesIn(card).filter(({ tag }) => tag === 'button') as (ReturnType<typeof nodesIn>[number] & {
    type: string;
  })[];
  const offered = buttons.map((one) => one.behaviors?.[0]?.value.cmd);
  expect(offered.slice(0, acts.length)).toEqual(acts);
  expect(buttons.filter(({ type }) => type === 'primary_filled')).toEqual([buttons[0]]);
  const [first] = nodesIn(card).filter(({ tag }) => tag === 'overflow');
  expect((first?.options ?? []).map(({ value }) => value)).toEqual(menu);
  expect(elementsIn(card)).toBeLessThan(120);
});
