import { useState } from 'preact/hooks';

const PREFIX = 'sandbox ';

/** The stored value; null if there is none or the browser stores nothing. */
export function readStored<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Stores a value as JSON, if the browser stores anything. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // In a browser that stores nothing, the state ends with the page.
  }
}

/** State that outlives the page. */
export function useStored<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readStored<T>(key) ?? initial);
  const set = (next: T) => {
    setValue(next);
    writeStored(key, next);
  };
  return [value, set];
}
