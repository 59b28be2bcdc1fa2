import { OutboxStore } from '../../db/outbox-store';
import { person } from '../../domain/messaging';
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

type Parts = Pick<Core, 'inTransaction' | 'office' | 'clock' | 'newId' | 'wake' | 'log'>;

/** Puts news for the admins into the outbox, to be sent at `dueAt`; each admin hears one key once. Never throws. */
export async function tellAdmins(parts: Parts, { name, params, key }: AdminNews, dueAt?: Instant): Promise<void> {
  const { inTransaction, office, clock, newId, wake, log } = parts;
  try {
    await inTransaction(async (tx) => {
      const now = clock.now();
      for (const id of adminsOf(office().org)) {
        const notice = { kind: 'message' as const, name, to: person(id), params };
        const said = { workflow: BOT, recordId: 0, notice, uuid: newId(), dedupeKey: `${key}:${id}` };
        await new OutboxStore(tx).enqueue(said, now, dueAt ?? now);
      }
    });
    wake();
  } catch (error) {
    log.error({ err: error, name }, 'the admins could not be told');
  }
}
