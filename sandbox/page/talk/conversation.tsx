import { useEffect, useState } from 'preact/hooks';
import type { Messages, SampleView } from '../../page-contract';
import { act } from '../api';
import { useLabels } from '../labels';
import { isMessage } from '../lib/message';
import { isRep } from '../lib/people';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';
import { ChatHead } from './chat-head';
import { Composer } from './composer';
import { MessageList } from './message-list';
import type { Aside, MessageActs, Place } from './message-place';
import { Tray } from './tray';

interface ConversationProps {
  place: Place;
  /** Null until loaded. */
  messages: Messages | null;
  samples: SampleView[];
  now: number;
  /** A message to show once it is there; null if none is looked for. */
  soughtId: string | null;
  onFound(): void;
  onInspect(messageId: string): void;
  /** Goes back to the chats; null if they are visible beside the conversation. */
  onBack: (() => void) | null;
}

/** One chat as one person sees it: messages, tray and composer. Each person and chat gets a new instance. */
export function Conversation({ place, messages, samples, now, onInspect, onBack, ...search }: ConversationProps) {
  const labels = useLabels();
  const { attempt } = useNotices();
  const { person, chat } = place;
  const [aside, setAside] = useState<Aside | null>(null);
  const [isTrayOpen, setTrayOpen] = useState(false);
  // A rep in an empty chat sees the tray of samples.
  const hasSpoken = messages?.some((entry) => isMessage(entry) && entry.sender.id === person.id);
  const isNew = hasSpoken === false && chat.mode === 'p2p' && isRep(person);
  useEffect(() => setTrayOpen(isNew), [isNew]);
  const acts: MessageActs = {
    reply: (message) => setAside({ kind: 'reply', message }),
    edit: (message) => setAside({ kind: 'edit', message }),
    recall: ({ id }) => void attempt(() => act('recall', { person: person.id, messageId: id })),
    inspect: ({ id }) => onInspect(id),
  };
  return (
    <section class="conversation" aria-label={labels.messages.heading} data-testid={TEST_IDS.conversation}>
      <ChatHead place={place} onBack={onBack} />
      <MessageList place={place} messages={messages} now={now} acts={acts} {...search} />
      {isTrayOpen && <Tray samples={samples} place={place} onDone={() => setTrayOpen(false)} />}
      <Composer
        place={place}
        aside={aside}
        isTrayOpen={isTrayOpen}
        onAside={setAside}
        onTray={() => setTrayOpen(!isTrayOpen)}
      />
    </section>
  );
}
