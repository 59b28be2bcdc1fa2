/** What is said of an entry that a mapping does not know: the entry that was probably meant, or all that are known. */
export function unknownEntry(entry: string, known: readonly string[]): string {
  const near = nearest(entry, known);
  return near ? `is not known; did you mean ${near}?` : `is not known; known are ${known.join(', ')}`;
}

/** The known entry that was probably meant: itself if it is known; undefined if none is near. */
export function nearest(entry: string, known: readonly string[]): string | undefined {
  if (known.includes(entry)) return entry;
  return known.find((candidate) => distance(entry, candidate) <= Math.max(1, Math.floor(candidate.length / 4)));
}

/** How many letters to insert, drop or replace to come from one word to the other. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
