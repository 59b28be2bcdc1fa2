import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import type { MessageNotice } from '../domain/decision';
import {
  askedOwners,
  type Digest,
  type DigestMaterial,
  type ItemRef,
  leadDigest,
  materialOf,
  type OfficeDigest,
  officeDigest,
  ownDigest,
} from '../domain/digest/digest';
import {
  type DigestMoment,
  daysBefore,
  digestFor,
  digestSlot,
  digestTime,
  nextDigestSlot,
} from '../domain/digest/slots';
import { type JsonObject, person } from '../domain/messaging';
import type { Office } from '../domain/office';
import { ledBy, seesAll } from '../domain/org/membership';
import { chiefsOf } from '../domain/org/org';
import { endOfQuiet, isQuiet } from '../domain/quiet-hours';
import { type ReminderFigures, reminderFigures } from '../domain/reminder-figures';
import { dateOf, type Instant, MINUTE } from '../domain/time';
import type { Moment } from '../engine/workflow';
import type { Catalogue } from './catalogue';
import type { ListedItem } from './pages';

/** The parameters of the message `digest`: a digest, and the records that its rows show. */
export interface DigestMessage {
  digest: Digest;
  items: ListedItem[];
}

/** How the reminders were delivered on the day before the one that `slot` opens. */
async function deliveries(tx: Tx, slot: Instant, { timeZone }: Office): Promise<ReminderFigures> {
  const { start, end } = daysBefore(dateOf(slot, timeZone), 1, timeZone);
  const givenUp = await new InboxStore(tx).givenUpBetween(start, end);
  return reminderFigures(await new OutboxStore(tx).enqueuedBetween(start, end), givenUp);
}

/** Reads what all digests of the office day that `slot` opens are made of, over all workflows. */
async function materialFor(tx: Tx, catalogues: Catalogue[], slot: Instant, office: Office): Promise<DigestMaterial> {
  const parts = [];
  for (const { digest } of catalogues) if (digest) parts.push(await digest.part(tx, slot, office));
  return materialOf(parts, slot, office.timeZone);
}

/** Reads the records that the rows of these digests show, each once. */
async function withRows<D extends Digest>(
  tx: Tx,
  catalogues: Catalogue[],
  digests: D[],
): Promise<(DigestMessage & { digest: D })[]> {
  const refs = digests.flatMap(({ rows }) => rows);
  const known = new Map<string, ListedItem>();
  const nameOf = ({ workflow, id }: ItemRef) => `${workflow}.${id}`;
  for (const { workflow, digest } of catalogues) {
    const ids = [...new Set(refs.filter((ref) => ref.workflow === workflow).map(({ id }) => id))];
    const items = ids.length > 0 ? await digest?.items(tx, ids) : [];
    for (const { id, item } of items ?? []) known.set(nameOf({ workflow, id }), { workflow, item });
  }
  return digests.map((digest) => ({ digest, items: digest.rows.flatMap((ref) => known.get(nameOf(ref)) ?? []) }));
}

/** The digest that a person asked for: the office's, that of the departments they lead, or their own. */
export async function askedDigest(
  tx: Tx,
  catalogues: Catalogue[],
  { personId, now, office }: { personId: string; now: Instant; office: Office },
): Promise<JsonObject> {
  const material = await materialFor(tx, catalogues, now, office);
  const led = ledBy(personId, office.org);
  const digest = seesAll(personId, office.org)
    ? { ...officeDigest(material), ...(await forAdmin(tx, personId, now, office)) }
    : led.length > 0
      ? leadDigest(led, material)
      : ownDigest(personId, material);
  const [message] = await withRows(tx, catalogues, [digest]);
  return message as unknown as JsonObject;
}

/** What only an admin reads: the figures of the reminders. */
async function forAdmin(
  tx: Tx,
  personId: string,
  slot: Instant,
  office: Office,
): Promise<Pick<OfficeDigest, 'reminders'>> {
  return office.org.admins.includes(personId) ? { reminders: await deliveries(tx, slot, office) } : {};
}

/** A digest that comes later than this after its slot was missed, while the bot was down for example. */
const MISSED_MS = 10 * MINUTE;

/** The slot that may be served now; null while a missed one waits for the end of quiet hours. */
function slotNow(moment: DigestMoment, now: Instant, { org, timeZone }: Office): Instant | null {
  const slot = digestSlot(now, digestTime(moment, org), timeZone);
  return now - slot > MISSED_MS && isQuiet(now, org.sla.quietHours, timeZone) ? null : slot;
}

function nextSlot(moment: DigestMoment, now: Instant, office: Office): Instant {
  const { org, timeZone } = office;
  const next = nextDigestSlot(now, digestTime(moment, org), timeZone);
  return slotNow(moment, now, office) === null ? Math.min(next, endOfQuiet(now, org.sla.quietHours, timeZone)) : next;
}

const message = (name: string, to: string, params: JsonObject): MessageNotice => ({
  kind: 'message',
  name,
  to: person(to),
  params,
});

const digestTo = (to: string, params: DigestMessage): MessageNotice =>
  message('digest', to, params as unknown as JsonObject);

/** The whole company's day, to each manager; to the admins if there is no manager. */
async function officeNotices(tx: Tx, catalogues: Catalogue[], slot: Instant, office: Office): Promise<MessageNotice[]> {
  const { org } = office;
  const material = await materialFor(tx, catalogues, slot, office);
  const [whole] = await withRows(tx, catalogues, [officeDigest(material)]);
  if (!whole) return [];
  const chiefs = chiefsOf(org);
  const reminders = await deliveries(tx, slot, office);
  const { due, onTime, givenUp } = reminders;
  // Admins who get no digest hear only if something was late or lost.
  const others = onTime < due || givenUp > 0 ? org.admins.filter((id) => !chiefs.includes(id)) : [];
  const forAdmins = { ...whole, digest: { ...whole.digest, reminders } };
  return [
    ...chiefs.map((id) => digestTo(id, org.admins.includes(id) ? forAdmins : whole)),
    ...others.map((id) => message('reminders_late', id, { due, onTime, givenUp })),
  ];
}

/** Each lead's departments, if anything is open there; each rep's own cases, if any waits for the rep. */
async function ownNotices(tx: Tx, catalogues: Catalogue[], slot: Instant, office: Office): Promise<MessageNotice[]> {
  const { org } = office;
  const material = await materialFor(tx, catalogues, slot, office);
  const leads = [...new Set(org.departments.flatMap(({ lead }) => lead ?? []))];
  // A manager reads of the departments half an hour later.
  const told = leads.filter((id) => digestFor(id, org) === 'own');
  const led = told.map((id) => leadDigest(ledBy(id, org), material));
  const owners = askedOwners(material);
  const messages = await withRows<Digest>(tx, catalogues, [...led, ...owners.map((id) => ownDigest(id, material))]);
  return messages.flatMap((one, at) => {
    const isQuiet = one.digest.audience === 'lead' && one.digest.open === 0;
    return isQuiet ? [] : [digestTo([...told, ...owners][at] ?? '', one)];
  });
}

/** The morning digests (日报): first each lead's and rep's own, then the managers' of the whole company. */
export function dailyDigests(catalogues: Catalogue[], office: () => Office): Moment[] {
  const moment = (name: string, which: DigestMoment, notices: typeof officeNotices): Moment => ({
    name,
    slot: (now) => slotNow(which, now, office()),
    nextSlot: (now) => nextSlot(which, now, office()),
    notices: (tx, slot) => notices(tx, catalogues, slot, office()),
  });
  return [moment('digest_own', 'own', ownNotices), moment('digest', 'office', officeNotices)];
}
