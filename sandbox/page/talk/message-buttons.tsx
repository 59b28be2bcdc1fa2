import type { Message } from '../lib/message';
import { Icon, type IconName } from '../shell/icon';
import { TEST_IDS } from '../test-ids';
import { useWords } from '../words';
import type { MessageActs } from './talk';

/** Quiet until the message is pointed at; always there where there is no pointer. */
export function MessageButtons({ message, isMine, acts }: { message: Message; isMine: boolean; acts: MessageActs }) {
  const words = useWords();
  const button = (icon: IconName, label: string, testId: string, act: (message: Message) => void) => (
    <button type="button" class="quiet small" data-testid={testId} onClick={() => act(message)}>
      <Icon name={icon} />
      {label}
    </button>
  );
  return (
    <fieldset class="message-buttons">
      <legend class="unseen">{words.messages.actions}</legend>
      {button('reply', words.messages.reply, TEST_IDS.reply, acts.reply)}
      {isMine && message.type === 'text' && button('edit', words.messages.edit, TEST_IDS.edit, acts.edit)}
      {isMine && button('recall', words.messages.recall, TEST_IDS.recall, acts.recall)}
      {button('inspect', words.messages.inspect, TEST_IDS.inspect, acts.inspect)}
    </fieldset>
  );
}
