import { useEffect, useRef, useState } from 'preact/hooks';
import { type Entry, isMessage } from '../lib/message';
import { useWords } from '../words';

/** Says to those who cannot see it that something new stands in the open chat: who sent it, not all it says. */
export function Announcement({ entry, personId }: { entry: Entry | undefined; personId: string }) {
  const words = useWords();
  const known = useRef(entry?.id);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (entry?.id === known.current) return;
    const isFirst = known.current === undefined;
    known.current = entry?.id;
    if (isFirst || !entry || !isMessage(entry) || entry.sender.id === personId) return;
    setSaid(words.messages.fresh(entry.sender.name));
  }, [entry, personId, words]);
  return (
    <div class="unseen" aria-live="polite">
      {said}
    </div>
  );
}
