import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import type { Contacts } from '../../domain/contacts';
import { OPEN_STATUSES, type Status } from '../../domain/feedback/model';
import { person } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import { isOfTheOffice } from '../../domain/org/membership';
import { SECOND } from '../../domain/time';
import { enqueueAll } from '../../engine/commands/commit';
import type { Core } from '../../engine/core';
import { BOT } from '../../engine/desk';
import { within } from '../../engine/time-limit';
import { membershipsOf } from './lists';

const BROUGHT_IN: Status[] = ['draft', ...OPEN_STATUSES, 'closed', 'withdrawn'];

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

/** Whether the person brings in customers' feedback: everybody does who has done so, or of whom nothing else is known. */
export async function isRep(tx: Tx, context: Context): Promise<boolean> {
  const personId = context.actor.id ?? '';
  const isElse = isOfTheOffice(personId, context.org) || (await membershipsOf(tx, context)).length > 0;
  return !isElse || (await new FeedbackStore(tx).find({ repId: personId, status: BROUGHT_IN }, 1)).length > 0;
}
