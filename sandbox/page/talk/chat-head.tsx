import { useLabels } from '../labels';
import { Avatar } from '../shell/avatar';
import { Icon } from '../shell/icon';
import { TEST_IDS } from '../test-ids';
import type { Place } from './message-place';

/** Name and members of the chat. */
export function ChatHead({ place, onBack }: { place: Place; onBack: (() => void) | null }) {
  const labels = useLabels();
  const { chat, bot, nameOf } = place;
  const isGroup = chat.mode === 'group';
  const name = isGroup ? chat.name : bot.name;
  return (
    <header class="chat-head">
      {onBack && (
        <button
          type="button"
          class="quiet square"
          aria-label={labels.back}
          data-testid={TEST_IDS.backToChats}
          onClick={onBack}
        >
          <Icon name="back" />
        </button>
      )}
      <Avatar id={chat.id} name={name} of={isGroup ? 'group' : 'bot'} />
      <div class="chat-title">
        <h2 data-testid={TEST_IDS.chatName}>{name}</h2>
        {isGroup && (
          <small>{`${labels.chats.members(chat.members.length)} · ${chat.members.map(nameOf).join(labels.chats.separator)}`}</small>
        )}
      </div>
    </header>
  );
}
