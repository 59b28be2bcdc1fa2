import { useEffect, useState } from 'preact/hooks';

const RECONNECT_MS = 2000;
/** Real milliseconds before the page reports a lost sandbox. A sandbox that starts over is back sooner. */
const WORRIED_AFTER_MS = 3000;

/** Calls back on each change of the sandbox and after a reconnection; true while it is connected. */
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
        // The browser reconnects by itself unless the answer was no stream.
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
