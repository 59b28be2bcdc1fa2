import { useState } from 'preact/hooks';
import type { Acts } from '../../page-contract';
import { useLabels } from '../labels';
import { parseDuration } from '../lib/duration';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';

/** Moves the clock by any duration. */
export function OwnDuration({ busy, onMove }: { busy: boolean; onMove(body: Acts['clock']): void }) {
  const labels = useLabels();
  const { say } = useNotices();
  const [text, setText] = useState('');
  const isWrong = text.trim() !== '' && parseDuration(text) === null;
  const submit = (event: Event) => {
    event.preventDefault();
    const advanceMs = parseDuration(text);
    if (advanceMs === null) say(labels.clock.wrong, 'warning');
    else onMove({ advanceMs });
  };
  return (
    <form class="own-duration" onSubmit={submit}>
      <input
        value={text}
        size={10}
        aria-label={labels.clock.own}
        aria-invalid={isWrong}
        placeholder={labels.clock.ownExample}
        title={labels.clock.wrong}
        data-testid={TEST_IDS.duration}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="small" disabled={busy} data-testid={TEST_IDS.advance}>
        {labels.clock.advance}
      </button>
    </form>
  );
}
