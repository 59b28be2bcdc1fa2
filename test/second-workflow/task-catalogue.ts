import { button } from '../../cards/kit/button';
import type { CardContext } from '../../cards/kit/context';
import type { ListRow } from '../../cards/kit/list-row';
import type { Tx } from '../../src/db/transaction';
import type { Catalogue, ListName, Section, SectionItem } from '../../src/desk/catalogue';
import { figuresOf } from '../../src/domain/digest/figures';
import { type Edge, rankOf, TIER, WAITING_TIERS } from '../../src/domain/list-edges';
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
    case 'due_today':
      return isOpen && isTheirs;
    case 'closed':
      return !isOpen && isTheirs;
    case 'todo':
    case 'unclaimed':
      return isOpen && actor.id === holder;
    case 'overdue':
      return isOpen && isTheirs && dueAt <= now;
    case 'search':
      return isTheirs && title.includes(asked.words);
  }
}

const placeOf = ({ holder, dueAt }: Task, list: ListName, { actor }: Context): number =>
  list === 'search' || list === 'closed'
    ? 0
    : rankOf({ waits: list !== 'mine' || actor.id === holder, priority: 'normal', dueAt });

const isBefore = (item: SectionItem, { rank, id }: Edge): boolean =>
  item.rank < rank || (item.rank === rank && (id === 'last' || (id !== 'first' && item.id < id)));

const isAfter = (item: SectionItem, { rank, id }: Edge): boolean =>
  item.rank > rank || (item.rank === rank && (id === 'first' || (id !== 'last' && item.id > id)));

async function section(tx: Tx, asked: { list: ListName; words: string }, context: Context): Promise<Section> {
  const tasks = (await new TaskStore(tx).all()).filter((task) => belongs(task, asked, context));
  const items = tasks
    .map((task) => ({ rank: placeOf(task, asked.list, context), id: task.id, item: task as unknown as JsonObject }))
    .sort((a, b) => a.rank - b.rank || a.id - b.id);
  return {
    counts: async (edge) => ({
      position: edge === null ? 0 : items.filter((item) => isBefore(item, edge)).length,
      total: items.length,
      waiting: items.filter(({ rank }) => rank > 0 && rank < WAITING_TIERS * TIER).length,
      urgent: 0,
    }),
    items: async (from, limit) => {
      if (from === null) return items.slice(0, limit);
      if ('before' in from) return items.filter((item) => isBefore(item, from.before)).slice(-limit);
      return items.filter((item) => isAfter(item, from.after)).slice(0, limit);
    },
  };
}

const asTask = (item: JsonObject): Task => item as unknown as Task;

const rowOf = (task: Task, context: CardContext): ListRow => ({
  head: headOf(task),
  facts: factsOf(task, context),
  note: '',
  isPressing: false,
  acts: [button({ cmd: 'task.show', id: task.id, word: '查看' })],
});

/** The desk's view of tasks. */
export const taskCatalogue: Catalogue = {
  workflow: 'task',
  idOf: async (_tx, number) => Number(/^t-(\d{1,9})$/.exec(number)?.[1]) || null,
  section,
  row: (item, context) => rowOf(asTask(item), context),
  namedIn: (item) => [asTask(item).holder],
  show: async (tx, id, { actor }) => {
    const task = await new TaskStore(tx).get(id);
    if (!task) return { name: 'nothing_found', params: {} };
    if (actor.id !== task.holder && actor.id !== task.starter) return { name: 'not_for_you', params: {} };
    return { name: 'shown', params: {}, about: { workflow: 'task', recordId: id } };
  },
  digest: {
    part: async (tx) => {
      const open = (await new TaskStore(tx).all()).filter(({ status }) => status === 'open');
      return {
        items: open.map(({ id, dueAt, holder, starter }) => ({
          ...{ workflow: 'task', id, dueAt, isUrgent: false, isUnclaimed: false, department: null },
          ...{ workerId: holder, ownerId: starter, asks: [{ personId: holder, tellsCustomer: false }] },
        })),
        drafts: {},
        figures: figuresOf([]),
      };
    },
    items: async (tx, ids) => {
      const tasks = await Promise.all(ids.map((id) => new TaskStore(tx).get(id)));
      return tasks.flatMap((task) => (task ? [{ id: task.id, item: task as unknown as JsonObject }] : []));
    },
    row: (item, _reader, context) => rowOf(asTask(item), context),
  },
};
