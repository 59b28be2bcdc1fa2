import { useEffect, useRef, useState } from 'preact/hooks';
import { Glyph } from '../icon';
import { Avatar } from '../media/person';
import { useScope } from '../scope';

/** An option of a list. */
export interface Option {
  value: string;
  label: string;
  isPerson?: boolean;
}

/** Number of options from which the list has a search box. */
const MANY = 10;

interface ChoicesProps {
  id: string;
  label: string;
  options: Option[];
  selected: string[];
  isMultiple: boolean;
  onChoose: (value: string) => void;
}

/** A list of options for pointer and keys, with a search box if it is long or lists people. */
export function Choices({ id, label, options, selected, isMultiple, onChoose }: ChoicesProps) {
  const { labels } = useScope();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const isSearched = options.length > MANY || options.some(({ isPerson }) => isPerson);
  const shown = options.filter((option) => option.label.toLowerCase().includes(query.trim().toLowerCase()));
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ value }) => selected.includes(value)),
    ),
  );
  const current = Math.min(at, shown.length - 1);

  useEffect(() => (search.current ?? list.current)?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const to = moves[event.key];
    const isTyping = event.target === search.current;
    if (to !== undefined && !(isTyping && (event.key === 'Home' || event.key === 'End'))) {
      event.preventDefault();
      setAt((to + shown.length) % Math.max(1, shown.length));
    }
    const option = shown[current];
    if (option && (event.key === 'Enter' || (event.key === ' ' && !isTyping)) && !event.isComposing) {
      event.preventDefault();
      onChoose(option.value);
    }
    if (!isTyping && event.key.length === 1 && event.key !== ' ') {
      const found = shown.findIndex((each) => each.label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) setAt(found);
    }
  };

  const active = shown[current] ? `${id}-${current}` : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the list and the search inside
    <div class="choices" onKeyDown={onKeyDown}>
      {isSearched && (
        <div class="choices-search">
          <Glyph name="search" />
          <input
            ref={search}
            type="text"
            role="combobox"
            value={query}
            placeholder={labels.search}
            aria-label={labels.search}
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={active}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              setAt(0);
            }}
          />
        </div>
      )}
      <div
        ref={list}
        id={id}
        class="choices-list"
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMultiple}
        aria-activedescendant={active}
        tabIndex={isSearched ? -1 : 0}
      >
        {shown.map((option, index) => {
          const isSelected = selected.includes(option.value);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the same
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              class={`choice ${index === current ? 'at' : ''}`}
              aria-selected={isSelected}
              onPointerMove={() => setAt(index)}
              onClick={() => onChoose(option.value)}
            >
              {option.isPerson && <Avatar name={option.label} />}
              <span>{option.label}</span>
              {isSelected && <Glyph name="yes" />}
            </div>
          );
        })}
      </div>
      {shown.length === 0 && <p class="choices-none">{labels.nothing}</p>}
    </div>
  );
}
