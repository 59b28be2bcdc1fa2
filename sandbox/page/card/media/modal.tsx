import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Json } from '../card-view';
import { textOf } from '../read-json';
import { useScope } from '../scope';

interface ModalProps {
  class: string;
  label: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal dialog: focus stays inside; Escape or a click beside it closes it, and focus returns. */
export function Modal({ class: name, label, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => before?.focus({ preventScroll: true });
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which the dialog sees to
    <dialog
      ref={dialog}
      class={name}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        event.stopPropagation();
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      {children}
    </dialog>
  );
}

/** The question before a control acts. */
export function Confirm({ asked, onDone }: { asked: Json | null; onDone: (yes: boolean) => void }) {
  const { locale, labels } = useScope();
  const title = textOf(asked?.title, locale);
  return (
    <Modal class="confirm" label={title} onClose={() => onDone(false)}>
      <h4>{title}</h4>
      <p>{textOf(asked?.text, locale)}</p>
      <div class="confirm-buttons">
        <button type="button" class="btn default" onClick={() => onDone(false)}>
          {labels.cancel}
        </button>
        <button type="button" class="btn primary_filled" onClick={() => onDone(true)}>
          {labels.ok}
        </button>
      </div>
    </Modal>
  );
}
