import { useState } from 'preact/hooks';
import { confirmOf } from '../button';
import type { Json } from '../card-view';
import type { ElementProps } from '../element';
import { openUrlOf } from '../links';
import { Confirm } from '../media/modal';
import { childrenOf, listed, textOf, word } from '../read-json';
import { useScope } from '../scope';
import { paintOf, Stack, spaceOf } from './stack';

/** All text inside an element, as the accessible name of the box. */
function textIn(element: Json, locale: string): string {
  const own = textOf(element.tag === 'markdown' ? element : element.text, locale);
  return [own, ...childrenOf(element).map((each) => textIn(each, locale))].filter(Boolean).join(' ');
}

/** A box that can be tapped as a whole. A control inside takes precedence. */
export function Container({ element }: ElementProps) {
  const { Elements, busy, isLive, locale, tap } = useScope();
  const [asking, setAsking] = useState(false);
  const url = openUrlOf(element);
  const calls = listed(element.behaviors).some(({ type }) => type === 'callback');
  const isOff = element.disabled === true || (calls && !isLive);
  const isTappable = (calls || url !== null) && !isOff;
  const act = () => {
    if (url) window.open(url, '_blank', 'noopener,noreferrer');
    if (calls) tap(element);
  };
  const answered = (yes: boolean) => {
    setAsking(false);
    if (yes) act();
  };
  const start = () => (confirmOf(element) ? setAsking(true) : act());
  const onClick = (event: Event) => {
    const inner = (event.target as HTMLElement).closest('button, input, textarea, a, [role="combobox"], dialog');
    if (!inner || inner.matches('.box-tap')) start();
  };
  const style = {
    background: paintOf(element.background_style, '-soft'),
    borderColor: paintOf(element.border_color, ''),
    borderRadius: /^\d+(?:px|%)$/.test(word(element.corner_radius)) ? word(element.corner_radius) : undefined,
    margin: spaceOf(element.margin),
    width: /^\d+px$/.test(word(element.width)) ? word(element.width) : undefined,
  };
  const classes = ['box', element.has_border === true && 'bordered', isTappable && 'tappable', isOff && 'off'];
  const tips = textOf(isOff ? element.disabled_tips : element.hover_tips, locale);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is what keys and screen readers use
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      class={classes.filter(Boolean).join(' ')}
      style={style}
      title={tips || undefined}
      onClick={isTappable ? onClick : undefined}
    >
      <Stack layout={element}>
        <Elements elements={listed(element.elements)} />
      </Stack>
      {isTappable && (
        <button
          type="button"
          class="box-tap"
          aria-busy={busy === element}
          aria-label={tips || textIn(element, locale)}
        />
      )}
      {asking && <Confirm asked={confirmOf(element)} onDone={answered} />}
    </div>
  );
}
