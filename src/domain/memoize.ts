/**
 * Computes a result once for each object, and forgets the result with the object. For objects that never change: a long
 * conversation is megabytes, and each part of a card asks for its text.
 */
export function memoize<K extends object, V>(compute: (of: K) => V): (of: K) => V {
  const done = new WeakMap<K, { result: V }>();
  return (of) => {
    const known = done.get(of);
    if (known) return known.result;
    const result = compute(of);
    done.set(of, { result });
    return result;
  };
}
