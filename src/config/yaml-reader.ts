import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/**
 * Walks a YAML document by hand, so that each fault has a line. Faults are gathered, never thrown; what is faulty reads
 * as null. Anchors and aliases work; tags and merge keys do not.
 */
export class YamlReader {
  private readonly lines = new LineCounter();
  private readonly document: Document;
  private readonly faultsFound: { line: number; text: string }[] = [];

  /** `source` is the whole file. */
  constructor(source: string) {
    this.document = parseDocument(source, { lineCounter: this.lines, prettyErrors: false, logLevel: 'silent' });
    for (const { pos, message } of this.document.errors) this.faultAt(pos[0], message.split('\n')[0] ?? message);
  }

  /** Null for an empty file, and for one that is not YAML at all. */
  root(): Node | null {
    const isBroken = this.document.errors.some(({ code }) => code !== 'DUPLICATE_KEY');
    return isBroken ? null : this.resolved(this.document.contents);
  }

  fault(node: Node, text: string): void {
    this.faultAt(node.range?.[0] ?? 0, text);
  }

  /** `line 12: …`, in the order of the file. */
  faults(): string[] {
    return this.faultsFound.toSorted((a, b) => a.line - b.line).map(({ line, text }) => `line ${line}: ${text}`);
  }

  /** The entries that have a value, by name. A name outside `known` is a fault. */
  mapping(node: Node, path: string, known: readonly string[]): Map<string, Node> {
    const entries = new Map<string, Node>();
    if (!isMap(node)) {
      this.fault(node, `${path || 'the file'} must be a mapping of ${known.join(', ')}`);
      return entries;
    }
    for (const { key, value } of node.items as { key: Node | null; value: Node | null }[]) {
      const name = (key && textOf(key)) ?? '';
      const resolved = this.resolved(value);
      if (!known.includes(name))
        this.fault(key ?? node, `${path ? `${path}.` : ''}${name} is not known${hint(name, known)}`);
      else if (resolved) entries.set(name, resolved);
    }
    return entries;
  }

  /** Says that a mapping lacks an entry; what is no mapping at all has its fault already. */
  missing(owner: Node, path: string): void {
    if (isMap(owner)) this.fault(owner, `${path} is missing`);
  }

  /** Empty items are left out. */
  list(node: Node, path: string): Node[] {
    if (isSeq(node)) return (node.items as Node[]).map((item) => this.resolved(item)).filter((item) => item !== null);
    this.fault(node, `${path} must be a list`);
    return [];
  }

  /** The text of a scalar as `read` understands it; `read` answers null for what is not `expected`. */
  scalar<T>(node: Node, path: string, expected: string, read: (text: string) => T | null): T | null {
    const text = textOf(node);
    const value = text === null ? null : read(text);
    if (value === null) this.fault(node, `${path} must be ${expected}`);
    return value;
  }

  private resolved(node: unknown): Node | null {
    const target = isAlias(node) ? node.resolve(this.document) : (node as Node | null);
    return !target || (isScalar(target) && target.value === null) ? null : target;
  }

  private faultAt(offset: number, text: string): void {
    this.faultsFound.push({ line: Math.max(1, this.lines.linePos(offset).line), text });
  }
}

/** What was written, whatever type YAML takes it for: `0123` stays `0123`. Null for lists and mappings. */
function textOf(node: Node): string | null {
  if (!isScalar(node)) return null;
  return (typeof node.value === 'string' ? node.value : (node.source ?? '')).trim();
}

function hint(name: string, known: readonly string[]): string {
  const near = known.find((candidate) => distance(name, candidate) <= Math.max(1, Math.floor(candidate.length / 4)));
  return near ? `; did you mean ${near}?` : `; known are ${known.join(', ')}`;
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
