import { caseRow } from '../../cards/feedback/case-line';
import type { CardContext } from '../../cards/kit/context';
import { entryCard } from '../../cards/registers/entry-card';
import { nearNamesCard, registerHintCard } from '../../cards/registers/near-card';
import { registerOverviewCard } from '../../cards/registers/overview-card';
import { pickEntryCard } from '../../cards/registers/pick-card';
import { type SheetOffer, sheetCard } from '../../cards/registers/sheet-card';
import type { CardJson } from '../../src/domain/messaging';
import { REGISTERS, type RegisterEntry } from '../../src/domain/registers/register';
import { T0 } from './samples';

/** Every card of the registers, with as much on it as it ever holds. */
export function registerCardsOf(ctx: CardContext, typed = ''): [name: string, card: CardJson][] {
  const name = typed || 'x';
  const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
  const contact = { name, phone: name, post: name };
  const entry: RegisterEntry = {
    ...{ id: 1, register: 'customers', key: name, name, rep: 'ou_rep', region: name, class: name, version: 1 },
    ...{ aliases: many(50, () => name), learned: many(50, () => name), formerKeys: [name] },
    ...{ contacts: many(20, () => contact), activeFrom: '2019-01-01', activeUntil: '2020-01-01' },
  };
  const row = caseRow(
    {
      ...{ id: 1, customer: name, subject: name, priority: 'urgent', department: 'after_sales', holderId: 'ou_worker' },
      ...{ status: 'handling', dueAt: T0, snippet: name },
    },
    ctx,
  );
  const view = { entry, records: { rows: many(6, () => row), total: 40 }, mayMerge: true, by: 'ou_rep' };
  const near = many(5, (at) => ({ id: at + 1, name }));
  const offer: SheetOffer = {
    ...{ register: 'customers', id: 1, message: 'om_1', counts: { created: 1, updated: 2, unchanged: 3 } },
    faults: many(30, (at) => ({ line: at, column: at % 2 ? 'name' : name, fault: 'taken', other: name })),
    ...{ more: 9, leftOut: 39, unknownReps: many(40, () => name), most: null, isDone: false },
  };
  const pick = { id: 1, name, candidates: near, missed: name };
  return [
    ['an entry', entryCard({ ...view, masked: false }, ctx)],
    ['an entry, masked', entryCard({ ...view, masked: true }, ctx)],
    ['an entry without records', entryCard({ ...view, masked: true, records: { rows: [], total: 0 } }, ctx)],
    ...REGISTERS.flatMap((register): [string, CardJson][] => [
      [`near ${register}`, nearNamesCard({ register, typed: name, near, takes: 'om_1' }, ctx)],
      [`no ${register}`, nearNamesCard({ register, typed: name, near: [], takes: 'om_1' }, ctx)],
      [`hint for ${register}`, registerHintCard(register, ctx)],
      [
        `overview of ${register}`,
        registerOverviewCard(
          { register, count: 9, total: 9, proposed: near.map((one) => ({ ...one, count: 1 })) },
          ctx,
        ),
      ],
      [`alias of ${register}`, pickEntryCard({ what: 'alias', register, ...pick }, ctx)],
      [`merge of ${register}`, pickEntryCard({ what: 'merge', register, ...pick }, ctx)],
    ]),
    ['a sheet', sheetCard(offer, ctx)],
    ['a sheet that is too long', sheetCard({ ...offer, most: 5000 }, ctx)],
    ['a sheet, imported', sheetCard({ ...offer, isDone: true }, ctx)],
  ];
}
