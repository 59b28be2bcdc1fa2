import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardView, Json } from './card-view';
import { clientLabels } from './client-labels';
import { Elements } from './element';
import { useFields } from './fields/use-fields';
import { Header } from './header';
import { Stack } from './layout/stack';
import { isJson, json, listed, textOf, word } from './read-json';
import { ScopeContext } from './scope';
import { useKeptFocus } from './use-kept-focus';

/** Draws a card (Card JSON 2.0) as the client does. */
export function Card({ card, view }: { card: Json; view: CardView }) {
  const root = useRef<HTMLElement>(null);
  const locale = view.locale ?? (document.documentElement.lang || 'zh-CN');
  const labels = clientLabels(locale);
  const fields = useFields(card, root, labels);
  const { busy, tap } = useTap(view, locale, fields.sent);
  useKeptFocus(root);
  const scope = { view, locale, labels, fields, Elements, form: null, busy, isLive: view.disabledReason === null, tap };
  const { header, body, config } = card;
  const width = word(json(config).width_mode) || 'default';
  return (
    <ScopeContext.Provider value={scope}>
      <article class={`card width-${width}`} ref={root} aria-busy={busy !== null}>
        {isJson(header) && <Header header={header} />}
        <Stack class="card-body" layout={json(body)}>
          <Elements elements={listed(json(body).elements)} />
        </Stack>
        {view.disabledReason !== null && <p class="card-dead">{view.disabledReason}</p>}
      </article>
    </ScopeContext.Provider>
  );
}

/** Sends one tap at a time. `sent` gets the form's values once the platform has accepted them. */
function useTap(view: CardView, locale: string, sent: (form: Json) => void) {
  const [busy, setBusy] = useState<Json | null>(null);
  const isBusy = useRef(false);
  const isThere = useRef(true);
  useLayoutEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  const tap = (control: Json, more: { option?: string; form?: Json } = {}) => {
    if (isBusy.current || view.disabledReason !== null) return;
    isBusy.current = true;
    setBusy(control);
    void view
      .tap({ ...identityOf(control, locale), ...more })
      .then((taken) => {
        if (taken !== false && more.form) sent(more.form);
      })
      .finally(() => {
        isBusy.current = false;
        if (isThere.current) setBusy(null);
      });
  };
  return { busy, tap };
}

/** What the platform needs to find the control. */
function identityOf(control: Json, locale: string) {
  const callback = listed(control.behaviors).find(({ type }) => type === 'callback');
  const value = callback?.value ?? control.value;
  const cmd = word(json(value).cmd) || word(control.name);
  const label = [control.text, control.label, control.placeholder].map((text) => textOf(text, locale)).find(Boolean);
  return { ...(cmd ? { cmd } : {}), ...(label ? { label } : {}), ...(value === undefined ? {} : { value }) };
}
