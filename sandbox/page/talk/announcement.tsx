import { useEffect, useRef, useState } from 'preact/hooks';
import { useLabels } from '../labels';
import { type Entry, isMessage } from '../lib/message';

/** Announces the sender of a new message in the open chat to screen readers. */
export function Announcement({ entry, personId }: { entry: Entry | undefined; personId: string }) {
  const labels = useLabels();
  const known = useRef(entry?.id);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (entry?.id === known.current) return;
    const isFirst = known.current === undefined;
    known.current = entry?.id;
    if (isFirst || !entry || !isMessage(entry) || entry.sender.id === personId) return;
    setSaid(labels.messages.fresh(entry.sender.name));
  }, [entry, personId, labels]);
  return (
    <div class="unseen" aria-live="polite">
      {said}
    </div>
  );
}
