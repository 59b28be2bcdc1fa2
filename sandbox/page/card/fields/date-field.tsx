import { useRef, useState } from 'preact/hooks';
import { dateText, timeText } from '../date-text';
import type { ElementProps } from '../element';
import { Glyph } from '../icon';
import { useScope } from '../scope';
import { Calendar } from './calendar';
import { Field, useField } from './field';
import { Popover } from './popover';
import { TimeLists } from './time-lists';

type Part = 'date' | 'time';
const PARTS: Record<string, Part[]> = {
  date_picker: ['date'],
  picker_time: ['time'],
  picker_datetime: ['date', 'time'],
};
const DATE = /^\d{4}-\d\d-\d\d/;
const TIME = /\d\d:\d\d$/;

/** A date, a time, or both. The picked value counts once it is confirmed. */
export function DateField({ element, label: above }: ElementProps) {
  const { busy, form, tap, view, labels } = useScope();
  const { control, fault, label, placeholder, value, enter } = useField(element, above);
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const parts = PARTS[String(element.tag)] ?? ['date'];
  const text = String(value);
  const set = (picked: string) => {
    setOpen(false);
    anchor.current?.focus();
    enter(picked);
    if (!form && picked) tap(element, { option: picked });
  };
  const name = control['aria-label'] ?? label;
  return (
    <Field element={element} id={control.id} label={label} fault={fault}>
      <button
        {...control}
        aria-label={`${name} ${text}`}
        ref={anchor}
        type="button"
        role="combobox"
        class={`select ${text === '' ? 'unset' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => !busy && setOpen(!open)}
      >
        <span class="select-value">{text || placeholder || labels.choose}</span>
        <Glyph name={parts.includes('date') ? 'calendar' : 'time'} />
      </button>
      {open && (
        <Popover anchor={anchor} onClose={() => setOpen(false)} label={name} role="dialog" class="dates">
          <Picker parts={parts} value={text} now={(view.now ?? Date.now)()} onSet={set} />
        </Popover>
      )}
    </Field>
  );
}

interface PickerProps {
  parts: Part[];
  value: string;
  now: number;
  onSet: (value: string) => void;
}

function Picker({ parts, value, now, onSet }: PickerProps) {
  const { labels } = useScope();
  const [date, setDate] = useState(DATE.exec(value)?.[0] ?? dateText(now));
  const [time, setTime] = useState(TIME.exec(value)?.[0] ?? timeText(now));
  const both = (day: string, clock: string) => parts.map((part) => (part === 'date' ? day : clock)).join(' ');
  return (
    <>
      <div class="dates-parts">
        {parts.includes('date') && (
          <Calendar
            date={date}
            today={dateText(now)}
            onPick={(day) => (parts.length === 1 ? onSet(day) : setDate(day))}
          />
        )}
        {parts.includes('time') && <TimeLists time={time} hasFocus={!parts.includes('date')} onPick={setTime} />}
      </div>
      <div class="dates-foot">
        <button type="button" class="btn primary_text" onClick={() => onSet(both(dateText(now), timeText(now)))}>
          {parts.includes('time') ? labels.now : labels.today}
        </button>
        <span />
        {value !== '' && (
          <button type="button" class="btn text" onClick={() => onSet('')}>
            {labels.clear}
          </button>
        )}
        {parts.includes('time') && (
          <button type="button" class="btn primary_filled" onClick={() => onSet(both(date, time))}>
            {labels.ok}
          </button>
        )}
      </div>
    </>
  );
}
