import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import type { MessageNotice } from '../domain/decision';
import { digestOf, digestSlot, nextDigestSlot, yesterdayOf } from '../domain/digest';
import { type JsonObject, person } from '../domain/messaging';
import type { Office } from '../domain/office';
import { chiefsOf } from '../domain/org/org';
import { endOfQuiet, isQuiet } from '../domain/quiet-hours';
import { type ReminderFigures, reminderFigures } from '../domain/reminder-figures';
import { dateOf, type Instant, MINUTE } from '../domain/time';
import type { Moment } from '../engine/workflow';
import type { Catalogue } from './catalogue';

/** How the reminders were delivered on the day before the one that `slot` opens. */
async function deliveries(tx: Tx, slot: Instant, { timeZone }: Office): Promise<ReminderFigures> {
  const { start, end } = yesterdayOf(dateOf(slot, timeZone), timeZone);
  const givenUp = await new InboxStore(tx).givenUpBetween(start, end);
  return reminderFigures(await new OutboxStore(tx).enqueuedBetween(start, end), givenUp);
}

/** The same digest as an admin reads it, with the figures of the reminders. */
export async function forAdmin(tx: Tx, digest: JsonObject, slot: Instant, office: Office): Promise<JsonObject> {
  return { ...digest, reminders: (await deliveries(tx, slot, office)) as unknown as JsonObject };
}

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

const message = (name: string, to: string, params: JsonObject): MessageNotice => ({
  kind: 'message',
  name,
  to: person(to),
  params,
});

/** The morning digest (日报), to each manager; to the admins if there is no manager. */
export function dailyDigest(catalogues: Catalogue[], office: () => Office): Moment {
  return {
    name: 'digest',
    slot: (now) => slotNow(now, office()),
    nextSlot: (now) => nextSlot(now, office()),
    notices: async (tx, slot) => {
      const digest = await digestFor(tx, catalogues, slot, office());
      const { admins } = office().org;
      const chiefs = chiefsOf(office().org);
      const detailed = await forAdmin(tx, digest, slot, office());
      const { due, onTime, givenUp } = detailed.reminders as unknown as ReminderFigures;
      // Admins who get no digest hear only if something was late or lost.
      const others = onTime < due || givenUp > 0 ? admins.filter((id) => !chiefs.includes(id)) : [];
      return [
        ...chiefs.map((id) => message('digest', id, { digest: admins.includes(id) ? detailed : digest })),
        ...others.map((id) => message('reminders_late', id, { due, onTime, givenUp })),
      ];
    },
  };
}
