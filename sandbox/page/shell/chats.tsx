import type { BotView, ChatSummary, PersonView } from '../../page-contract';
import { useLabels, useLanguage } from '../labels';
import { shortText } from '../lib/time-text';
import { isBuzzed, type Seen, unreadIn } from '../lib/unread';
import { TEST_IDS } from '../test-ids';
import { Avatar } from './avatar';
import { Badge } from './badge';
import { Icon } from './icon';

interface ChatsProps {
  person: PersonView;
  bot: BotView;
  currentId: string | null;
  seen: Seen;
  now: number;
  onChoose(chatId: string): void;
}

/** The chats of the chosen person. */
export function Chats({ person, bot, currentId, seen, now, onChoose }: ChatsProps) {
  const labels = useLabels();
  return (
    <nav class="chats" aria-label={labels.chats.heading}>
      <ul>
        {person.chats.map((chat) => (
          <li key={chat.id}>
            <ChatEntry
              chat={chat}
              bot={bot}
              count={unreadIn(seen, person.id, chat)}
              buzzed={isBuzzed(seen, person.id, chat)}
              isCurrent={chat.id === currentId}
              now={now}
              onChoose={() => onChoose(chat.id)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChatEntryProps {
  chat: ChatSummary;
  bot: BotView;
  count: number;
  buzzed: boolean;
  isCurrent: boolean;
  now: number;
  onChoose(): void;
}

function ChatEntry({ chat, bot, count, buzzed, isCurrent, now, onChoose }: ChatEntryProps) {
  const labels = useLabels();
  const language = useLanguage();
  const isPrivate = chat.mode === 'p2p';
  const name = isPrivate ? bot.name : chat.name;
  return (
    <button
      type="button"
      class="entry"
      data-testid={TEST_IDS.chat}
      data-chat-id={chat.id}
      aria-current={isCurrent}
      onClick={onChoose}
    >
      <Avatar id={chat.id} name={name} of={isPrivate ? 'bot' : 'group'} />
      <span class="entry-text">
        <span class="entry-line">
          <span class="entry-name">{name}</span>
          {chat.lastAt !== null && <time>{shortText(chat.lastAt, now, language, labels)}</time>}
        </span>
        <span class="entry-line">
          {buzzed && (
            <strong class="buzz-mark" data-testid={TEST_IDS.buzzMark}>
              <Icon name="bolt" />
              {labels.chats.buzz}
            </strong>
          )}
          <small>{chat.dissolved ? labels.chats.dissolved : chat.last || labels.chats.none}</small>
          <Badge count={count} />
        </span>
      </span>
    </button>
  );
}
