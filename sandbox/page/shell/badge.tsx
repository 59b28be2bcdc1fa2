import { badgeText } from '../lib/unread';
import { TEST_IDS } from '../test-ids';
import { useWords } from '../words';

/** How much waits; nothing where nothing does. */
export function Badge({ count }: { count: number }) {
  const words = useWords();
  if (count === 0) return null;
  return (
    <span class="badge" data-testid={TEST_IDS.badge}>
      <span aria-hidden="true">{badgeText(count)}</span>
      <span class="unseen">{words.people.unread(count)}</span>
    </span>
  );
}
