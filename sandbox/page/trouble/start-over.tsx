import { useState } from 'preact/hooks';
import { act } from '../api';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';
import { useWords } from '../words';

/** Empties everything, once a person has confirmed it; the page reads itself anew when the next run is there. */
export function StartOver({ isOffered }: { isOffered: boolean }) {
  const words = useWords().startOver;
  const { attempt } = useNotices();
  const [busy, setBusy] = useState(false);
  const startOver = async () => {
    if (!confirm(words.confirm)) return;
    setBusy(true);
    if (!(await attempt(() => act('startOver', {})))) setBusy(false);
  };
  return (
    <section class="block">
      <h3>{words.heading}</h3>
      <button
        type="button"
        class="danger"
        data-testid={TEST_IDS.startOver}
        disabled={busy || !isOffered}
        onClick={() => void startOver()}
      >
        {busy ? words.busy : words.button}
      </button>
      <small class="muted">{isOffered ? words.hint : words.notOffered}</small>
    </section>
  );
}
