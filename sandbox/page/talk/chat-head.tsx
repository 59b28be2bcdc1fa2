import { act } from '../api';
import { useLabels } from '../labels';
import { Avatar } from '../shell/avatar';
import { Icon } from '../shell/icon';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';
import type { Place } from './message-place';

/** Name and members of the chat, with buttons to leave the company and to remove or add a group's bot. */
export function ChatHead({ place, onBack }: { place: Place; onBack: (() => void) | null }) {
  const labels = useLabels();
  const { attempt } = useNotices();
  const { person, chat, bot, nameOf } = place;
  const isGroup = chat.mode === 'group';
  const name = isGroup ? chat.name : bot.name;
  const toggleBot = () => act('bot', { person: person.id, chatId: chat.id, present: !chat.hasBot });
  const dissolve = () => {
    if (!confirm(labels.chats.confirmDissolve(chat.name))) return;
    void attempt(() => act('dissolve', { person: person.id, chatId: chat.id }));
  };
  const leave = () => {
    if (!confirm(labels.people.confirmLeave(person.name))) return;
    void attempt(() => act('leave', { person: person.id }));
  };
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
          <small>{`${labels.chats.members(chat.members.length)} · ${chat.members.map(nameOf).join('、')}`}</small>
        )}
      </div>
      {!isGroup && !person.left && (
        <button
          type="button"
          class="quiet small"
          title={labels.people.leaveHint}
          data-testid={TEST_IDS.leave}
          onClick={leave}
        >
          {labels.people.leave}
        </button>
      )}
      {isGroup && !chat.dissolved && (
        <>
          <button
            type="button"
            class="small"
            data-testid={TEST_IDS.toggleBot}
            data-present={chat.hasBot}
            onClick={() => void attempt(toggleBot)}
          >
            {chat.hasBot ? labels.chats.removeBot : labels.chats.addBot}
          </button>
          <button
            type="button"
            class="quiet square"
            aria-label={labels.chats.dissolve}
            title={labels.chats.dissolve}
            data-testid={TEST_IDS.dissolve}
            onClick={dissolve}
          >
            <Icon name="bin" />
          </button>
        </>
      )}
    </header>
  );
}
