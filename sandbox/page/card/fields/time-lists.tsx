import { useEffect, useRef } from 'preact/hooks';
import { useScope } from '../scope';

const numbers = (count: number) => Array.from({ length: count }, (_each, at) => String(at).padStart(2, '0'));
const HOURS = numbers(24);
const MINUTES = numbers(60);

interface TimeListsProps {
  /** `09:05` */
  time: string;
  hasFocus: boolean;
  onPick: (time: string) => void;
}

/** Two lists: hours and minutes. */
export function TimeLists({ time, hasFocus, onPick }: TimeListsProps) {
  const { labels } = useScope();
  const [hour = '00', minute = '00'] = time.split(':');
  return (
    <div class="times">
      <Column
        label={labels.hour}
        values={HOURS}
        value={hour}
        hasFocus={hasFocus}
        onPick={(each) => onPick(`${each}:${minute}`)}
      />
      <Column label={labels.minute} values={MINUTES} value={minute} onPick={(each) => onPick(`${hour}:${each}`)} />
    </div>
  );
}

interface ColumnProps {
  label: string;
  values: string[];
  value: string;
  hasFocus?: boolean;
  onPick: (value: string) => void;
}

function Column({ label, values, value, hasFocus = false, onPick }: ColumnProps) {
  const list = useRef<HTMLDivElement>(null);
  const at = values.indexOf(value);
  useEffect(() => {
    const box = list.current;
    const item = box?.children[at] as HTMLElement | undefined;
    if (box && item) box.scrollTop = item.offsetTop - (box.clientHeight - item.clientHeight) / 2;
  }, [at]);
  useEffect(() => {
    if (hasFocus) list.current?.focus({ preventScroll: true });
  }, [hasFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: values.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onPick(values[(to + values.length) % values.length] as string);
  };
  return (
    <div class="times-column">
      <span aria-hidden="true">{label}</span>
      <div ref={list} role="listbox" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
        {values.map((each) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same
          <div key={each} role="option" class="time" aria-selected={each === value} onClick={() => onPick(each)}>
            {each}
          </div>
        ))}
      </div>
    </div>
  );
}
