import { caseRow, type ListedCase } from '../../../cards/feedback/case-line';
import { type DigestCase, digestRow } from '../../../cards/feedback/digest-row';
import { sheetOf } from '../../../cards/feedback/export-sheet';
import { timelineWords } from '../../../cards/feedback/timeline-lines';
import type { Texts } from '../../../cards/texts/texts';
import type { Catalogue } from '../../desk/catalogue';
import { numberOf } from '../../domain/feedback/model';
import type { JsonObject } from '../../domain/messaging';
import { explained } from './clock-explanation';
import { digestCases, digestPart } from './digest-source';
import { accountsOf, casesOf, hasCasesIn } from './export';
import { sectionOf } from './lists';
import { looksAt } from './looks';
import { named } from './named-cases';
import { isMatter, nodded } from './nods';
import { casesOfCustomer } from './of-customer';
import { peopleIn } from './people';
import { isRep } from './reps';
import { live, show } from './show';

const asCase = (item: JsonObject) => item as unknown as ListedCase;

/** The desk's view of feedback: lists, rows, digest and export. */
export function feedbackCatalogue(texts: Texts): Catalogue {
  return {
    workflow: 'feedback',
    idOf: async (_tx, number) => (/^\d{1,9}$/.test(number) ? Number(number) : null),
    section: sectionOf,
    row: (item, context) => caseRow(asCase(item), context),
    namedIn: (item) => [asCase(item).holderId].filter((id) => id !== null),
    show,
    live,
    explain: (tx, id, context) => explained(tx, id, context, texts),
    looks: (tx, id, context) => looksAt(tx, id, context, texts),
    isRep,
    isMatter,
    nodded,
    ofCustomer: casesOfCustomer,
    naming: { ask: named, numberOf: (id) => numberOf({ id }) },
    digest: {
      part: digestPart,
      items: async (tx, ids) =>
        (await digestCases(tx, ids)).map((item) => ({ id: item.id, item: item as unknown as JsonObject })),
      row: (item, reader, context) => digestRow(item as unknown as DigestCase, reader, context),
    },
    hasRecordsIn: hasCasesIn,
    sheet: async (tx, period, to) => {
      const cases = await casesOf(tx, period, to);
      if (cases.length === 0) return null;
      const { org, timeZone } = to.office;
      const accounts = await accountsOf(tx, cases, to);
      return {
        people: cases.flatMap((feedback) => peopleIn(feedback, null, to.office)),
        draw: (nameOf, now) => sheetOf(cases, accounts, { now, texts, org, timeZone, nameOf }),
      };
    },
    timeline: (record, entries, context) => ({
      number: numberOf(record),
      timeline: timelineWords(entries, context),
    }),
  };
}
