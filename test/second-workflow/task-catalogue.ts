import { button } from '../../cards/kit/button';
import type { Tx } from '../../src/db/transaction';
import type { Catalogue, ListName, Section, SectionItem } from '../../src/desk/catalogue';
import type { Edge } from '../../src/domain/list-edges';
import type { JsonObject } from '../../src/domain/messaging';
import type { Context } from '../../src/domain/office';
import type { Task } from './task';
import { factsOf, headOf } from './task-face';
import { TaskStore } from './task-store';

function belongs(task: Task, asked: { list: ListName; words: string }, { actor, now }: Context): boolean {
  const { holder, starter, status, dueAt, title } = task;
  const isOpen = status === 'open';
  const isTheirs = actor.id === holder || actor.id === starter;
  switch (asked.list) {
    case 'mine':
      return isTheirs;
    case 'todo':
      return isOpen && actor.id === holder;
    case 'overdue':
      return isOpen && isTheirs && dueAt <= now;
    case 'search':
      return isTheirs && title.includes(asked.words);
  }
}

const rankOf = ({ status, dueAt }: Task, list: ListName): number => {
  if (list === 'todo' || list === 'overdue') return dueAt;
  return list === 'mine' && status === 'done' ? 1 : 0;
};

const isBefore = (item: SectionItem, { rank, id }: Edge): boolean =>
  item.rank < rank || (item.rank === rank && (id === 'last' || (id !== 'first' && item.id < id)));

const isAfter = (item: SectionItem, { rank, id }: Edge): boolean =>
  item.rank > rank || (item.rank === rank && (id === 'first' || (id !== 'last' && item.id > id)));

async function section(tx: Tx, asked: { list: ListName; words: string }, context: Context): Promise<Section> {
  const tasks = (await new TaskStore(tx).all()).filter((task) => belongs(task, asked, context));
  const items = tasks
    .map((task) => ({ rank: rankOf(task, asked.list), id: task.id, item: task as unknown as JsonObject }))
    .sort((a, b) => a.rank - b.rank || a.id - b.id);
  return {
    counts: async (edge) => ({
      position: edge === null ? 0 : items.filter((item) => isBefore(item, edge)).length,
      total: items.length,
    }),
    items: async (from, limit) => {
      if (from === null) return items.slice(0, limit);
      if ('before' in from) return items.filter((item) => isBefore(item, from.before)).slice(-limit);
      return items.filter((item) => isAfter(item, from.after)).slice(0, limit);
    },
  };
}

const asTask = (item: JsonObject): Task => item as unknown as Task;

/** The desk's view of tasks. */
export const taskCatalogue: Catalogue = {
  workflow: 'task',
  idOf: (number) => Number(/^t-(\d{1,9})$/.exec(number)?.[1]) || null,
  section,
  row: (item, context) => ({
    head: headOf(asTask(item)),
    facts: factsOf(asTask(item), context),
    note: '',
    isPressing: false,
    acts: [button({ cmd: 'task.show', id: asTask(item).id, word: '查看' })],
  }),
  namedIn: (item) => [asTask(item).holder],
  show: async (tx, id, { actor }) => {
    const task = await new TaskStore(tx).get(id);
    if (!task) return { name: 'nothing_found', params: {} };
    if (actor.id !== task.holder && actor.id !== task.starter) return { name: 'not_for_you', params: {} };
    return { name: 'shown', params: {}, about: { workflow: 'task', recordId: id } };
  },
  digest: {
    part: async (tx, slot) => {
      const open = (await new TaskStore(tx).all()).filter(({ status }) => status === 'open');
      const listed = (tasks: Task[]) => tasks.map((task) => ({ ...task }));
      return {
        ...{ newYesterday: 0, closedYesterday: 0, timed: 0, onTime: 0, open: open.length, byDepartment: [] },
        overdue: listed(open.filter(({ dueAt }) => dueAt <= slot)),
        dueToday: [],
      };
    },
    line: (item) => headOf(asTask(item)),
  },
};
