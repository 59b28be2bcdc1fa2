import type { Notice } from '../../decision';
import { person } from '../../messaging';
import type { Context } from '../../office';
import { DAY } from '../../time';
import type { Extension, Feedback } from '../model';
import { notice, type Of, type Outcome, toHolder, tooLate } from './outcome';

/** Cards show a time without its year: a later one would be read as one of this year. */
const LONGEST_EXTENSION = 365 * DAY;

/** More time for the department: at once, or once a manager has agreed where the company wants that. */
export function extend(feedback: Feedback, command: Of<'extend'>, { now, actor, org }: Context): Outcome {
  const { reason, until } = command;
  const dueAt = feedback.extension?.until ?? feedback.dueAt;
  if (until <= now || (dueAt !== null && until <= dueAt)) return { refusal: 'until_not_later', detail: { dueAt } };
  if (until >= now + LONGEST_EXTENSION) return { refusal: 'until_too_late' };
  const extension = { reason, until, by: actor.id ?? '', at: now };
  const isManager = actor.id !== null && org.managers.includes(actor.id);
  if (!org.sla.extensionNeedsNod || org.managers.length === 0 || isManager) {
    return granted(feedback, extension, { managers: org.managers });
  }
  const params = { reason, until, by: actor.id };
  return {
    changes: { askedExtension: extension },
    notices: () => org.managers.map((id) => notice('extension_asked', person(id), params)),
    detail: { reason, until, waits: true },
  };
}

/** The deadline moves: rep and holder hear so, and who else is concerned. */
function granted(feedback: Feedback, extension: Extension, { managers }: { managers: string[] }): Outcome {
  const { reason, until } = extension;
  const params = { reason, until };
  return {
    changes: { extension, askedExtension: null },
    notices: (next) => [
      ...[next.repId, ...managers].map((id) => notice('extended', person(id), params)),
      ...toHolder(feedback, 'extended', params),
      ...toAsker(feedback, extension, notice('extended', person(extension.by), params)),
    ],
    detail: params,
  };
}

/** A word to the person who asked, unless the holder's word reaches them already. */
function toAsker({ status, claimedBy }: Feedback, { by }: Extension, word: Notice): Notice[] {
  const isHolder = status === 'handling' && claimedBy === by;
  return by === '' || isHolder ? [] : [word];
}

export function grantExtension(feedback: Feedback, _command: Of<'grant_extension'>, { now }: Context): Outcome {
  const { askedExtension } = feedback;
  // A time that has passed meanwhile can no longer be agreed to.
  if (askedExtension === null || askedExtension.until <= now) return tooLate(feedback);
  return granted(feedback, askedExtension, { managers: [] });
}

export function refuseExtension(feedback: Feedback, command: Of<'refuse_extension'>, { actor }: Context): Outcome {
  const { askedExtension } = feedback;
  if (askedExtension === null) return tooLate(feedback);
  const params = { by: actor.id, reason: command.reason };
  return {
    changes: { askedExtension: null },
    notices: () => [
      ...toHolder(feedback, 'extension_refused', params),
      ...toAsker(feedback, askedExtension, notice('extension_refused', person(askedExtension.by), params)),
    ],
    detail: { reason: command.reason },
  };
}
