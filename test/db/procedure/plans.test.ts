import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DefinitionStore } from '../../../src/db/procedure/definition-store';
import { ProcedurePages } from '../../../src/db/procedure/procedure-pages';
import type { ProcedureQuery } from '../../../src/db/procedure/procedure-query';
import {
  ProcedureAskedRow,
  ProcedurePartyRow,
  ProcedureRow,
  ProcedureSearchRow,
  ProcedureValueRow,
} from '../../../src/db/procedure/procedure-row';
import { ProcedureStore } from '../../../src/db/procedure/procedure-store';
import type { Tx } from '../../../src/db/transaction';
import { refreshStatistics } from '../../../src/db/upkeep/statistics';
import { definitionsFrom } from '../../../src/domain/procedure/definitions';
import { MINUTE } from '../../../src/domain/time';
import { DIALECTS } from '../../databases';
import { at, Play, shipped, ZONE } from '../../domain/procedure/play';
import { statementsOf, walkedThrough } from '../query-plans';
import { openStores, type Stores } from '../stores';

const PLAN = shipped('ad-plan');
const PROCEDURES = 40;
const DEFINITIONS = definitionsFrom([
  PLAN,
  ...Array.from({ length: PROCEDURES }, (_, i) => ({ ...PLAN, name: `p${i}` })),
]);
const NOW = at('2026-12-02 10:00');
const ROWS = 3000;
/** Of so many records one is open. */
const OPEN = 100;
/** The ids that hold the words of a search. */
const FOUND = [5, 7];

/** A database after long use: nearly all records have ended, each with a few people of many. */
async function fill(tx: Tx): Promise<void> {
  const play = new Play('2026-12-02 10:00');
  const draft = { ...play.get(play.begin(PLAN, 'ou_planner', { project: 'p0', period: '2026-12' })), id: 0 };
  const { id: first } = await new ProcedureStore(tx, DEFINITIONS, ZONE).insert(draft);
  const { id: _id, ...like } = await tx.findOneByOrFail(ProcedureRow, { id: first });
  for (let start = first + 1; start < ROWS; start += 250) {
    const ids = Array.from({ length: 250 }, (_, i) => start + i);
    const isOpen = (id: number) => id % OPEN === 0;
    const records = ids.map((id) => {
      const dueAt = isOpen(id) ? NOW - id * MINUTE : null;
      const stage = isOpen(id) ? 'draft' : 'settled';
      const procedureName = `p${id % PROCEDURES}`;
      const holderId = `ou_${id % 200}`;
      const parentId = id % 10 === 0 ? id - 1 : null;
      return {
        ...{ ...like, id, procedureName, holderId, parentId, stage, dueAt },
        ...{ number: `X-${id}`, isOpen: isOpen(id), nextReminderAt: dueAt },
      };
    });
    await tx.insert(ProcedureRow, records as never);
    const parties = ids.map((id) => ({ recordId: id, party: `person:ou_${id % 200}`, isOpen: isOpen(id) }));
    await tx.insert(ProcedurePartyRow, parties);
    const asked = ids.filter(isOpen).map((id) => ({ recordId: id, party: `person:ou_${id % 7}` }));
    await tx.insert(ProcedureAskedRow, asked);
    await tx.insert(
      ProcedureSearchRow,
      ids.map((recordId) => ({ recordId, text: '空调漏水' })),
    );
    const values = ids.flatMap((recordId) => [
      { recordId, field: 'project', place: 0, text: `p${recordId % 300}` },
      { recordId, field: 'period', place: 0, text: `20${10 + (recordId % 80)}-11` },
    ]);
    await tx.insert(ProcedureValueRow, values);
  }
}

const walls = ['person:ou_7', 'department:logistics'];
const pages =
  (order: 'pressing' | 'newest', ...queries: ProcedureQuery[]) =>
  async (tx: Tx) => {
    const asked = new ProcedurePages(tx, DEFINITIONS, { queries, order, first: walls });
    await asked.items({ after: { rank: 0, id: order === 'newest' ? 'first' : 0 } }, 6);
    await asked.counts({ rank: 0, id: 5 });
  };
