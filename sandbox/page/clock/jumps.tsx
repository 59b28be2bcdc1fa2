import type { Acts, BotView, ClockView } from '../../page-contract';
import { useLabels, useLanguage } from '../labels';
import { compactText, momentText } from '../lib/time-text';
import { TEST_IDS } from '../test-ids';

const HOUR = 3_600_000;

interface JumpsProps {
  clock: ClockView;
  bot: BotView;
  busy: boolean;
  onMove(body: Acts['clock']): void;
}

/** Buttons that jump the clock. The jump to the next reminder tells its time, or why there is none. */
export function Jumps({ clock, bot, busy, onMove }: JumpsProps) {
  const labels = useLabels();
  const language = useLanguage();
  const { nextReminderAt: next, now } = clock;
  const why =
    next !== null
      ? labels.clock.reminderAt(momentText(next, now, language))
      : bot.state === 'running'
        ? labels.clock.noReminder
        : labels.clock.botAway;
  const soon = next === null ? '' : compactText(next, now, language);
  const jump = (label: string, testId: string, body: Acts['clock']) => (
    <button type="button" class="small" data-testid={testId} disabled={busy} onClick={() => onMove(body)}>
      {label}
    </button>
  );
  return (
    <div class="jumps">
      {jump(labels.clock.hour, TEST_IDS.hour, { advanceMs: HOUR })}
      {jump(labels.clock.fourHours, TEST_IDS.fourHours, { advanceMs: 4 * HOUR })}
      {jump(labels.clock.morning, TEST_IDS.morning, { until: 'next-morning' })}
      {/* Looks disabled but keeps the focus, so that pointer and keyboard can read the reason. */}
      <button
        type="button"
        class="small before-reminder"
        data-testid={TEST_IDS.beforeReminder}
        data-next={next ?? ''}
        aria-disabled={next === null || busy}
        title={why}
        aria-label={`${labels.clock.reminder}${soon}. ${why}`}
        onClick={() => next !== null && !busy && onMove({ until: 'next-reminder' })}
      >
        {labels.clock.reminder}
        {soon && <small>{soon}</small>}
      </button>
      <p class="reason">{why}</p>
    </div>
  );
}
