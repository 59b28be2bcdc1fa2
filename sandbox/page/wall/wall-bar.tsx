import type { wallLabels } from './wall-labels';
import type { Language, Theme, WallState, Width } from './wall-state';

interface BarProps {
  state: WallState;
  change: (change: Partial<WallState>) => void;
  labels: ReturnType<typeof wallLabels>;
}

const LANGUAGES: [Language, string][] = [
  ['zh-CN', '中文'],
  ['en-US', 'English'],
];

/** Title, filter and switches. */
export function Bar({ state, change, labels }: BarProps) {
  return (
    <header class="wall-bar">
      <h1>{labels.title}</h1>
      <input
        type="search"
        value={state.q}
        placeholder={labels.filter}
        aria-label={labels.filter}
        onInput={(event) => change({ q: event.currentTarget.value, only: '' })}
      />
      <Switch
        label={labels.language}
        choices={LANGUAGES}
        value={state.locale}
        onChoose={(locale) => change({ locale })}
      />
      <Switch
        label={labels.theme}
        choices={Object.entries(labels.themes) as [Theme, string][]}
        value={state.theme}
        onChoose={(theme) => change({ theme })}
      />
      <Switch
        label={labels.width}
        choices={Object.entries(labels.widths) as [Width, string][]}
        value={state.width}
        onChoose={(width) => change({ width })}
      />
      <a href="/">{labels.back}</a>
    </header>
  );
}

interface SwitchProps<T extends string> {
  label: string;
  choices: [T, string][];
  value: T;
  onChoose: (value: T) => void;
}

function Switch<T extends string>({ label, choices, value, onChoose }: SwitchProps<T>) {
  return (
    <fieldset class="wall-switch">
      <legend>{label}</legend>
      {choices.map(([choice, name]) => (
        <button key={choice} type="button" aria-pressed={choice === value} onClick={() => onChoose(choice)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