const inStore = (work: (store: ProcedureStore) => Promise<unknown>) => (tx: Tx) =>
  work(new ProcedureStore(tx, DEFINITIONS, ZONE));

const QUERIES: Record<string, (tx: Tx) => Promise<unknown>> = {
  'due reminders': inStore((store) => store.dueForReminder(NOW, 200)),
  'the next reminder': inStore((store) => store.earliestReminder()),
  'records that wait for somebody': inStore((store) => store.awaitedAfter(5, 100)),
  'the numbers of open and overdue records': inStore((store) => store.openCounts(NOW)),
  'a record by its number': inStore((store) => store.byNumber('x-7')),
  'a record with its children, its parent and the one before': inStore((store) => store.get(1)),
  'the versions in use': (tx) => new DefinitionStore(tx).usedVersions(),
  'what somebody must do': pages('pressing', { askedOf: walls, isOpen: true }),
  'what a manager must do': pages('pressing', { askedOf: walls, isOpen: true }, { isOpen: true, dueBefore: NOW }),
  'somebody’s open records': pages('pressing', { party: walls, isOpen: true }),
  'somebody’s closed records': pages('newest', { party: walls, isOpen: false }),
  'what is overdue of somebody': pages('pressing', { party: walls, isOpen: true, dueBefore: NOW }),
  'what is overdue': pages(
    'pressing',
    { party: walls, isOpen: true, dueBefore: NOW },
    {
      ...{ isPrivate: false, isOpen: true, dueBefore: NOW },
    },
  ),
  'what somebody looks for': pages('newest', { party: walls, words: '漏水' }),
  'what a manager looks for': pages('newest', { party: walls, ids: FOUND }, { isPrivate: false, ids: FOUND }),
  'records in a stage': pages('newest', { procedure: 'p7', stage: 'draft', before: 900 }),
  'records of a procedure': pages('newest', { procedure: 'p7', before: 900 }),
  'records that somebody holds': pages('newest', { holderId: 'ou_7' }),
};

describe.each([...DIALECTS.map((dialect) => [dialect, false] as const), ['sqlite', true] as const])(
  'the queries of procedures on %s, with statistics: %s',
  (dialect, hasStatistics) => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await openStores(dialect);
      await stores.inTransaction(fill);
      const tables = ['record', 'asked', 'party', 'value', 'search'].map((name) => `procedure_${name}`).join(', ');
      // MySQL updates its statistics itself, only later; SQLite's are taken at a start.
      if (dialect === 'mysql') await stores.db.query(`ANALYZE TABLE ${tables}`);
      else if (hasStatistics) await refreshStatistics(stores.db.manager);
    });
    afterAll(() => stores.close());

    test.each(Object.entries(QUERIES))('%s: uses an index', async (_name, query) => {
      const steps = await stores.inTransaction(async (tx) => {
        const statements = await statementsOf(stores, () => query(tx));
        expect(statements.length).toBeGreaterThan(0);
        const walked: string[] = [];
        for (const [sql, parameters] of statements) walked.push(...(await walkedThrough(stores, tx, sql, parameters)));
        return walked;
      });
      // MySQL walks through the few ids that it has just looked up; SQLite through an index that holds all it needs.
      expect(steps.filter((step) => !/^<subquery|USING COVERING INDEX|procedure_record_version/.test(step))).toEqual(
        [],
      );
    });

    test('somebody’s records are found by who they are, not among all that are closed', async () => {
      if (dialect === 'mysql') return;
      const plan = await stores.inTransaction(async (tx) => {
        const statements = await statementsOf(stores, () => pages('newest', { party: walls, isOpen: false })(tx));
        const steps: { detail: string }[] = [];
        for (const [sql, parameters] of statements) {
          steps.push(...(await tx.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters)));
        }
        return steps.map(({ detail }) => detail);
      });
      expect(plan.filter((step) => step.includes('procedure_party_of')).length).toBe(2);
      expect(plan.filter((step) => step.includes('procedure_record_open'))).toEqual([]);
    });
  },
);
