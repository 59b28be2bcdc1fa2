import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api';

/** The sandbox's answer, asked for again at an interval in milliseconds; null if there is no answer. */
export function usePolled<T>(path: string, everyMs: number): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    let timer = 0;
    let stopped = false;
    const load = async () => {
      const next = await ask<T>(path).catch(() => null);
      if (stopped) return;
      setAnswer(next);
      timer = window.setTimeout(() => void load(), everyMs);
    };
    void load();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [path, everyMs]);
  return answer;
}
