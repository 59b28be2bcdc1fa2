import { lineOf, type Message } from '../lib/message';
import { useWords } from '../words';
import { kindWords } from './bundle';

/** What a message answers, in one line; a tap goes there. */
export function Quote({ id, message }: { id: string; message: Message | undefined }) {
  const words = useWords();
  const go = () => {
    const target = document.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
    target?.scrollIntoView({ block: 'nearest' });
    target?.classList.add('found');
    setTimeout(() => target?.classList.remove('found'), 1500);
  };
  const line = message ? lineOf(message, kindWords(words.kinds)) : words.messages.lost;
  return (
    <button type="button" class="quote" onClick={go} disabled={!message}>
      <span class="quote-who">{message ? words.messages.answering(message.sender.name) : ''}</span>
      <span class="quote-line">{line}</span>
    </button>
  );
}
