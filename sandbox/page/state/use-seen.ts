import { useEffect, useState } from 'preact/hooks';
import type { ChatSummary } from '../../page-contract';
import { type Seen, withSeen } from '../lib/unread';
import { readStored, writeStored } from './stored';

interface StoredSeen {
  run: string;
  seen: Seen;
}

const KEY = 'seen';
const seenOf = (run: string): Seen => {
  const stored = readStored<StoredSeen>(KEY);
  return stored?.run === run ? stored.seen : {};
};

/** The messages seen in this run of the sandbox. The open chat counts as seen. */
export function useSeen(run: string, personId: string | null, open: ChatSummary | undefined): Seen {
  const [seen, setSeen] = useState<Seen>(() => seenOf(run));
  useEffect(() => setSeen(seenOf(run)), [run]);
  // Another window of this browser may have marked messages as seen.
  useEffect(() => {
    const follow = () => setSeen(seenOf(run));
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [run]);
  useEffect(() => {
    if (!personId || !open) return undefined;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      const before = seenOf(run);
      const next = withSeen(before, personId, open);
      if (next !== before) writeStored(KEY, { run, seen: next });
      setSeen(next);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [run, personId, open?.id, open?.count]);
  return seen;
}
