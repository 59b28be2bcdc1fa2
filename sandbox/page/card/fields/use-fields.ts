import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Json } from '../card-view';
import type { Labels } from '../client-labels';
import { childrenOf, json, listed, number, strings, word } from '../read-json';

/** Value of a field as the sandbox's tap takes it: text, choices, or ticked. */
export type Value = string | string[] | boolean;

/** The values entered into the fields of one card. */
export interface Fields {
  valueOf(field: Json): Value;
  faultOf(field: Json): string;
  enter(field: Json, value: Value): void;
  /** Resets a form to the card's initial values. */
  reset(form: Json): void;
  /** The form's values by name. Null if a required field is empty; the field then shows a fault. */
  check(form: Json): Json | null;
  /** Forgets values that the platform has accepted, so that a new card does not show them. */
  sent(values: Json): void;
}

const FIELD_TAGS = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
]);

/** Key of a field: its name is unique on the card, but a field outside forms may have none. */
export const fieldKey = (field: Json): string => word(field.name) || word(field.element_id) || word(field.tag);

function fieldsIn(element: Json): Json[] {
  return childrenOf(element).flatMap((each) => (FIELD_TAGS.has(word(each.tag)) ? [each] : fieldsIn(each)));
}

/** Initial value of a field. */
function initialOf(field: Json): Value {
  switch (field.tag) {
    case 'input':
      return word(field.default_value);
    case 'multi_select_static':
    case 'multi_select_person':
      return strings(field.selected_values);
    case 'date_picker':
      return word(field.initial_date);
    case 'picker_time':
      return word(field.initial_time);
    case 'picker_datetime':
      return word(field.initial_datetime);
    case 'checker':
      return field.checked === true;
    default:
      return word(field.initial_option) || word(listed(field.options)[(number(field.initial_index) ?? 0) - 1]?.value);
  }
}

const isEmpty = (value: Value) =>
  typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Keeps entered values while the card changes, as long as their fields exist. */
export function useFields(card: Json, root: RefObject<HTMLElement | null>, labels: Labels): Fields {
  const [entered, setEntered] = useState<Record<string, Value>>({});
  const [faults, setFaults] = useState<string[]>([]);
  const sentValues = useRef<Json>({});
  const shown = useRef(card);

  useLayoutEffect(() => {
    if (shown.current === card) return;
    const isSame = same(shown.current, card);
    shown.current = card;
    if (isSame) return;
    const there = new Set(fieldsIn(json(card.body)).map(fieldKey));
    const gone = sentValues.current;
    sentValues.current = {};
    setEntered((before) =>
      Object.fromEntries(Object.entries(before).filter(([key, value]) => there.has(key) && !same(gone[key], value))),
    );
    setFaults((before) => before.filter((key) => there.has(key)));
  }, [card]);

  const current = (field: Json) => entered[fieldKey(field)] ?? initialOf(field);
  return {
    valueOf: current,
    faultOf: (field) => (faults.includes(fieldKey(field)) ? labels.required : ''),
    enter: (field, value) => {
      const key = fieldKey(field);
      setEntered((before) => ({ ...before, [key]: value }));
      setFaults((before) => before.filter((each) => each !== key));
    },
    reset: (form) => {
      const keys = new Set(fieldsIn(form).map(fieldKey));
      setEntered((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !keys.has(key))));
      setFaults((before) => before.filter((key) => !keys.has(key)));
    },
    check: (form) => {
      const fields = fieldsIn(form);
      const missing = fields.filter((field) => field.required === true && isEmpty(current(field))).map(fieldKey);
      setFaults(missing);
      const [first] = missing;
      if (first === undefined) return Object.fromEntries(fields.map((field) => [fieldKey(field), current(field)]));
      const control = root.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(first)}"]`);
      for (let fold = control?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
        fold.open = true;
      control?.focus();
      return null;
    },
    sent: (values) => {
      sentValues.current = values;
    },
  };
}
