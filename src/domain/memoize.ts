/**
 * Works it out once for each object, and forgets it with the object. For what never changes, such as what was said: a long
 * conversation is megabytes, and each part of a card asks for its words.
 */
export function remembered<K extends object, V>(work: (of: K) => V): (of: K) => V {
  const done = new WeakMap<K, { result: V }>();
  return (of) => {
    const known = done.get(of);
    if (known) return known.result;
    const result = work(of);
    done.set(of, { result });
    return result;
  };
}
