import { useRef, useState } from 'preact/hooks';
import type { Json } from './card-view';
import type { ElementProps } from './element';
import { Popover } from './fields/popover';
import { webUrl } from './links';
import { listed, textOf, word } from './read-json';
import { useScope } from './scope';

/** A menu of further choices behind three dots. */
export function Overflow({ element }: ElementProps) {
  const { busy, isLive, locale, tap, labels } = useScope();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const choose = (option: Json) => {
    setOpen(false);
    const url = webUrl(option.url) ?? webUrl((option.multi_url as Json | undefined)?.url);
    if (url) window.open(url, '_blank', 'noopener,noreferrer');
    else tap(element, { option: word(option.value) });
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="btn default overflow"
        disabled={!isLive || element.disabled === true}
        aria-label={labels.more}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={busy === element}
        onClick={() => setOpen(!open)}
      >
        {busy === element ? <span class="on-its-way" aria-hidden="true" /> : '⋯'}
      </button>
      {open && (
        <Popover anchor={anchor} onClose={() => setOpen(false)} label={labels.more} role="menu">
          {listed(element.options).map((option) => (
            <button
              key={word(option.value)}
              type="button"
              role="menuitem"
              class="menu-item"
              onClick={() => choose(option)}
            >
              {textOf(option.text, locale)}
            </button>
          ))}
        </Popover>
      )}
    </>
  );
}
