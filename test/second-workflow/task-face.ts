import type { BundleLine } from '../../cards/kit/bundle-card';
import { button } from '../../cards/kit/button';
import { card } from '../../cards/kit/card';
import type { CardContext } from '../../cards/kit/context';
import { lines } from '../../cards/kit/elements';
import { personName, timeText } from '../../cards/kit/names';
import { passageCard } from '../../cards/kit/passage-card';
import type { CardJson, JsonObject } from '../../src/domain/messaging';
import { person } from '../../src/domain/messaging';
import type { About, Face } from '../../src/engine/workflow';
import type { Task } from './task';

export const numberOf = ({ id }: Pick<Task, 'id'>): string => `T-${id}`;

export const headOf = (task: Pick<Task, 'id' | 'title'>): string => `${numberOf(task)} ${task.title}`;

export function factsOf({ status, dueAt, holder }: Task, context: CardContext): string {
  const state = status === 'open' ? '待办' : '已完成';
  return `任务｜${state}｜${personName(holder, context)}｜${timeText(dueAt, context)}`;
}

function draw(task: Task, context: CardContext): CardJson {
  const { id, status } = task;
  return card({
    title: `任务 ${numberOf(task)}`,
    colour: status === 'open' ? 'blue' : 'grey',
    summary: `任务 ${numberOf(task)}`,
    elements: [
      ...lines([task.title, factsOf(task, context)]),
      ...(status === 'open' ? [button({ cmd: 'task.done', id, word: '完成任务', look: 'primary' })] : []),
    ],
  });
}

function refusal(reason: string, { holder, by }: JsonObject, context: CardContext): string {
  if (reason === 'not_yours') return `这是${personName(String(holder), context)}的任务`;
  if (reason === 'no_longer_applies') return `任务已由${personName(String(by), context)}完成`;
  return '这个任务做不了这件事';
}

function message({ notice, record }: About<Task>, context: CardContext): CardJson | null {
  const { name, params = {} } = notice;
  const says = (...texts: string[]) => passageCard({ title: `任务 ${numberOf(record)}`, lines: texts });
  switch (name) {
    case 'shown':
      return draw(record, context);
    case 'done':
      return says(`${personName(record.holder, context)}完成了：${record.title}`);
    case 'reminder':
      return record.status === 'open' ? says(`到时间了：${record.title}`) : null;
    case 'refusal':
      return says(refusal(String(params.reason), params.detail as JsonObject, context));
    default:
      return null;
  }
}

const line = ({ record }: About<Task>, context: CardContext): BundleLine => ({
  head: headOf(record),
  facts: factsOf(record, context),
  acts: [],
  dueAt: record.dueAt,
  isSettled: record.status === 'done',
  isReadersTurn: true,
  isUrgent: false,
  isPressing: false,
  note: '任务到时间了',
  mention: null,
  together: null,
});

export const taskFace: Face<Task> = {
  walls: ({ status, holder }) => (status === 'open' ? [{ wall: 'holder', to: person(holder) }] : []),
  card: (task, _wall, context) => draw(task, context),
  message,
  line,
  toast: (outcome, _task, context) =>
    outcome.outcome === 'done'
      ? { type: 'success', content: '任务完成了' }
      : { type: 'warning', content: refusal(outcome.reason, outcome.detail, context) },
  people: (task) => (task ? [task.holder, task.starter] : []),
};
