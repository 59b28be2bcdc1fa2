import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Json } from '../card-view';
import type { Labels } from '../client-labels';
import { childrenOf, json, listed, number, strings, word } from '../read-json';

/** As the sandbox's tap takes it: text, choices, ticked or not. */
export type Value = string | string[] | boolean;

/** What people have entered into the fields of one card. */
export interface Fields {
  valueOf(field: Json): Value;
  faultOf(field: Json): string;
  enter(field: Json, value: Value): void;
  /** Back to what the card came with. */
  reset(form: Json): void;
  /** The form's values by name; null where something is missing, which is then said at the field. */
  check(form: Json): Json | null;
  /** These values are with the platform: a new card does not take them over. */
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

/** Names are unique on a card; a field outside any form may have none. */
export const fieldKey = (field: Json): string => word(field.name) || word(field.element_id) || word(field.tag);

function fieldsIn(element: Json): Json[] {
  return childrenOf(element).flatMap((each) => (FIELD_TAGS.has(word(each.tag)) ? [each] : fieldsIn(each)));
}

/** What stands in a field as the card came. */
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

/** Keeps what was entered while the card changes around it, as far as the fields are still there. */
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
