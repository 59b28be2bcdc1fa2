import { useLabels } from '../labels';
import type { Message } from '../lib/message';
import { Icon, type IconName } from '../shell/icon';
import { TEST_IDS } from '../test-ids';
import type { MessageActs } from './message-place';

/** Buttons of a message, visible on hover; always visible on touch screens. */
export function MessageButtons({ message, isMine, acts }: { message: Message; isMine: boolean; acts: MessageActs }) {
  const labels = useLabels();
  const button = (icon: IconName, label: string, testId: string, act: (message: Message) => void) => (
    <button type="button" class="quiet small" data-testid={testId} onClick={() => act(message)}>
      <Icon name={icon} />
      {label}
    </button>
  );
  return (
    <fieldset class="message-buttons">
      <legend class="unseen">{labels.messages.actions}</legend>
      {button('reply', labels.messages.reply, TEST_IDS.reply, acts.reply)}
      {isMine && message.type === 'text' && button('edit', labels.messages.edit, TEST_IDS.edit, acts.edit)}
      {isMine && button('recall', labels.messages.recall, TEST_IDS.recall, acts.recall)}
      {button('inspect', labels.messages.inspect, TEST_IDS.inspect, acts.inspect)}
    </fieldset>
  );
}
