import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Messages, Overview } from '../../page-contract';
import { ask } from '../api';
import { isMessage, type Message } from '../lib/message';
import { chatsToRead, type TourWorld } from './tour-world';

/** What the tour sees, read again with every overview; null until read and while the tour is off. */
export function useTourWorld(isOn: boolean, overview: Overview, personId: string, chatId: string | null) {
  const [messages, setMessages] = useState<ReadonlyMap<string, readonly Message[]> | null>(null);
  useEffect(() => {
    if (!isOn) {
      setMessages(null);
      return undefined;
    }
    let stale = false;
    const read = async ({ personId: person, chatId: chat }: { personId: string; chatId: string }) => {
      const entries = await ask<Messages>('messages', { person, chat });
      return [chat, entries.filter(isMessage)] as const;
    };
    Promise.all(chatsToRead(overview.people).map(read)).then(
      (all) => !stale && setMessages(new Map(all)),
      // The sandbox is away for a moment; the next overview triggers another reading.
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [isOn, overview]);
  return useMemo<TourWorld | null>(
    () =>
      messages && {
        clock: overview.clock,
        botIsRunning: overview.bot.state === 'running',
        people: overview.people,
        personId,
        chatId,
        messages,
      },
    [messages, overview, personId, chatId],
  );
}
