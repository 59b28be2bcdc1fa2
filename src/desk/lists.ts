import type { Tx } from '../db/transaction';
import type { Json } from '../domain/messaging';
import type { Context } from '../domain/office';
import { departmentServedBy, ledBy } from '../domain/org/membership';
import type { Said } from '../engine/desk';
import type { Catalogue, ListName } from './catalogue';
import { type PageFrom, pageOf, writeEdge } from './pages';

const PAGE = 6;

export interface AskedList {
  list: ListName;
  /** The words to search for; empty for other lists. */
  words: string;
  from: PageFrom;
}

/**
 * One page of a list with the records of all workflows, within the rights of the asker. In a group without a
 * department, a line says that lists are for the direct chat.
 */
export async function listFor(tx: Tx, catalogues: Catalogue[], asked: AskedList, context: Context): Promise<Said> {
  const { list, words, from } = asked;
  const { actor, org } = context;
  if (actor.chatId !== null && departmentServedBy(actor.chatId, org) === null) {
    return { name: 'direct_only', params: {} };
  }
  const sections = await Promise.all(
    catalogues.map(async (catalogue) => ({
      workflow: catalogue.workflow,
      section: await catalogue.section(tx, { list, words }, context),
    })),
  );
  const page = await pageOf(sections, from, PAGE);
  const actsIn = sections.map(({ section }) => section.actsIn).find(Boolean);
  return {
    name: 'list',
    params: {
      list,
      words,
      by: actor.id ?? '',
      inGroup: actor.chatId !== null,
      items: page.items as unknown as Json,
      position: page.position,
      ...{ total: page.total, waiting: page.waiting, urgent: page.urgent },
      urges: mayUrge(actor.id ?? '', context),
      before: page.before && writeEdge(page.before),
      after: page.after && writeEdge(page.after),
      ...(actsIn ? { actsIn } : {}),
    },
  };
}

/** Whether the person may urge others beside their own cases. */
const mayUrge = (personId: string, { actor, org }: Context): boolean =>
  actor.chatId === null && (org.managers.includes(personId) || ledBy(personId, org).length > 0);
