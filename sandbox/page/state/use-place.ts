import { useEffect, useRef } from 'preact/hooks';
import type { ChatSummary, Overview, PersonView } from '../../page-contract';
import { act } from '../api';
import { type Route, resolve } from '../lib/route';
import { chatToOpen, type Seen } from '../lib/unread';
import type { Go } from './use-route';
import { useSeen } from './use-seen';

/** The chosen person and open chat, and how to choose others. */
export interface Seating {
  person: PersonView | undefined;
  /** Undefined if a phone shows the list of chats. */
  chat: ChatSummary | undefined;
  seen: Seen;
  choosePerson(personId: string): void;
  chooseChat(chatId: string): void;
  /** Chooses person and chat at once. */
  sit(personId: string, chatId: string): void;
  backToChats(): void;
}

/** The chosen person and the open chat, and how to choose others. */
export function usePlace(overview: Overview, route: Route, go: Go, isNarrow: boolean): Seating {
  const { person, chat } = resolve(overview, route);
  const seen = useSeen(overview.run, person?.id ?? null, chat);
  const lastChats = useRef(new Map<string, string>());
  if (person && chat) lastChats.current.set(person.id, chat.id);

  const sit = (personId: string, chatId: string, options = { push: true }) => {
    go({ personId, chatId }, options);
    const next = overview.people.find(({ id }) => id === personId)?.chats.find(({ id }) => id === chatId);
    // The bot gets an event for each visit, as with the real client. The page does not wait for it.
    if (next?.mode === 'p2p') act('enter', { person: personId }).catch(() => undefined);
  };
  const choosePerson = (personId: string) => {
    const next = overview.people.find(({ id }) => id === personId);
    const opened = next && !isNarrow ? chatToOpen(seen, next, lastChats.current.get(personId)) : undefined;
    if (opened) sit(personId, opened.id);
    else go({ personId, chatId: null }, { push: true });
  };
  // Opens a chat at the first visit, or if a wide window shows none.
  const isSettled = route.personId === person?.id && (chat !== undefined || (isNarrow && route.chatId === null));
  useEffect(() => {
    if (isSettled || !person) return;
    const opened = isNarrow ? undefined : chatToOpen(seen, person, lastChats.current.get(person.id));
    if (opened) sit(person.id, opened.id, { push: false });
    else go({ personId: person.id, chatId: null });
  }, [isSettled, person?.id, isNarrow]);
  return {
    person,
    chat,
    seen,
    choosePerson,
    chooseChat: (chatId) => person && sit(person.id, chatId),
    sit,
    backToChats: () => person && go({ personId: person.id, chatId: null }, { push: true }),
  };
}
