import type { Tx } from '../db/transaction';
import { digestOf, digestSlot, nextDigestSlot } from '../domain/digest';
import { type JsonObject, person } from '../domain/messaging';
import type { Office } from '../domain/office';
import { chiefsOf } from '../domain/org/org';
import { endOfQuiet, isQuiet } from '../domain/quiet-hours';
import { dateOf, type Instant, MINUTE } from '../domain/time';
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

/** A digest that comes later than this after its slot was missed, while the bot was down for example. */
const MISSED_MS = 10 * MINUTE;

/** The slot that may be served now; null while a missed one waits for the end of quiet hours. */
function slotNow(now: Instant, { org, timeZone }: Office): Instant | null {
  const slot = digestSlot(now, org, timeZone);
  return now - slot > MISSED_MS && isQuiet(now, org.sla.quietHours, timeZone) ? null : slot;
}

function nextSlot(now: Instant, office: Office): Instant {
  const { org, timeZone } = office;
  const next = nextDigestSlot(now, org, timeZone);
  return slotNow(now, office) === null ? Math.min(next, endOfQuiet(now, org.sla.quietHours, timeZone)) : next;
}

/** The morning digest (日报), to each manager; to the admins if there is no manager. */
export function dailyDigest(catalogues: Catalogue[], office: () => Office): Moment {
  return {
    name: 'digest',
    slot: (now) => slotNow(now, office()),
    nextSlot: (now) => nextSlot(now, office()),
    notices: async (tx, slot) => {
      const digest = await digestFor(tx, catalogues, slot, office());
      const to = chiefsOf(office().org).map(person);
      return to.map((one) => ({ kind: 'message', name: 'digest', to: one, params: { digest } }));
    },
  };
}
