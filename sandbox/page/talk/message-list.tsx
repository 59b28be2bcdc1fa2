import { Fragment } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Messages } from '../../page-contract';
import { useLabels, useLanguage } from '../labels';
import { flowOf, type Placed } from '../lib/conversation-order';
import { isMessage, isRefused, isSystem, momentOf } from '../lib/message';
import { isRep } from '../lib/people';
import { showMessage } from '../lib/show-message';
import { dayKey, dayText } from '../lib/time-text';
import { Icon } from '../shell/icon';
import { TEST_IDS } from '../test-ids';
import { Announcement } from './announcement';
import { MessageLine } from './message-line';
import type { MessageActs, Place } from './message-place';
import { Refused } from './refused';
import { useStayAtEnd } from './use-stay-at-end';

interface MessageListProps {
  place: Place;
  /** Null until loaded. */
  messages: Messages | null;
  now: number;
  acts: MessageActs;
  soughtId: string | null;
  onFound(): void;
}

/** The messages of a chat by day. The latest is in view unless the person reads further up. */
export function MessageList({ place, messages, now, acts, soughtId, onFound }: MessageListProps) {
  const labels = useLabels();
  const language = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const flow = useMemo(() => flowOf(messages ?? []), [messages]);
  const byId = useMemo(() => new Map((messages ?? []).filter(isMessage).map((one) => [one.id, one])), [messages]);
  const last = flow.at(-1)?.entry;
  const lastIsMine = last !== undefined && isMessage(last) && last.sender.id === place.person.id;
  const stay = useStayAtEnd(list, messages === null ? null : flow.length, lastIsMine);
  useEffect(() => {
    if (soughtId !== null && showMessage(soughtId)) onFound();
  }, [soughtId, messages]);

  const line = (placed: Placed) => {
    const { entry, quotes } = placed;
    if (isRefused(entry)) return <Refused refused={entry} />;
    if (isSystem(entry)) {
      const say = entry.what === 'bot_added' ? labels.messages.botAdded : labels.messages.botRemoved;
      return (
        <li class="system-line" data-testid={TEST_IDS.systemLine}>
          {say(place.nameOf(entry.by))}
        </li>
      );
    }
    const quoted = quotes === null ? undefined : byId.get(quotes);
    return <MessageLine message={entry} placed={placed} quoted={quoted} place={place} acts={acts} />;
  };

  return (
    <div class="message-area">
      <ol class="messages" ref={list} onScroll={stay.onScroll} onLoadCapture={stay.onLoad}>
        {messages !== null && flow.length === 0 && <Empty place={place} />}
        {flow.map((placed) => (
          <Fragment key={placed.entry.id}>
            {placed.opensDay && (
              <li class="day-line">
                <time dateTime={dayKey(momentOf(placed.entry))}>
                  {dayText(momentOf(placed.entry), now, language, labels)}
                </time>
              </li>
            )}
            {line(placed)}
          </Fragment>
        ))}
      </ol>
      {!stay.isAtEnd && (
        <button type="button" class="to-latest" onClick={stay.toLatest}>
          <Icon name="down" />
          {labels.messages.latest}
        </button>
      )}
      <Announcement entry={last} personId={place.person.id} />
    </div>
  );
}

function Empty({ place: { chat, person } }: { place: Place }) {
  const { chats } = useLabels();
  const text = chat.mode === 'group' ? chats.emptyGroup : isRep(person) ? chats.emptyPrivate : chats.emptyOther;
  return <li class="empty-chat">{text}</li>;
}
