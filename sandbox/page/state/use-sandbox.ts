import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Messages, Overview } from '../../page-contract';
import { ask } from '../api';
import { useChanges } from './use-changes';

const TOGETHER_MS = 80;
/** While the clock runs fast, time passes without a change on the stream. */
const RUNNING_MS = 3000;

/** The open chat of the chosen person. */
export interface OpenChat {
  personId: string;
  chatId: string;
}

/** The state of the sandbox on the page. */
export interface Sandbox {
  overview: Overview | null;
  /** Browser time at which `overview` was read. */
  readAt: number;
  /** Entries of the open chat; null until loaded. */
  messages: Messages | null;
  connected: boolean;
  refresh(): void;
}

interface Read {
  overview: Overview;
  readAt: number;
  open: OpenChat | null;
  messages: Messages | null;
}

/** The current state of the sandbox, read again after changes; several changes cause one reading. */
export function useSandbox(choose: (overview: Overview) => OpenChat | null): Sandbox {
  const [read, setRead] = useState<Read | null>(null);
  const [failed, setFailed] = useState(false);
  const chooser = useRef(choose);
  chooser.current = choose;
  const pending = useRef({ timer: 0, busy: false, again: false });

  const load = useCallback(async () => {
    const state = pending.current;
    if (state.busy) {
      state.again = true;
      return;
    }
    state.busy = true;
    try {
      const overview = await ask<Overview>('overview');
      const readAt = Date.now();
      const open = chooser.current(overview);
      const messages = open ? await ask<Messages>('messages', { person: open.personId, chat: open.chatId }) : null;
      setRead({ overview, readAt, open, messages });
      setFailed(false);
    } catch {
      setFailed(true);
      setTimeout(() => void load(), RUNNING_MS);
    } finally {
      state.busy = false;
      if (state.again) {
        state.again = false;
        void load();
      }
    }
  }, []);

  const refresh = useCallback(() => {
    const state = pending.current;
    state.timer ||= window.setTimeout(() => {
      state.timer = 0;
      void load();
    }, TOGETHER_MS);
  }, [load]);

  const connected = useChanges(refresh);
  const rate = read?.overview.clock.rate ?? 1;
  useEffect(() => {
    if (rate === 1) return undefined;
    const timer = setInterval(() => void load(), RUNNING_MS);
    return () => clearInterval(timer);
  }, [rate, load]);

  const wanted = read ? choose(read.overview) : null;
  const isOpen = wanted?.chatId === read?.open?.chatId && wanted?.personId === read?.open?.personId;
  useEffect(() => {
    if (!isOpen) void load();
  }, [isOpen, load, wanted?.chatId, wanted?.personId]);

  return {
    overview: read?.overview ?? null,
    readAt: read?.readAt ?? 0,
    messages: isOpen ? (read?.messages ?? null) : null,
    connected: connected && !failed,
    refresh,
  };
}
