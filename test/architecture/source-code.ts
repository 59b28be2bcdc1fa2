import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '..', '..');

export interface Import {
  from: string;
  /** False for imports of types, which leave nothing at run time. */
  isValue: boolean;
}

const PIECES = [
  String.raw`\/\/[^\n]*`,
  String.raw`\/\*[\s\S]*?\*\/`,
  String.raw`'(?:\\.|[^'\\\n])*'`,
  String.raw`"(?:\\.|[^"\\\n])*"`,
  // A template; its expressions may hold one more template.
  '`(?:\\\\.|\\$\\{(?:[^{}`]|`(?:\\\\.|[^`\\\\])*`|\\{[^{}]*\\})*\\}|[^`\\\\])*`',
  // A slash that can only begin a regular expression.
  String.raw`(?<=(?:^|[=(,:[!&|?{};+]|return|=>)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*`,
];

/**
 * The code alone: without comments and regular expressions, and each quoted text replaced by `'#n'`, its place in
 * `texts`.
 */
export function codeOf(source: string, { templates = false } = {}): { code: string; texts: string[] } {
  const texts: string[] = [];
  const code = source.replaceAll(new RegExp(PIECES.join('|'), 'gm'), (piece) => {
    if (piece.startsWith('`')) return templates ? piece : '``';
    if (piece.startsWith('/')) return ' ';
    texts.push(piece.slice(1, -1));
    return `'#${texts.length - 1}'`;
  });
  return { code, texts };
}

/** The regular expressions written as `/…/`; those made with `new RegExp` are known only at run time. */
export function regularExpressionsOf(source: string): RegExp[] {
  const pieces = [...source.matchAll(new RegExp(PIECES.join('|'), 'gm'))].map(([piece]) => piece);
  return pieces.flatMap((piece) => {
    const [, pattern, flags] = /^\/(?![/*])(.*)\/([a-z]*)$/s.exec(piece) ?? [];
    return pattern === undefined ? [] : [new RegExp(pattern, flags)];
  });
}

const CLAUSE = String.raw`((?:[\w$]+\s*,\s*)?(?:\{[^}]*\}|\*(?:\s*as\s+[\w$]+)?|[\w$]+))`;
const STATEMENT = new RegExp(String.raw`^\s*(?:import|export)\s*(type\s)?\s*${CLAUSE}\s*from\s*'#(\d+)'`, 'gm');
const BARE = /^\s*import\s*'#(\d+)'/gm;
const CALL = /\b(?:import|require)\s*\(\s*'#(\d+)'/g;

/** All imports of a file: `import`, re-exports, `import()`, `require()`; types included. */
export function importsOf(source: string): Import[] {
  const { code, texts } = codeOf(source);
  const text = (index: string | undefined) => texts[Number(index)] as string;
  const statements = [...code.matchAll(STATEMENT)].map(([, type, clause = '', index]) => ({
    from: text(index),
    isValue: type === undefined && !namesOnlyTypes(clause),
  }));
  const others = [...code.matchAll(BARE), ...code.matchAll(CALL)];
  return [...statements, ...others.map(([, index]) => ({ from: text(index), isValue: true }))];
}

/** True for `{ type A, type B }`, with nothing else before or between the braces. */
function namesOnlyTypes(clause: string): boolean {
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
}

const CLOCK = [
  /\bDate\s*\.\s*now\b/,
  /\bnew\s+Date\s*(?:\(\s*\)|(?=[;,)\]]))/,
  /(?<!new\s+|\.)\bDate\s*\(/,
  /\bperformance\b/,
  /\bhrtime\b/,
  /\bMath\s*\.\s*random\b/,
  /\brandom(?:UUID|Bytes|Int|FillSync)\b/,
  /\bgetRandomValues\b/,
];

/** Reads of the time or of randomness, which make a file's results differ from run to run. */
export function worldlyReadsOf(source: string): string[] {
  const { code } = codeOf(source, { templates: true });
  return CLOCK.flatMap((read) => read.exec(code)?.[0].trim() ?? []);
}

/** The files under these folders, from the project's root. */
export function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .sort(),
  );
}

export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

export const isProgram = (file: string): boolean => /\.(?:tsx?|mts|cts|mjs|cjs|js)$/.test(file);
