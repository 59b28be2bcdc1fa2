import type { TargetedEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ElementProps } from '../element';
import { number } from '../read-json';
import { Field, useField } from './field';

/** Most characters of an input on the platform. */
const MAX = 1000;
/** A single line shows its count only near the limit. */
const NEAR = 0.8;
const LINE_PX = 22;
const PADDING_PX = 12;

/** An input of one line, of several lines, or for a password. */
export function Input({ element, label: above }: ElementProps) {
  const { control, fault, label, placeholder, value, enter } = useField(element, above);
  const text = String(value);
  const max = number(element.max_length) ?? MAX;
  const area = useRef<HTMLTextAreaElement>(null);
  const isLong = element.input_type === 'multiline_text';
  const rows = number(element.rows) ?? 5;
  const grows = element.auto_resize === true;
  useLayoutEffect(() => {
    if (area.current && grows) grow(area.current, rows, number(element.max_rows));
  }, [text, grows, rows, element.max_rows]);
  const onInput = (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) => enter(event.currentTarget.value);
  const shared = { ...control, value: text, placeholder, maxLength: max, onInput };
  const count = [...text].length;
  const isCounted = isLong ? count > 0 : count >= max * NEAR;
  return (
    <Field element={element} id={control.id} label={label} fault={fault}>
      {isLong ? (
        <textarea {...shared} ref={area} rows={rows} />
      ) : element.input_type === 'password' ? (
        <input {...shared} type="password" autocomplete="off" />
      ) : (
        <input {...shared} type="text" autocomplete="off" />
      )}
      {isCounted && (
        <small class="counted" aria-hidden="true">
          {count}/{max}
        </small>
      )}
    </Field>
  );
}

/** Makes the area as high as its text, between `rows` and `max_rows` lines. */
function grow(area: HTMLTextAreaElement, rows: number, maxRows: number | null): void {
  area.style.height = 'auto';
  const most = maxRows === null ? Number.POSITIVE_INFINITY : maxRows * LINE_PX + PADDING_PX;
  const wanted = Math.max(area.scrollHeight + 2, rows * LINE_PX + PADDING_PX);
  area.style.height = `${Math.min(wanted, most)}px`;
}
