import { element } from './dom.mjs';

// Fields of a form as a person fills them. Each field answers `value()` as the sandbox's tap takes it.

/** The controls of one form: finds out what is missing, and gathers the values. */
export class FormFields {
  fields = [];

  /** Makes the control for a card element, or null where it is none. `people`: what a person select offers. */
  add(tagged, people) {
    const make = MAKERS[tagged.tag];
    if (!make) return null;
    const { control, value, reset } = make(tagged, people);
    if (tagged.disabled) control.disabled = true;
    const label = tagged.label?.content ?? (tagged.tag === 'checker' ? tagged.text?.content : '') ?? '';
    // A control without a label has its title, star included, in the text above it.
    const star = tagged.required ? element('b', { className: 'star', textContent: ' *' }) : null;
    const heading = label ? element('span', {}, label, star) : null;
    const why = element('small', { className: 'why', hidden: true });
    const field = element('label', { className: 'field' }, heading, control, why);
    if (!label) control.setAttribute('aria-label', tagged.placeholder?.content ?? tagged.name ?? '');
    control.addEventListener('input', () => mark(field, why, ''));
    control.name = tagged.name ?? '';
    control.dataset.initial = control.value;
    this.fields.push({ name: tagged.name, required: tagged.required === true, field, why, control, value, reset });
    return field;
  }

  /** Marks what is missing; true where nothing is. */
  check() {
    const missing = this.fields.filter(({ required, value }) => required && isEmpty(value()));
    for (const { field, why } of missing) mark(field, why, '必填');
    missing[0]?.control.focus();
    return missing.length === 0;
  }

  /** What was filled in is on its way: a redrawn card does not take it over. */
  sent() {
    for (const { control } of this.fields) control.dataset.initial = control.value;
  }

  values() {
    return Object.fromEntries(this.fields.map(({ name, value }) => [name, value()]));
  }

  reset() {
    for (const { reset, field, why } of this.fields) {
      reset();
      mark(field, why, '');
    }
  }
}

/** A card that changes while somebody fills in its form keeps what was typed, and the cursor. */
export function carryOver(before, after) {
  for (const old of before.querySelectorAll('[data-initial]')) {
    const twin = after.querySelector(`[data-initial][name="${CSS.escape(old.name)}"]`);
    if (!twin) continue;
    if (old.value !== old.dataset.initial) twin.value = old.value;
    if (old === document.activeElement) setTimeout(() => focusAt(twin, old.selectionStart));
  }
}

function focusAt(control, caret) {
  control.focus({ preventScroll: true });
  if (typeof caret === 'number') control.setSelectionRange(caret, caret);
}

function mark(field, why, text) {
  field.classList.toggle('invalid', text !== '');
  why.textContent = text;
  why.hidden = text === '';
}

const isEmpty = (value) => value === '' || value === undefined || (Array.isArray(value) && value.length === 0);

function valued(control, initial = '') {
  const reset = () => {
    control.value = initial;
  };
  reset();
  return { control, value: () => control.value, reset };
}

function input(tagged) {
  const shared = { placeholder: tagged.placeholder?.content ?? '', maxLength: tagged.max_length ?? 1000 };
  const control =
    tagged.input_type === 'multiline_text'
      ? element('textarea', { ...shared, rows: Math.min(tagged.rows ?? 5, 6) })
      : element('input', { ...shared, type: tagged.input_type === 'password' ? 'password' : 'text' });
  return valued(control, tagged.default_value ?? '');
}

function options(tagged, people) {
  const listed = tagged.options ?? [];
  if (!tagged.tag.includes('person')) return listed.map(({ text, value }) => [value, text?.content ?? value]);
  const offered = listed.length > 0 ? people.filter(([id]) => listed.some(({ value }) => value === id)) : people;
  return offered;
}

function select(tagged, people) {
  const nothing = element('option', { value: '', textContent: tagged.placeholder?.content ?? '请选择' });
  const choices = options(tagged, people).map(([value, label]) => element('option', { value, textContent: label }));
  const indexed = tagged.initial_index ? tagged.options?.[tagged.initial_index - 1]?.value : '';
  return valued(element('select', {}, nothing, ...choices), tagged.initial_option ?? indexed ?? '');
}

function multiSelect(tagged, people) {
  const chosen = tagged.selected_values ?? [];
  const choices = options(tagged, people).map(([value, label]) => element('option', { value, textContent: label }));
  const control = element('select', { multiple: true, size: Math.min(5, Math.max(2, choices.length)) }, ...choices);
  const reset = () => {
    for (const choice of choices) choice.selected = chosen.includes(choice.value);
  };
  reset();
  return { control, value: () => choices.filter(({ selected }) => selected).map(({ value }) => value), reset };
}

const picker = (type, initial) => (tagged) => valued(element('input', { type }), tagged[initial] ?? '');

function dateTime(tagged) {
  const initial = (tagged.initial_datetime ?? '').replace(' ', 'T');
  const made = valued(element('input', { type: 'datetime-local' }), initial);
  return { ...made, value: () => made.control.value.replace('T', ' ').slice(0, 16) };
}

function checker(tagged) {
  const control = element('input', { type: 'checkbox' });
  const reset = () => {
    control.checked = tagged.checked === true;
  };
  reset();
  return { control, value: () => control.checked, reset };
}

const MAKERS = {
  input,
  select_static: select,
  select_person: select,
  multi_select_static: multiSelect,
  multi_select_person: multiSelect,
  date_picker: picker('date', 'initial_date'),
  picker_time: picker('time', 'initial_time'),
  picker_datetime: dateTime,
  checker,
};
