/** Makes callers wait until `count` of them have come; later callers pass at once. */
export function barrier(count: number): () => Promise<void> {
  let waiting = count;
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    waiting -= 1;
    if (waiting <= 0) open();
    return opened;
  };
}
