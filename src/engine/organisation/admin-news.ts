import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { type JsonObject, person } from '../../domain/messaging';
import { chiefsOf, type Org } from '../../domain/org/org';
import type { Instant } from '../../domain/time';
import type { AdminNews } from '../app-refusal';
import type { Core } from '../core';
import { BOT } from '../desk';

/** The admins; if there is none, those who can act in their place. `without` are people who cannot be reached. */
export function adminsOf(org: Org, without: readonly string[] = []): string[] {
  const candidates = [org.admins, org.clerks, chiefsOf(org)];
  return candidates.map((ids) => ids.filter((id) => !without.includes(id))).find((ids) => ids.length > 0) ?? [];
}

/** Something that people hear in the bot's own voice; each of them once per key, if it has one. */
interface News {
  to: readonly string[];
  name: string;
  params: JsonObject;
  key?: string;
}

/** Puts news into the outbox inside the caller's transaction, to be sent at `dueAt`, or now. */
export async function enqueueNews(
  tx: Tx,
  { clock, newId }: Pick<Core, 'clock' | 'newId'>,
  { to, name, params, key }: News,
  dueAt: Instant = clock.now(),
): Promise<void> {
  for (const id of to) {
    const notice = { kind: 'message' as const, name, to: person(id), params };
    const once = key === undefined ? {} : { dedupeKey: `${key}:${id}` };
    await new OutboxStore(tx).enqueue(
      { workflow: BOT, recordId: 0, notice, uuid: newId(), ...once },
      clock.now(),
      dueAt,
    );
  }
}

type Parts = Pick<Core, 'inTransaction' | 'office' | 'clock' | 'newId' | 'wake' | 'log'>;

/** Tells the admins; each of them hears one key once. Never throws. */
export async function tellAdmins(parts: Parts, news: AdminNews): Promise<void> {
  const { inTransaction, office, wake, log } = parts;
  try {
    await inTransaction((tx) => enqueueNews(tx, parts, { to: adminsOf(office().org), ...news }));
    wake();
  } catch (error) {
    log.error({ err: error, name: news.name }, 'the admins could not be told');
  }
}
