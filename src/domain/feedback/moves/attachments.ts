import type { Notice } from '../../decision';
import { person, type Recipient } from '../../messaging';
import type { Context } from '../../office';
import { heldWith, isPassedOn, originals, picturesBeyondCard, pictureTo, settled } from '../attachments';
import { departmentSideOf } from '../holders';
import type { Feedback } from '../model';
import type { Of, Outcome } from './outcome';

/** An attachment is kept as ours, or lost. Those who should see a lost one get the message itself. */
export function keepAttachment(feedback: Feedback, command: Of<'keep_attachment'>, { org }: Context): Outcome {
  const { key, keptKey, why } = command;
  const before = heldWith(feedback, key);
  const side = feedback.assignedAt === null ? [] : departmentSideOf(feedback, org);
  const others = before?.from === 'department' ? [person(feedback.repId)] : side;
  return {
    changes: settled(feedback, key, keptKey, why),
    notices: (next) => {
      const after = heldWith(next, key);
      if (!before || !after) return [];
      const { kind, messageId } = after.attachment;
      if (keptKey !== null && kind === 'file') return others.map((to) => ({ kind, to, fileKey: keptKey }));
      if (keptKey !== null) return [...toRepItself(next, before.from, keptKey), ...pushedOffCard(feedback, next, side)];
      const isFirstLost = !before.attachments.some(({ lost }) => lost);
      return isFirstLost ? others.flatMap((to) => messageItself(next, messageId, to)) : [];
    },
  };
}

/** The rep's card shows no pictures: a picture of the department comes as a message, to look at or to pass on. */
const toRepItself = ({ repId }: Feedback, from: 'rep' | 'department', keptKey: string): Notice[] =>
  from === 'department' ? [pictureTo(person(repId), keptKey)] : [];

/** A picture of the rep that the department's card no longer shows, since one more was kept: it comes under the card. */
function pushedOffCard(before: Feedback, next: Feedback, side: Recipient[]): Notice[] {
  const known = new Set(picturesBeyondCard(before).map(({ keptKey }) => keptKey));
  const fresh = picturesBeyondCard(next).filter(({ from, keptKey }) => from === 'rep' && !known.has(keptKey));
  return fresh.flatMap(({ keptKey }) => side.map((to) => pictureTo(to, keptKey)));
}

function messageItself(next: Feedback, messageId: string, to: Recipient): Notice[] {
  const source = next.sources.find((one) => one.messageId === messageId);
  if (source) return originals([source], to);
  // The rep may see a message of the department as it is; a message of the rep may hold what a group must not see.
  return to.id === next.repId ? [{ kind: 'forward', to, messageId }] : [];
}

/** Feishu lets nobody forward this message: the cards no longer say that it was forwarded. */
export function forwardRefused(feedback: Feedback, { messageId }: Of<'forward_refused'>): Outcome {
  const isOurs = feedback.sources.some((source) => source.messageId === messageId && isPassedOn(source));
  if (!isOurs) return { refusal: 'nothing_changes' };
  const sources = feedback.sources.map((source) =>
    source.messageId === messageId ? { ...source, unforwardable: true } : source,
  );
  return { changes: { sources }, detail: { messageId } };
}
