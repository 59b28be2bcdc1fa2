import { createContext } from 'preact';
import { useCallback, useContext, useMemo, useState } from 'preact/hooks';
import { SandboxGone } from '../api';
import { useLabels } from '../labels';
import { TEST_IDS } from '../test-ids';

const SHOWN_MS = 4000;

/** A short notice on the page. */
export interface Toast {
  id: number;
  type: string;
  content: string;
}

/** How components show notices. */
export interface Notices {
  /** Shows a short notice; `type` is info, success, warning or error. */
  say(content: string, type?: string): void;
  /** Does something and shows a toast if it fails; true if it succeeded. */
  attempt(work: () => Promise<unknown>): Promise<boolean>;
}

export const NoticesContext = createContext<Notices>({ say: () => {}, attempt: async () => false });
export const useNotices = () => useContext(NoticesContext);

let lastId = 0;

/** The functions for the context, and the toasts to draw. */
export function useToasts(): { notices: Notices; toasts: Toast[] } {
  const labels = useLabels();
  const [toasts, setToasts] = useState<Toast[]>([]);
  const say = useCallback((content: string, type = 'info') => {
    lastId += 1;
    const id = lastId;
    setToasts((shown) => [...shown.slice(-3), { id, type, content }]);
    setTimeout(() => setToasts((shown) => shown.filter((one) => one.id !== id)), SHOWN_MS);
  }, []);
  const attempt = useCallback(
    async (work: () => Promise<unknown>) => {
      try {
        await work();
        return true;
      } catch (error) {
        say(
          error instanceof SandboxGone ? labels.gone : error instanceof Error ? error.message : String(error),
          'error',
        );
        return false;
      }
    },
    [say, labels],
  );
  const notices = useMemo(() => ({ say, attempt }), [say, attempt]);
  return { notices, toasts };
}

/** The list of current toasts. */
export function Toasts({ toasts }: { toasts: Toast[] }) {
  return (
    <div class="toasts" role="status">
      {toasts.map(({ id, type, content }) => (
        <div key={id} class={`toast ${type}`} data-testid={TEST_IDS.toast}>
          {content}
        </div>
      ))}
    </div>
  );
}
