import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Json } from '../card-view';
import { textOf, word } from '../read-json';
import { useScope } from '../scope';
import { fieldKey, type Value } from './use-fields';

/** Props of a control in a form. */
export interface Control {
  id: string;
  'data-field': string;
  disabled: boolean;
  'aria-invalid': boolean;
  'aria-required': boolean;
  'aria-describedby': string | undefined;
  'aria-label': string | undefined;
}

/** State of a field: its value, its setter, and the attributes of its control. */
export function useField(element: Json, label: string) {
  const { fields, isLive, locale } = useScope();
  const id = useId();
  const own = textOf(element.label, locale);
  const fault = fields.faultOf(element);
  const control: Control = {
    id,
    'data-field': fieldKey(element),
    disabled: element.disabled === true || !isLive,
    'aria-invalid': fault !== '',
    'aria-required': element.required === true,
    'aria-describedby': fault === '' ? undefined : `${id}-why`,
    'aria-label': own ? undefined : label || textOf(element.placeholder, locale) || fieldKey(element),
  };
  return {
    control,
    fault,
    label: own,
    placeholder: textOf(element.placeholder, locale),
    value: fields.valueOf(element),
    enter: (value: Value) => fields.enter(element, value),
  };
}

interface FieldProps {
  element: Json;
  id: string;
  label: string;
  fault: string;
  children: ComponentChildren;
}

/** A label with a star if required, the control, and its fault. */
export function Field({ element, id, label, fault, children }: FieldProps) {
  const width = word(element.width);
  const style = /^\d+px$/.test(width) ? { width } : undefined;
  const classes = [
    'field',
    width === 'fill' && 'fill',
    element.label_position === 'left' && 'label-left',
    fault && 'invalid',
  ];
  return (
    <div class={classes.filter(Boolean).join(' ')} style={style}>
      {label && (
        <label for={id}>
          {label}
          {element.required === true && <b class="star"> *</b>}
        </label>
      )}
      <div class="field-control">
        {children}
        {fault && (
          <small class="field-why" id={`${id}-why`} role="alert">
            {fault}
          </small>
        )}
      </div>
    </div>
  );
}
