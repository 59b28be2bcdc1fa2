import { useEffect, useState } from 'preact/hooks';
import type { Happening, Overview } from '../../page-contract';
import { ask } from '../api';
import { useLabels, useLanguage } from '../labels';
import { byChat, type Span, withLate } from '../lib/happened';
import { momentText, spanText } from '../lib/time-text';
import { Avatar } from '../shell/avatar';
import { Icon } from '../shell/icon';
import { Sheet } from '../shell/sheet';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';

/** A card that changes because of the last reminder is drawn a moment after it. */
const LATE_MS = 3000;

interface HappeningsProps {
  span: Span;
  overview: Overview;
  onOpen(happening: Happening): void;
  onClose(): void;
}

/** What the bot did while the clock jumped, chat by chat; a tap opens the message. */
export function Happenings({ span, overview, onOpen, onClose }: HappeningsProps) {
  const labels = useLabels();
  const language = useLanguage();
  const happened = useHappenings(span, overview);
  const { now } = overview.clock;
  const when = (at: number) => momentText(at, now, language);
  const words = labels.happenings;
  return (
    <Sheet title={words.heading} testId={TEST_IDS.happenings} onClose={onClose}>
      <p class="muted">{words.span(spanText(span, now, language))}</p>
      {happened === null && <p class="muted">{labels.loading}</p>}
      {happened?.length === 0 && <p>{overview.bot.state === 'running' ? words.nothing : words.botAway}</p>}
      {byChat(happened ?? []).map(({ chatId, lines }) => (
        <section key={chatId} class="happened">
          <ChatTitle chatId={chatId} overview={overview} />
          <ol>
            {lines.map((line) => (
              <li key={line.messageId}>
                <button type="button" class="entry" data-testid={TEST_IDS.happening} onClick={() => onOpen(line)}>
                  <time>{when(line.at)}</time>
                  <span class="entry-text">
                    <strong>{line.title}</strong>
                    {line.line !== '' && <span>{line.line}</span>}
                  </span>
                  {line.urgentTo.length > 0 && (
                    <strong class="buzz-mark">
                      <Icon name="bolt" />
                      {labels.chats.buzz}
                    </strong>
                  )}
                  <small>{words[line.what]}</small>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Sheet>
  );
}

function useHappenings({ from, to }: Span, overview: Overview): Happening[] | null {
  const { attempt } = useNotices();
  const [happened, setHappened] = useState<Happening[] | null>(null);
  useEffect(() => {
    let stale = false;
    void attempt(async () => {
      const read = await ask<Happening[]>('happenings', { from: `${from}`, to: `${to + LATE_MS}` });
      if (!stale) setHappened((before) => withLate(before ?? [], read));
    });
    return () => {
      stale = true;
    };
  }, [from, to, overview, attempt]);
  return happened;
}

/** The group's name, or the person with whom the bot talks. */
function ChatTitle({ chatId, overview }: { chatId: string; overview: Overview }) {
  const person = overview.people.find(({ chats }) => chats.some(({ id }) => id === chatId));
  const chat = person?.chats.find(({ id }) => id === chatId);
  if (!person || !chat) return null;
  const isGroup = chat.mode === 'group';
  return (
    <h3>
      <Avatar
        id={isGroup ? chatId : person.id}
        name={isGroup ? chat.name : person.name}
        of={isGroup ? 'group' : undefined}
      />
      {isGroup ? chat.name : person.name}
      {!isGroup && <small>{person.title}</small>}
    </h3>
  );
}
