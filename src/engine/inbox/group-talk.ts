import type { Incoming, IncomingMessage } from '../../domain/messaging';
import { readSetupWord } from '../../domain/org/setup-word';

/**
 * True for what people of a group say to each other: no reply, no mention of the bot, no word that the bot hears
 * everywhere. No rule needs it, so it is acknowledged and not kept.
 */
export function isGroupTalk(incoming: Incoming): boolean {
  const message = 'message' in incoming ? incoming.message : null;
  if (message === null || mayConcernUs(message)) return false;
  return incoming.kind === 'edited' || readSetupWord(message.text) === null;
}

function mayConcernUs({ chatType, parentId, rootId, threadId, mentionsBot }: IncomingMessage): boolean {
  const isReply = parentId !== null || rootId !== null || threadId !== undefined;
  return chatType === 'p2p' || isReply || mentionsBot;
}
