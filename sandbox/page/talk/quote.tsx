import { useLabels } from '../labels';
import { lineOf, type Message } from '../lib/message';
import { kindLabels } from './bundle';

/** The answered message in one line; a tap scrolls to it. */
export function Quote({ id, message }: { id: string; message: Message | undefined }) {
  const labels = useLabels();
  const go = () => {
    const target = document.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
    target?.scrollIntoView({ block: 'nearest' });
    target?.classList.add('found');
    setTimeout(() => target?.classList.remove('found'), 1500);
  };
  const line = message ? lineOf(message, kindLabels(labels.kinds)) : labels.messages.lost;
  return (
    <button type="button" class="quote" onClick={go} disabled={!message}>
      <span class="quote-who">{message ? labels.messages.answering(message.sender.name) : ''}</span>
      <span class="quote-line">{line}</span>
    </button>
  );
}
