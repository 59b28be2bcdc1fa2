import { useState } from 'preact/hooks';
import { act } from '../api';
import { useLabels } from '../labels';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';

/** Starts over after a confirmation; the page reloads when the new run is there. */
export function StartOver({ isOffered }: { isOffered: boolean }) {
  const labels = useLabels().startOver;
  const { attempt } = useNotices();
  const [busy, setBusy] = useState(false);
  const startOver = async () => {
    if (!confirm(labels.confirm)) return;
    setBusy(true);
    if (!(await attempt(() => act('startOver', {})))) setBusy(false);
  };
  return (
    <section class="block">
      <h3>{labels.heading}</h3>
      <button
        type="button"
        class="danger"
        data-testid={TEST_IDS.startOver}
        disabled={busy || !isOffered}
        onClick={() => void startOver()}
      >
        {busy ? labels.busy : labels.button}
      </button>
      <small class="muted">{isOffered ? labels.hint : labels.notOffered}</small>
    </section>
  );
}
