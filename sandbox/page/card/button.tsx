import { useState } from 'preact/hooks';
import type { Json } from './card-view';
import type { ElementProps } from './element';
import { Icon } from './icon';
import { openUrlOf } from './links';
import { Confirm } from './media/modal';
import { isJson, json, listed, textOf, word } from './read-json';
import { useScope } from './scope';

const TYPES = ['primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled', 'laser'];

/** The question of a control before it acts; null if there is none. */
export const confirmOf = (element: Json): Json | null => (isJson(element.confirm) ? element.confirm : null);

/** A button that calls back, opens an address, submits or resets its form. */
export function Button({ element }: ElementProps) {
  const { busy, form, fields, isLive, locale, tap } = useScope();
  const [asking, setAsking] = useState(false);
  const action = form ? word(element.form_action_type) : '';
  const url = openUrlOf(element);
  const calls = action === 'submit' || listed(element.behaviors).some(({ type }) => type === 'callback');
  const isOff = element.disabled === true || (!isLive && url === null);
  const submit = () => {
    const filled = form && fields.check(form);
    if (filled) tap(element, { form: filled });
  };
  const act = () => {
    if (url) window.open(url, '_blank', 'noopener,noreferrer');
    if (action === 'submit') submit();
    else if (calls) tap(element);
  };
  const start = () => {
    if (busy) return;
    if (action === 'reset' && form) fields.reset(form);
    // Missing fields are shown before the button asks its question.
    else if (confirmOf(element) && (action !== 'submit' || (form && fields.check(form)))) setAsking(true);
    else if (!confirmOf(element)) act();
  };
  const isBusy = busy === element;
  const tips = textOf(isOff ? (element.disabled_tips ?? element.hover_tips) : element.hover_tips, locale);
  return (
    <>
      <button
        type="button"
        class={`btn ${typeOf(element)} size-${word(element.size) || 'medium'} ${element.width === 'fill' ? 'fill' : ''}`}
        style={/^\d+px$/.test(word(element.width)) ? { width: word(element.width) } : undefined}
        disabled={isOff}
        aria-disabled={busy !== null || undefined}
        aria-busy={isBusy}
        data-cmd={cmdOf(element)}
        title={tips || undefined}
        onClick={start}
      >
        {isBusy && <span class="on-its-way" aria-hidden="true" />}
        {isJson(element.icon) && !isBusy && <Icon icon={json(element.icon)} />}
        <span>{textOf(element.text, locale)}</span>
      </button>
      {isOff && textOf(element.disabled_tips, locale) && <small class="btn-why">{tips}</small>}
      {asking && (
        <Confirm
          asked={confirmOf(element)}
          onDone={(yes) => {
            setAsking(false);
            if (yes) act();
          }}
        />
      )}
    </>
  );
}

/** The button's command to the bot, for tests and the tour. */
const cmdOf = (element: Json): string | undefined =>
  listed(element.behaviors)
    .map(({ value }) => word(json(value).cmd))
    .find(Boolean);

const typeOf = ({ type }: Json): string => (TYPES.includes(word(type)) ? word(type) : 'default');
