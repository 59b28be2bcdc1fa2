import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useLabels } from '../labels';
import { TEST_IDS } from '../test-ids';
import { Icon } from './icon';

interface SheetProps {
  title: string;
  testId: string;
  onClose(): void;
  children: ComponentChildren;
}

/** A panel beside the conversation, or over the whole page on a phone. Escape closes it, and focus returns. */
export function Sheet({ title, testId, onClose, children }: SheetProps) {
  const labels = useLabels();
  const heading = useId();
  const sheet = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close.current();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside class="sheet" ref={sheet} tabIndex={-1} aria-labelledby={heading} data-testid={testId}>
      <header class="sheet-head">
        <h2 id={heading}>{title}</h2>
        <button
          type="button"
          class="quiet square"
          aria-label={labels.close}
          title={labels.close}
          data-testid={TEST_IDS.closeSheet}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="sheet-body">{children}</div>
    </aside>
  );
}
