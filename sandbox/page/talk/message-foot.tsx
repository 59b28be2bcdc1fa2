import { useLabels } from '../labels';
import type { Message } from '../lib/message';
import { Icon } from '../shell/icon';

/** What happened to the message after sending: edits, reactions, buzzes. */
export function MessageFoot({ message, nameOf }: { message: Message; nameOf(id: string): string }) {
  const labels = useLabels();
  const { urgentTo, edits, versions, card, reactions } = message;
  const updates = card ? versions - 1 : 0;
  if (urgentTo.length + edits + updates + reactions.length === 0) return null;
  return (
    <div class="message-foot">
      {urgentTo.length > 0 && (
        <strong class="buzz-mark">
          <Icon name="bolt" />
          {labels.messages.buzz(urgentTo.map(nameOf).join(labels.chats.separator))}
        </strong>
      )}
      {edits > 0 && <span>{labels.messages.edited}</span>}
      {updates > 0 && <span>{labels.messages.updated(updates)}</span>}
      {reactions.map(({ id, emoji, by }) => (
        <span key={id} class="reaction" title={nameOf(by)}>
          {EMOJI[emoji] ?? emoji}
        </span>
      ))}
    </div>
  );
}

/** Emoji for the platform's names of common reactions. */
const EMOJI: Record<string, string> = {
  OK: '👌 OK',
  THUMBSUP: '👍',
  DONE: '✅',
  Get: '🫡',
  SMILE: '🙂',
  HEART: '❤️',
  Typing: '✍️',
  OnIt: '🙋',
};
