import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** A place in the file, from the top: names of entries and numbers of items. */
export type Path = readonly PropertyKey[];

/** A YAML document as texts, lists and mappings, with the line of each. Anchors and aliases work; tags do not. */
export class YamlFile {
  /** Where the file is not YAML, or names an entry twice. */
  readonly faults: { line: number; message: string }[];
  /** The whole document. Undefined if it is empty or not YAML at all. */
  readonly value: unknown;
  private readonly lines = new LineCounter();
  private readonly document: Document;
  private readonly root: Node | null;
  private readonly made = new Map<Node, object>();

  /** `source` is the whole file. */
  constructor(source: string) {
    this.document = parseDocument(source, { lineCounter: this.lines, prettyErrors: false, logLevel: 'silent' });
    const { errors, contents } = this.document;
    this.faults = errors.map(({ pos, message }) => ({
      line: this.lineAt(pos[0]),
      message: message.split('\n')[0] ?? message,
    }));
    this.root = this.resolved(contents);
    const isBroken = errors.some(({ code }) => code !== 'DUPLICATE_KEY');
    this.value = isBroken ? undefined : this.plain(this.root);
  }

  /** The line of a value. If the value is missing: of the mapping that should have it. */
  lineOf(path: Path): number {
    let node = this.root;
    for (const step of path) {
      const inner: Node | null = node && this.inner(node, step);
      if (!inner) break;
      node = inner;
    }
    return this.lineAt(node?.range?.[0] ?? 0);
  }

  /** The line of an entry's name in the mapping at `path`. */
  lineOfEntry(path: Path, entry: string): number {
    const mapping = path.reduce<Node | null>((node, step) => node && this.inner(node, step), this.root);
    const key = isMap(mapping) ? keysOf(mapping).find((one) => textOf(one) === entry) : null;
    return key?.range ? this.lineAt(key.range[0]) : this.lineOf(path);
  }

  private inner(node: Node, step: PropertyKey): Node | null {
    if (isSeq(node)) return this.itemsOf(node)[Number(step)] ?? null;
    return isMap(node) ? (this.entriesOf(node).get(String(step)) ?? null) : null;
  }

  /** Empty items are left out. */
  private itemsOf(list: YAMLSeq): Node[] {
    return list.items.map((item) => this.resolved(item)).filter((item) => item !== null);
  }

  /** The values by their names; null for an entry without a value. */
  private entriesOf(mapping: YAMLMap): Map<string, Node | null> {
    return new Map(mapping.items.map(({ key, value }) => [textOf(key as Node | null), this.resolved(value)]));
  }

  private plain(node: Node | null): unknown {
    if (node === null) return undefined;
    if (!isSeq(node) && !isMap(node)) return textOf(node);
    const known = this.made.get(node);
    if (known) return known;
    // Kept before it is filled: aliases may run in a circle.
    const made: unknown[] & Record<string, unknown> = isSeq(node) ? [] : Object.create(null);
    this.made.set(node, made);
    if (isSeq(node)) made.push(...this.itemsOf(node).map((item) => this.plain(item)));
    else for (const [name, value] of this.entriesOf(node)) made[name] = this.plain(value);
    return made;
  }

  private resolved(node: unknown): Node | null {
    const target = isAlias(node) ? node.resolve(this.document) : (node as Node | null);
    return !target || (isScalar(target) && target.value === null) ? null : target;
  }

  private lineAt(offset: number): number {
    return Math.max(1, this.lines.linePos(offset).line);
  }
}

const keysOf = (mapping: YAMLMap) => mapping.items.map(({ key }) => key as Node | null);

/** The text as it was written, whatever type YAML takes it for: `0123` stays `0123`. Empty for a list or a mapping. */
function textOf(node: Node | null): string {
  if (!isScalar(node)) return '';
  return (typeof node.value === 'string' ? node.value : (node.source ?? '')).trim();
}
