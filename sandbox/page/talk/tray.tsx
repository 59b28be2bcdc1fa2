import { useState } from 'preact/hooks';
import type { SampleView } from '../../page-contract';
import { act } from '../api';
import { useLabels } from '../labels';
import { Icon, type IconName } from '../shell/icon';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';
import type { Place } from './message-place';

interface TrayProps {
  samples: SampleView[];
  place: Place;
  onDone(): void;
}

const ICONS: Record<SampleView['form'], IconName> = {
  text: 'text',
  post: 'post',
  image: 'image',
  file: 'file',
  audio: 'audio',
  video: 'video',
  merged: 'merged',
  location: 'location',
  card: 'card',
  burst: 'burst',
};

/** Samples to forward: one with a tap, or several at once in the order of picking. */
export function Tray({ samples, place, onDone }: TrayProps) {
  const labels = useLabels();
  const { attempt } = useNotices();
  const [picked, setPicked] = useState<string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const forward = (samples: string[]) => {
    setBusy(true);
    void attempt(() => act('forward', { person: place.person.id, samples, chatId: place.chat.id })).then((sent) => {
      setBusy(false);
      if (sent) onDone();
    });
  };
  const tap = (id: string) => {
    if (picked === null) forward([id]);
    else setPicked(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  };
  return (
    <section class="tray" aria-label={labels.tray.heading} data-testid={TEST_IDS.tray}>
      <header>
        <h3>{labels.tray.heading}</h3>
        {picked !== null && (
          <button
            type="button"
            class="solid small"
            disabled={busy || picked.length === 0}
            data-testid={TEST_IDS.trayForward}
            onClick={() => forward(picked)}
          >
            {labels.tray.forward(picked.length)}
          </button>
        )}
        <button
          type="button"
          class="quiet small"
          aria-pressed={picked !== null}
          data-testid={TEST_IDS.traySeveral}
          onClick={() => setPicked(picked === null ? [] : null)}
        >
          {picked === null ? labels.tray.several : labels.tray.single}
        </button>
        <button type="button" class="quiet square" aria-label={labels.close} onClick={onDone}>
          <Icon name="close" />
        </button>
      </header>
      <ul>
        {samples.map((sample) => (
          <li key={sample.id}>
            <TrayItem
              sample={sample}
              place={picked === null ? null : picked.indexOf(sample.id) + 1}
              disabled={busy}
              onTap={() => tap(sample.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TrayItemProps {
  sample: SampleView;
  /** Position among the picked samples, 0 if not picked; null if a tap forwards at once. */
  place: number | null;
  disabled: boolean;
  onTap(): void;
}

function TrayItem({ sample, place, disabled, onTap }: TrayItemProps) {
  const labels = useLabels();
  return (
    <button
      type="button"
      class="tray-item"
      data-testid={TEST_IDS.trayItem}
      data-sample={sample.id}
      disabled={disabled}
      aria-pressed={place === null ? undefined : place > 0}
      onClick={onTap}
    >
      <span class="tray-icon" title={labels.tray.forms[sample.form]}>
        <Icon name={ICONS[sample.form] ?? 'text'} />
      </span>
      <span class="entry-text">
        <span class="entry-name">{sample.title}</span>
        <small>{sample.preview}</small>
      </span>
      {place !== null && <span class={`pick${place > 0 ? ' on' : ''}`}>{place > 0 ? place : ''}</span>}
    </button>
  );
}
