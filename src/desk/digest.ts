import type { Tx } from '../db/transaction';
import { digestOf, digestSlot, nextDigestSlot } from '../domain/digest';
import { type JsonObject, person } from '../domain/messaging';
import type { Office } from '../domain/office';
import { chiefsOf } from '../domain/org/org';
import { dateOf, type Instant } from '../domain/time';
import type { Moment } from '../engine/workflow';
import type { Catalogue } from './catalogue';

/** Sums up the office day that `slot` opens, and the day before it, over all workflows; as a message's parameter. */
export async function digestFor(tx: Tx, catalogues: Catalogue[], slot: Instant, office: Office): Promise<JsonObject> {
  const parts = [];
  for (const { workflow, digest } of catalogues) {
    if (digest) parts.push({ workflow, part: await digest.part(tx, slot, office) });
  }
  return digestOf(parts, dateOf(slot, office.timeZone)) as unknown as JsonObject;
}

/** The morning digest (日报), to each manager; to the admins if there is no manager. */
export function dailyDigest(catalogues: Catalogue[], office: () => Office): Moment {
  return {
    name: 'digest',
    slot: (now) => digestSlot(now, office().org, office().timeZone),
    nextSlot: (now) => nextDigestSlot(now, office().org, office().timeZone),
    notices: async (tx, slot) => {
      const digest = await digestFor(tx, catalogues, slot, office());
      const to = chiefsOf(office().org).map(person);
      return to.map((one) => ({ kind: 'message', name: 'digest', to: one, params: { digest } }));
    },
  };
}
