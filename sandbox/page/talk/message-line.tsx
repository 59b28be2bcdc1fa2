import { useLabels, useLanguage } from '../labels';
import type { Placed } from '../lib/conversation-order';
import type { Message } from '../lib/message';
import { timeText } from '../lib/time-text';
import { Avatar } from '../shell/avatar';
import { TEST_IDS } from '../test-ids';
import { CardMessage } from './card-message';
import { Content } from './content';
import { MessageButtons } from './message-buttons';
import { MessageFoot } from './message-foot';
import type { MessageActs, Place } from './message-place';
import { Quote } from './quote';

interface MessageLineProps {
  message: Message;
  placed: Placed;
  quoted: Message | undefined;
  place: Place;
  acts: MessageActs;
}

/** One message with sender, quote, and buttons. */
export function MessageLine({ message, placed, quoted, place, acts }: MessageLineProps) {
  const language = useLanguage();
  const { sender } = message;
  const isMine = sender.id === place.person.id;
  const isBot = sender.type === 'app';
  if (message.recalled) return <RecalledLine message={message} isMine={isMine} acts={acts} />;
  const classes = [
    'message',
    isMine ? 'mine' : '',
    placed.continues ? 'continues' : '',
    placed.inThread ? 'in-thread' : '',
    message.urgentTo.length > 0 ? 'buzzed' : '',
  ];
  return (
    <li
      class={classes.filter(Boolean).join(' ')}
      data-testid={TEST_IDS.message}
      data-message-id={message.id}
      data-sender-id={sender.id}
      data-message-type={message.type}
    >
      {placed.continues ? (
        <span class="avatar-gap" />
      ) : (
        <Avatar id={sender.id} name={sender.name} of={isBot ? 'bot' : undefined} />
      )}
      <div class="message-body">
        {!placed.continues && (
          <div class="said-by">
            <span>{sender.name}</span>
            <time>{timeText(message.createdAt, language)}</time>
          </div>
        )}
        {placed.quotes !== null && <Quote id={placed.quotes} message={quoted} />}
        {message.card ? (
          <CardMessage message={message} card={message.card} place={place} />
        ) : (
          <div class="bubble">
            <Content message={message} nameOf={place.nameOf} />
          </div>
        )}
        <MessageFoot message={message} nameOf={place.nameOf} />
        <MessageButtons message={message} isMine={isMine} acts={acts} />
      </div>
    </li>
  );
}

function RecalledLine({ message, isMine, acts }: { message: Message; isMine: boolean; acts: MessageActs }) {
  const labels = useLabels();
  return (
    <li class="system-line" data-testid={TEST_IDS.message} data-message-id={message.id} data-recalled="true">
      <span>{isMine ? labels.messages.recalledByYou : labels.messages.recalled(message.sender.name)}</span>
      <button type="button" class="quiet small" data-testid={TEST_IDS.inspect} onClick={() => acts.inspect(message)}>
        {labels.messages.inspect}
      </button>
    </li>
  );
}
