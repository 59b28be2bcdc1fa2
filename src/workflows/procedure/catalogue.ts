import { type ListedRecord, listedRecord, namedInRow, procedureRow } from '../../../cards/procedure/list-row';
import { ProcedureStore } from '../../db/procedure/procedure-store';
import type { Tx } from '../../db/transaction';
import type { Catalogue } from '../../desk/catalogue';
import type { DigestPart, OpenItem } from '../../domain/digest/digest';
import { figuresOf } from '../../domain/digest/figures';
import type { JsonObject } from '../../domain/messaging';
import type { Office } from '../../domain/office';
import { departmentOf } from '../../domain/org/org';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import { foldedNumber } from '../../domain/procedure/numbers';
import type { ProcedureRecord } from '../../domain/procedure/record';
import { beginByWord } from './begin-by-word';
import type { RecordDocuments } from './documents';
import { sectionOf } from './lists';
import { RECORD } from './name';
import { live, show } from './show';

/** Open records that a digest looks at: more than one company has open. */
const MAX_OPEN = 5000;

const asListed = (item: JsonObject): ListedRecord => item as unknown as ListedRecord;

/** A record as all digests see it. */
function openItem({ id, dueAt, asked, holderId, values }: ProcedureRecord, { org }: Office): OpenItem {
  const [first] = asked;
  const leads = asked.flatMap(({ personId, department }) =>
    personId === null ? (departmentOf(org, department)?.lead ?? []) : personId,
  );
  return {
    ...{ workflow: RECORD, id, dueAt, department: first?.department ?? null, ownerId: holderId },
    isUrgent: values.priority === 'urgent',
    isUnclaimed: first !== undefined && first.personId === null,
    workerId: first?.personId ?? null,
    asks: [...new Set(leads)].map((personId) => ({ personId, tellsCustomer: false })),
  };
}

/** The desk's view of the records of all procedures. */
export function procedureCatalogue(definitions: DefinitionsOf, documents: RecordDocuments): Catalogue {
  const storeOf = (tx: Tx, { timeZone }: Office) => new ProcedureStore(tx, definitions, timeZone);
  const part = async (tx: Tx, _slot: number, office: Office): Promise<DigestPart> => {
    const open = await storeOf(tx, office).open(MAX_OPEN);
    // Records with a due date: a draft that nobody submitted, and one that waits for a day, press nobody.
    const items = open
      .filter(({ dueAt, asked }) => dueAt !== null && asked.length > 0)
      .map((record) => openItem(record, office));
    return { items, drafts: {}, figures: figuresOf([]) };
  };
  return {
    workflow: RECORD,
    idOf: async (tx, number) =>
      (await new ProcedureStore(tx, definitions, 'UTC').byNumber(foldedNumber(number)))?.id ?? null,
    section: (tx, asked, context) => sectionOf(tx, definitions, asked, context),
    row: (item, context) => procedureRow(asListed(item), context),
    namedIn: (item) => namedInRow(asListed(item)),
    show: (tx, id, context) => show(tx, definitions, id, context),
    live: (tx, id, context) => live(tx, definitions, id, context),
    begin: (tx, asked, context) => beginByWord(tx, definitions, asked, context),
    print: (tx, id, context) => documents.print(tx, id, context),
    document: (params, drawing) => documents.file(params, drawing),
    digest: {
      part,
      items: async (tx, ids) => {
        const records = await new ProcedureStore(tx, definitions, 'UTC').ofIds(ids);
        return records.map((record) => ({ id: record.id, item: listedRecord(record, null) as unknown as JsonObject }));
      },
      row: (item, { audience }, context) => procedureRow({ ...asListed(item), mayUrge: audience !== 'own' }, context),
    },
  };
}
