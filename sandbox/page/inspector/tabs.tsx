import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { TEST_IDS } from '../test-ids';

interface Tab {
  id: string;
  label: string;
  draw(): ComponentChildren;
}

/** Tabs that show one panel at a time. Arrow keys move between tabs. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const base = useId();
  const [current, setCurrent] = useState(tabs[0]?.id);
  const list = useRef<HTMLDivElement>(null);
  const index = tabs.findIndex(({ id }) => id === current);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    setCurrent(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            data-tab={tab.id}
            data-testid={TEST_IDS.inspectorTab}
            aria-selected={tab.id === current}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => setCurrent(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${current}`}>
        {tabs[index]?.draw()}
      </div>
    </>
  );
}
