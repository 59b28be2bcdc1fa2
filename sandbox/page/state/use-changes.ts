import { useEffect, useState } from 'preact/hooks';

const RECONNECT_MS = 2000;
/** A sandbox that starts over is back sooner: nobody need worry. */
const WORRIED_AFTER_MS = 3000;

/** Calls back when the sandbox tells of a change, and when it is there again; true while it is connected. */
export function useChanges(onChange: () => void): boolean {
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    let stream: EventSource | null = null;
    let retry = 0;
    let worry = 0;
    const open = () => {
      stream = new EventSource('/sandbox/stream');
      stream.addEventListener('open', () => {
        clearTimeout(worry);
        worry = 0;
        setConnected(true);
        onChange();
      });
      stream.addEventListener('message', onChange);
      stream.addEventListener('error', () => {
        worry ||= window.setTimeout(() => setConnected(false), WORRIED_AFTER_MS);
        // A browser tries again by itself unless it was answered with something else than a stream.
        if (stream?.readyState === EventSource.CLOSED) retry = window.setTimeout(open, RECONNECT_MS);
      });
    };
    open();
    return () => {
      clearTimeout(retry);
      clearTimeout(worry);
      stream?.close();
    };
  }, [onChange]);
  return connected;
}
