import type { BotView, MonitorView } from '../../page-contract';
import { durationText } from '../lib/duration';
import { usePolled } from '../state/use-polled';
import { TEST_IDS } from '../test-ids';
import { useWords } from '../words';
import { Sparkline } from './sparkline';

const REFRESH_MS = 2000;

/** How bot and platform fare now. */
export function Monitor({ bot }: { bot: BotView }) {
  const { trouble: words, units } = useWords();
  const monitor = usePolled<MonitorView>('monitor', REFRESH_MS);
  const bars = monitor?.callsByTenSeconds ?? [];
  const fact = (name: string, label: string, value: string | number | undefined, warns = false) => (
    <div class={`figure${warns ? ' warns' : ''}`} data-fact={name}>
      <dt>{label}</dt>
      <dd>{value ?? words.unknown}</dd>
    </div>
  );
  const outbox = monitor?.outbox;
  return (
    <section class="block" data-testid={TEST_IDS.monitor}>
      <h3>{words.monitor}</h3>
      <Sparkline values={bars} label={words.callsChart(Math.max(0, ...bars))} />
      <dl class="figures">
        {fact('calls', words.calls, monitor?.callsPerMinute)}
        {fact('failed', words.failed, monitor?.failedPerMinute, (monitor?.failedPerMinute ?? 0) > 0)}
        {fact('retries', words.retries, monitor?.retriesPerMinute, (monitor?.retriesPerMinute ?? 0) > 0)}
        {fact('outbox', words.outbox, outbox?.depth, (outbox?.depth ?? 0) > 0)}
        {fact('oldest', words.oldest, outbox ? durationText(outbox.oldestSeconds * 1000, units) : undefined)}
        {fact('events', words.events, monitor?.eventsWaiting, (monitor?.eventsWaiting ?? 0) > 0)}
        {bot.transport === 'websocket'
          ? fact('connections', words.connections, bot.connections, bot.connections === 0)
          : fact('connections', words.webhook, bot.state === 'running' ? words.states.running : words.unknown)}
      </dl>
    </section>
  );
}
