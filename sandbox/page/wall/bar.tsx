import type { Language, Theme, WallState, Width } from './wall-state';
import type { wallWords } from './wall-words';

interface BarProps {
  state: WallState;
  change: (change: Partial<WallState>) => void;
  words: ReturnType<typeof wallWords>;
}

const LANGUAGES: [Language, string][] = [
  ['zh-CN', '中文'],
  ['en-US', 'English'],
];

/** Title, filter and switches. */
export function Bar({ state, change, words }: BarProps) {
  return (
    <header class="wall-bar">
      <h1>{words.title}</h1>
      <input
        type="search"
        value={state.q}
        placeholder={words.filter}
        aria-label={words.filter}
        onInput={(event) => change({ q: event.currentTarget.value, only: '' })}
      />
      <Switch
        label={words.language}
        choices={LANGUAGES}
        value={state.locale}
        onChoose={(locale) => change({ locale })}
      />
      <Switch
        label={words.theme}
        choices={Object.entries(words.themes) as [Theme, string][]}
        value={state.theme}
        onChoose={(theme) => change({ theme })}
      />
      <Switch
        label={words.width}
        choices={Object.entries(words.widths) as [Width, string][]}
        value={state.width}
        onChoose={(width) => change({ width })}
      />
      <a href="/">{words.back}</a>
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
