import { useLabels } from '../labels';
import { badgeText } from '../lib/unread';
import { TEST_IDS } from '../test-ids';

/** The number of unread messages; nothing if there are none. */
export function Badge({ count }: { count: number }) {
  const labels = useLabels();
  if (count === 0) return null;
  return (
    <span class="badge" data-testid={TEST_IDS.badge}>
      <span aria-hidden="true">{badgeText(count)}</span>
      <span class="unseen">{labels.people.unread(count)}</span>
    </span>
  );
}
