import type { Acts } from '../../page-contract';
import { useLabels } from '../labels';
import { Icon } from '../shell/icon';
import { TEST_IDS } from '../test-ids';

const RATES = [1, 60, 3600] as const;

/** The rate of the clock. A fast clock is easy to see and stopped with one tap. */
export function Speed({ rate, onMove }: { rate: number; onMove(body: Acts['clock']): void }) {
  const labels = useLabels();
  return (
    <fieldset class={`speed${rate > 1 ? ' running' : ''}`}>
      <legend class="unseen">{labels.clock.speed}</legend>
      {RATES.map((each) => (
        <button
          key={each}
          type="button"
          class="small"
          aria-pressed={each === rate}
          data-testid={TEST_IDS.rate}
          data-rate={each}
          onClick={() => onMove({ rate: each })}
        >
          {`${each}×`}
        </button>
      ))}
      {rate > 1 && (
        <button
          type="button"
          class="small stop"
          title={labels.clock.running(rate)}
          data-testid={TEST_IDS.stopRunning}
          onClick={() => onMove({ rate: 1 })}
        >
          <Icon name="stop" />
          {labels.clock.stop}
        </button>
      )}
    </fieldset>
  );
}
