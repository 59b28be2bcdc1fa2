import type { Opened } from '../../decision';
import { person } from '../../messaging';
import type { Context } from '../../office';
import { keepingOf } from '../attachments';
import { draftOf, refilled } from '../intake/take-in';
import type { Feedback } from '../model';
import type { Of, Outcome } from './outcome';

/**
 * A burst was about two customers: the message `from` and all later ones become another draft; both are filled in
 * anew.
 */
export function split(feedback: Feedback, { from }: Of<'split'>, context: Context): Outcome {
  const { now, actor, org } = context;
  const at = feedback.sources.findIndex(({ messageId }) => messageId === from);
  if (at < 1) return { refusal: 'nothing_to_split' };
  const [stay, go] = [feedback.sources.slice(0, at), feedback.sources.slice(at)];
  const messageIds = go.flatMap(({ messageId }) => (messageId === null ? [] : [messageId]));
  const opened: Opened = {
    next: draftOf(feedback.repId, go, context, now),
    entry: { at: now, actorId: actor.id, what: 'draft', detail: { splitFrom: feedback.id } },
    notices: [
      { kind: 'card', wall: 'rep', to: person(feedback.repId) },
      ...keepingOf(go.flatMap(({ attachments }) => attachments)),
    ],
    messageIds,
  };
  return { changes: refilled(feedback, stay, org), opens: [opened], detail: { messageIds } };
}
