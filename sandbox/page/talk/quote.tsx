import { useLabels } from '../labels';
import { lineOf, type Message } from '../lib/message';
import { showMessage } from '../lib/show-message';
import { kindLabels } from './bundle';

/** The answered message in one line; a tap scrolls to it. */
export function Quote({ id, message }: { id: string; message: Message | undefined }) {
  const labels = useLabels();
  const line = message ? lineOf(message, kindLabels(labels.kinds)) : labels.messages.lost;
  return (
    <button type="button" class="quote" onClick={() => showMessage(id)} disabled={!message}>
      <span class="quote-who">{message ? labels.messages.answering(message.sender.name) : ''}</span>
      <span class="quote-line">{line}</span>
    </button>
  );
}
