import { describe, expect, test } from '@jest/globals';
import { timelineWords } from '../../../cards/feedback/timeline-lines';
import { textsOf } from '../../../cards/texts/texts';
import { NEXT } from '../../../src/domain/feedback/decide';
import { context, T0 } from '../samples';

const entry = (what: string, detail: Record<string, unknown> = {}, actorId: string | null = 'ou_worker') => ({
  at: T0,
  actorId,
  what,
  detail,
});

test.each([
  [entry('submit', { from: 'draft', to: 'assigned', department: 'quality' }), 'Zhang San', '提交给Quality → 待接单'],
  [entry('claim', { from: 'assigned', to: 'handling', department: 'quality' }), 'Zhang San', '接单 → 处理中'],
  [entry('note', { from: 'handling', to: 'handling', text: '已约\n客户' }), 'Zhang San', '补充进展：已约 客户'],
  [
    entry('close', { from: 'answered', to: 'closed', satisfaction: 'neutral' }),
    'Zhang San',
    '告知客户并归档：一般 → 已归档',
  ],
  [entry('remind', { rung: 'unclaimed' }, null), '系统', '发出提醒：无人接单'],
  [entry('remind', {}, null), '系统', '发出提醒'],
  [entry('something_new'), 'Zhang San', 'something_new'],
])('%j is told as %s: %s', (line, who, what) => {
  expect(timelineWords([line], context('zh-CN'))).toEqual([{ at: T0, who, what }]);
});

describe('every command of the life of a feedback has words', () => {
  const commands = new Set([
    'draft',
    'add_message',
    'remind',
    'postpone',
    ...Object.values(NEXT).flatMap((row) => Object.keys(row)),
  ]);
  test.each(['zh-CN', 'en-US'] as const)('in %s', (locale) => {
    const { timeline, commands: buttons } = textsOf(locale);
    const unworded = [...commands].filter((what) => !(what in timeline.deeds) && !(what in buttons));
    expect(unworded).toEqual([]);
  });
});
