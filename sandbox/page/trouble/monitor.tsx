import type { BotView, MonitorView } from '../../page-contract';
import { useLabels } from '../labels';
import { durationText } from '../lib/duration';
import { usePolled } from '../state/use-polled';
import { TEST_IDS } from '../test-ids';
import { Sparkline } from './sparkline';

const REFRESH_MS = 2000;

/** Current figures of bot and platform. */
export function Monitor({ bot }: { bot: BotView }) {
  const { trouble: labels, units } = useLabels();
  const monitor = usePolled<MonitorView>('monitor', REFRESH_MS);
  const bars = monitor?.callsByTenSeconds ?? [];
  const fact = (name: string, label: string, value: string | number | undefined, warns = false) => (
    <div class={`figure${warns ? ' warns' : ''}`} data-fact={name}>
      <dt>{label}</dt>
      <dd>{value ?? labels.unknown}</dd>
    </div>
  );
  const outbox = monitor?.outbox;
  return (
    <section class="block" data-testid={TEST_IDS.monitor}>
      <h3>{labels.monitor}</h3>
      <Sparkline values={bars} label={labels.callsChart(Math.max(0, ...bars))} />
      <dl class="figures">
        {fact('calls', labels.calls, monitor?.callsPerMinute)}
        {fact('failed', labels.failed, monitor?.failedPerMinute, (monitor?.failedPerMinute ?? 0) > 0)}
        {fact('retries', labels.retries, monitor?.retriesPerMinute, (monitor?.retriesPerMinute ?? 0) > 0)}
        {fact('outbox', labels.outbox, outbox?.depth, (outbox?.depth ?? 0) > 0)}
        {fact('oldest', labels.oldest, outbox ? durationText(outbox.oldestSeconds * 1000, units) : undefined)}
        {fact('events', labels.events, monitor?.eventsWaiting, (monitor?.eventsWaiting ?? 0) > 0)}
        {bot.transport === 'websocket'
          ? fact('connections', labels.connections, bot.connections, bot.connections === 0)
          : fact('connections', labels.webhook, bot.state === 'running' ? labels.states.running : labels.unknown)}
      </dl>
    </section>
  );
}
