import type { BotView, PersonView, TroubleView } from '../../page-contract';
import { act } from '../api';
import { useLabels } from '../labels';
import { Sheet } from '../shell/sheet';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';
import { BotProcess } from './bot-process';
import { Monitor } from './monitor';
import { PeopleAndGroups } from './people-and-groups';
import { StartOver } from './start-over';

const SLOW_MS = 2000;
const FLAKY = 0.3;

interface TroublePanelProps {
  /** Who may leave the company here, and whose groups may be dissolved. */
  person: PersonView;
  trouble: TroubleView;
  bot: BotView;
  canStartOver: boolean;
  onChanged(): void;
  onClose(): void;
}

/** Whether any switch is on. */
export const isTroubled = ({ latencyMs, errorRate, rateLimited, buzzRefused, panelsRefused }: TroubleView) =>
  latencyMs > 0 || errorRate > 0 || rateLimited || buzzRefused || panelsRefused;

/** Switches that make platform and bot fail, and their figures. */
export function TroublePanel({ person, trouble, bot, canStartOver, onChanged, onClose }: TroublePanelProps) {
  const labels = useLabels().trouble;
  const { attempt, say } = useNotices();
  const set = (change: Partial<TroubleView>) => void attempt(() => act('trouble', change)).then(onChanged);
  const drop = () =>
    void attempt(() => act('trouble', { drop: true })).then((dropped) => {
      if (dropped) say(labels.dropped);
      onChanged();
    });
  return (
    <Sheet title={labels.heading} testId={TEST_IDS.trouble} onClose={onClose}>
      <section class="block">
        <h3>{labels.network}</h3>
        <Switch
          label={labels.slow}
          testId={TEST_IDS.slow}
          on={trouble.latencyMs > 0}
          onSet={(on) => set({ latencyMs: on ? SLOW_MS : 0 })}
        />
        <Switch
          label={labels.flaky}
          testId={TEST_IDS.flaky}
          on={trouble.errorRate > 0}
          onSet={(on) => set({ errorRate: on ? FLAKY : 0 })}
        />
        <Switch
          label={labels.limited}
          testId={TEST_IDS.limited}
          on={trouble.rateLimited}
          onSet={(on) => set({ rateLimited: on })}
        />
        <Switch
          label={labels.buzz}
          testId={TEST_IDS.buzzRefused}
          on={trouble.buzzRefused}
          onSet={(on) => set({ buzzRefused: on })}
        />
        <Switch
          label={labels.panels}
          testId={TEST_IDS.panelsRefused}
          on={trouble.panelsRefused}
          onSet={(on) => set({ panelsRefused: on })}
        />
        {bot.transport === 'websocket' && (
          <button type="button" data-testid={TEST_IDS.drop} onClick={drop}>
            {labels.drop}
          </button>
        )}
      </section>
      <PeopleAndGroups person={person} onChanged={onChanged} />
      <BotProcess bot={bot} onChanged={onChanged} />
      <Monitor bot={bot} />
      <StartOver isOffered={canStartOver} />
    </Sheet>
  );
}

interface SwitchProps {
  label: string;
  testId: string;
  on: boolean;
  onSet(on: boolean): void;
}

function Switch({ label, testId, on, onSet }: SwitchProps) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        data-testid={testId}
        checked={on}
        aria-checked={on}
        onChange={({ currentTarget }) => onSet(currentTarget.checked)}
      />
    </label>
  );
}
