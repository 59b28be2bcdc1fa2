import { useState } from 'preact/hooks';
import type { Acts, BotView } from '../../page-contract';
import { act } from '../api';
import { useLabels } from '../labels';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';

/** The bot's process: state, stop, start, and language. */
export function BotProcess({ bot, onChanged }: { bot: BotView; onChanged(): void }) {
  const labels = useLabels().trouble;
  const { attempt } = useNotices();
  const [busy, setBusy] = useState(false);
  const isStopped = bot.state === 'stopped';
  const run = (body: Acts['process']) => {
    setBusy(true);
    void attempt(() => act('process', body)).then(() => {
      setBusy(false);
      onChanged();
    });
  };
  const button = (label: string, testId: string, action: Acts['process']['action'], offered: boolean) => (
    <button type="button" data-testid={testId} disabled={busy || !offered} onClick={() => run({ action })}>
      {label}
    </button>
  );
  return (
    <section class="block">
      <h3>
        {labels.bot}
        <span class={`state ${bot.state}`} role="status" data-testid={TEST_IDS.botState} data-state={bot.state}>
          {labels.states[bot.state]}
        </span>
      </h3>
      <div class="panel-row">
        {button(labels.kill, TEST_IDS.kill, 'kill', !isStopped)}
        {button(labels.start, TEST_IDS.start, 'start', isStopped)}
        {button(labels.restart, TEST_IDS.restart, 'restart', !isStopped)}
      </div>
      <label class="panel-row" title={labels.languageHint}>
        <span>{labels.language}</span>
        <select
          value={bot.locale}
          disabled={busy}
          data-testid={TEST_IDS.botLanguage}
          onChange={({ currentTarget }) => run({ action: 'restart', locale: currentTarget.value as BotView['locale'] })}
        >
          {Object.entries(labels.languages).map(([locale, name]) => (
            <option key={locale} value={locale}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <small class="muted">{labels.languageHint}</small>
    </section>
  );
}
