import { useState } from 'preact/hooks';
import type { Acts } from '../../page-contract';
import { parseDuration } from '../lib/duration';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';
import { useWords } from '../words';

/** Moves the clock by any duration. */
export function OwnDuration({ busy, onMove }: { busy: boolean; onMove(body: Acts['clock']): void }) {
  const words = useWords();
  const { say } = useNotices();
  const [text, setText] = useState('');
  const isWrong = text.trim() !== '' && parseDuration(text) === null;
  const submit = (event: Event) => {
    event.preventDefault();
    const advanceMs = parseDuration(text);
    if (advanceMs === null) say(words.clock.wrong, 'warning');
    else onMove({ advanceMs });
  };
  return (
    <form class="own-duration" onSubmit={submit}>
      <input
        value={text}
        size={8}
        aria-label={`${words.clock.own} (${words.clock.ownHint})`}
        aria-invalid={isWrong}
        placeholder={words.clock.ownExample}
        title={words.clock.wrong}
        data-testid={TEST_IDS.duration}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="small" disabled={busy} data-testid={TEST_IDS.advance}>
        {words.clock.advance}
      </button>
    </form>
  );
}
