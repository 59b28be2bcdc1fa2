import { useEffect, useRef } from 'preact/hooks';

/** Reads the page anew where the sandbox has started over: what is open and what is typed here was of another run. */
export function useOneRun(run: string | undefined): void {
  const first = useRef(run);
  useEffect(() => {
    first.current ??= run;
    if (run !== first.current) location.reload();
  }, [run]);
}
