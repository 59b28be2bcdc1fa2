import { useRef, useState } from 'preact/hooks';
import type { Acts, BotView, ClockView } from '../../page-contract';
import { act } from '../api';
import { useLabels, useLanguage } from '../labels';
import { clockAt } from '../lib/clock-face';
import type { Span } from '../lib/happened';
import { dateText, timeText } from '../lib/time-text';
import { Icon } from '../shell/icon';
import { useNotices } from '../shell/toasts';
import { useClosing } from '../state/use-closing';
import { useNow } from '../state/use-now';
import { TEST_IDS } from '../test-ids';
import { Jumps } from './jumps';
import { OwnDuration } from './own-duration';
import { Speed } from './speed';

interface TimeMachineProps {
  clock: ClockView;
  readAt: number;
  bot: BotView;
  /** Whether a tap on the clock opens the controls. */
  isNarrow: boolean;
  onMoved(): void;
  /** The clock jumped over this span. */
  onJumped(span: Span): void;
  /** Shows again what happened in the last jump; null if there was none. */
  onRecall: (() => void) | null;
}

/** The company's time and the controls that move it. */
export function TimeMachine({ clock, readAt, bot, isNarrow, onMoved, onJumped, onRecall }: TimeMachineProps) {
  const labels = useLabels();
  const { attempt } = useNotices();
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const machine = useRef<HTMLElement>(null);
  useClosing(machine, isOpen, () => setOpen(false));
  const move = (body: Acts['clock']) => {
    setBusy(true);
    const from = clockAt(clock, readAt, Date.now());
    const jump = async () => {
      const { now } = await act<'clock', ClockView>('clock', body);
      if ('rate' in body) return;
      setOpen(false);
      onJumped({ from, to: now });
    };
    void attempt(jump).then(() => {
      setBusy(false);
      onMoved();
    });
  };
  return (
    <section class="time-machine" ref={machine} aria-label={labels.clock.heading}>
      {isNarrow ? (
        <button
          type="button"
          class={`clock-face${clock.rate > 1 ? ' running' : ''}`}
          aria-expanded={isOpen}
          title={labels.clock.open}
          data-testid={TEST_IDS.clockToggle}
          onClick={() => setOpen(!isOpen)}
        >
          <Face clock={clock} readAt={readAt} />
          <Icon name="down" />
        </button>
      ) : (
        <div class={`clock-face${clock.rate > 1 ? ' running' : ''}`}>
          <Icon name="clock" />
          <Face clock={clock} readAt={readAt} />
        </div>
      )}
      {(!isNarrow || isOpen) && (
        <div class="clock-controls">
          <Jumps clock={clock} bot={bot} busy={busy} onMove={move} />
          <Speed rate={clock.rate} onMove={move} />
          <OwnDuration busy={busy} onMove={move} />
          {onRecall && (
            <button
              type="button"
              class="quiet small recall"
              title={labels.happenings.recall}
              data-testid={TEST_IDS.recallHappenings}
              onClick={() => {
                setOpen(false);
                onRecall();
              }}
            >
              <Icon name="list" />
              <span>{labels.happenings.recall}</span>
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function Face({ clock, readAt }: { clock: ClockView; readAt: number }) {
  const language = useLanguage();
  const now = useNow(clock, readAt);
  return (
    <time class="clock-time" data-testid={TEST_IDS.clock} data-now={Math.round(now)}>
      <span class="clock-date">{dateText(now, now, language)}</span> <b>{timeText(now, language)}</b>
    </time>
  );
}
