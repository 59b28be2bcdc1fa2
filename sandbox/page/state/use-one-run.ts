import { useEffect, useRef } from 'preact/hooks';

/** Reloads the page if the sandbox has started over, because open chats and drafts belong to the former run. */
export function useOneRun(run: string | undefined): void {
  const first = useRef(run);
  useEffect(() => {
    first.current ??= run;
    if (run !== first.current) location.reload();
  }, [run]);
}
