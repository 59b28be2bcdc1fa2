import type { Tx } from '../../db/transaction';
import type { Contacts } from '../../domain/contacts';
import { person } from '../../domain/messaging';
import { SECOND } from '../../domain/time';
import { enqueueAll } from '../../engine/commands/commit';
import type { Core } from '../../engine/core';
import { BOT } from '../../engine/desk';
import { within } from '../../engine/time-limit';

const PATIENCE_MS = 3 * SECOND;

/** `unchecked`: Feishu did not tell. */
export type RepCheck = 'known' | 'unknown' | 'unchecked';

/** Checks the reps that other systems name: a case of a rep whom nobody knows would be answered by nobody. */
export class Reps {
  constructor(
    private readonly core: Core,
    /** Null if there is no platform to ask. */
    private readonly contacts: Pick<Contacts, 'isPerson'> | null,
  ) {}

  async check(openId: string): Promise<RepCheck> {
    if (!this.contacts) return 'known';
    try {
      const isPerson = await within(this.contacts.isPerson(openId), PATIENCE_MS);
      if (isPerson === null) return 'unchecked';
      return isPerson ? 'known' : 'unknown';
    } catch (error) {
      this.core.log.warn({ err: error, openId }, 'not known whether the rep of an API request exists; accepted');
      return 'unchecked';
    }
  }

  /** Tells the admins, once for each rep, whom to look for. */
  async report(tx: Tx, openId: string, number: string): Promise<void> {
    const notices = this.core.office().org.admins.map((admin) => ({
      kind: 'message' as const,
      name: 'rep_unchecked',
      to: person(admin),
      params: { rep: openId, number },
      once: `rep_unchecked:${openId}`,
    }));
    await enqueueAll(tx, this.core, { workflow: BOT, recordId: 0 }, notices);
  }
}
