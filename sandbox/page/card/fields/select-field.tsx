import { useRef, useState } from 'preact/hooks';
import type { Json } from '../card-view';
import type { ElementProps } from '../element';
import { Glyph } from '../icon';
import { Avatar } from '../media/person';
import { listed, textOf, word } from '../read-json';
import { type Scope, useScope } from '../scope';
import { Choices, type Option } from './choices';
import { Field, useField } from './field';
import { Popover } from './popover';

const isPersons = (element: Json) => word(element.tag).includes('person');

/** The options; a person select without options offers everyone. */
function optionsOf(element: Json, { view, locale }: Scope): Option[] {
  const given = listed(element.options);
  if (!isPersons(element)) {
    return given.map(({ value, text }) => ({ value: word(value), label: textOf(text, locale) || word(value) }));
  }
  const wanted = new Set(given.map(({ value }) => word(value)));
  const offered = view.people.filter(([id]) => wanted.size === 0 || wanted.has(id));
  return offered.map(([value, label]) => ({ value, label, isPerson: true }));
}

/** A select of options or people, for one or several. Outside a form a single choice is sent at once. */
export function SelectField({ element, label: above }: ElementProps) {
  const scope = useScope();
  const { busy, form, tap, labels } = scope;
  const { control, fault, label, placeholder, value, enter } = useField(element, above);
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const options = optionsOf(element, scope);
  const isMultiple = word(element.tag).startsWith('multi');
  const selected = Array.isArray(value) ? value : value === '' ? [] : [String(value)];
  const chosen = selected.map((each) => options.find((option) => option.value === each) ?? labelOnly(each, scope));
  const choose = (picked: string) => {
    if (isMultiple) {
      const next = selected.includes(picked) ? selected.filter((each) => each !== picked) : [...selected, picked];
      return enter(next);
    }
    setOpen(false);
    anchor.current?.focus();
    enter(picked);
    if (!form) tap(element, { option: picked });
  };
  const isBusy = busy === element;
  return (
    <Field element={element} id={control.id} label={label} fault={fault}>
      <button
        {...control}
        aria-label={undefined}
        ref={anchor}
        type="button"
        role="combobox"
        class={`select ${word(element.type) === 'text' ? 'flat' : ''} ${chosen.length === 0 ? 'unset' : ''}`}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? `${control.id}-list` : undefined}
        aria-labelledby={control['aria-label'] ? `${control.id}-name ${control.id}-value` : undefined}
        onClick={() => !busy && setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {control['aria-label'] && (
          <span id={`${control.id}-name`} hidden>
            {control['aria-label']}
          </span>
        )}
        <span class="select-value" id={`${control.id}-value`}>
          {chosen.length === 0 && (placeholder || labels.choose)}
          {chosen.map((option) => (
            <Chosen key={option.value} option={option} isOne={!isMultiple} />
          ))}
        </span>
        {isBusy ? <span class="on-its-way" aria-hidden="true" /> : <Glyph name="down-small-ccm" />}
      </button>
      {open && (
        <Popover
          anchor={anchor}
          onClose={() => setOpen(false)}
          label={control['aria-label'] ?? label}
          role="dialog"
          wide
        >
          <Choices
            id={`${control.id}-list`}
            options={options}
            selected={selected}
            isMultiple={isMultiple}
            label={control['aria-label'] ?? label}
            onChoose={choose}
          />
        </Popover>
      )}
    </Field>
  );
}

const labelOnly = (value: string, { view }: Scope): Option => ({ value, label: view.nameOf(value) });

function Chosen({ option: { label, isPerson }, isOne }: { option: Option; isOne: boolean }) {
  return (
    <span class={isOne ? 'chosen' : 'chosen chosen-chip'}>
      {isPerson && <Avatar name={label} />}
      {label}
    </span>
  );
}
