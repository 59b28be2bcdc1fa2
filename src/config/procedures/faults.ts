import type { z } from 'zod';
import { AppError } from '../../domain/errors';
import type { Path, YamlFile } from '../yaml-file';

/** Something wrong with a definition, and the way out. */
export interface ProcedureFault {
  file: string;
  /** Null if the file cannot be read at all. */
  line: number | null;
  message: string;
}

/** Definitions with faults: `message` has a line for each, as faults of `org.yaml` have: `capa.yaml: line 12: …`. */
export class ProcedureFaults extends AppError {
  constructor(readonly faults: readonly ProcedureFault[]) {
    super('config_invalid', faults.map(({ file, line, message }) => `${file}: ${at(line)}${message}`).join('\n'));
  }
}

const at = (line: number | null) => (line === null ? '' : `line ${line}: `);

/** Faults in the order of their files and lines. */
export function inOrder(faults: readonly ProcedureFault[]): ProcedureFault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  return files.flatMap((file) =>
    faults.filter((fault) => fault.file === file).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  );
}

/** A definition's text with the lines of its values. */
export interface PlacedText {
  file: string;
  yaml: YamlFile;
}

/** A fault of the value at a path. */
export function faultAt({ file, yaml }: PlacedText, path: Path, message: string): ProcedureFault {
  return { file, line: yaml.lineOf(path), message: `${pathText(yaml, path) || 'the file'} ${message}` };
}

/** The faults of one issue: unknown entries have one each. */
export function faultsOfIssue(text: PlacedText, { path, ...issue }: z.core.$ZodIssue): ProcedureFault[] {
  if (issue.code !== 'unrecognized_keys') return [faultAt(text, path, issue.message)];
  const messages = issue.message.split('\n');
  const { file, yaml } = text;
  return issue.keys.map((entry, index) => ({
    ...{ file, line: yaml.lineOfEntry(path, entry) },
    message: `${pathText(yaml, [...path, entry])} ${messages[index]}`,
  }));
}

/** The issues that say something of their own: an entry that is misspelt is not missing as well. */
export function distinctIssues(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const meant = issues.flatMap(({ path, message, ...issue }) =>
    issue.code === 'unrecognized_keys'
      ? [...message.matchAll(/did you mean (\w{1,50})\?/g)].map(([, entry = '']) => [...path, entry].join('.'))
      : [],
  );
  return issues.filter(({ path, message }) => !message.startsWith('is missing') || !meant.includes(path.join('.')));
}

/** What the file itself has wrong: it is no YAML, or says something twice. */
export function faultsOfYaml({ file, yaml }: PlacedText): ProcedureFault[] {
  return yaml.faults.map(({ line, message }) => ({ file, line, message: PLAIN[message] ?? message }));
}

const PLAIN: Readonly<Record<string, string>> = {
  'Map keys must be unique': 'this entry is there twice; leave one of the two out',
};

/** `stages[review].steps[gm].who`: an item of a list goes by its key if it has one. */
function pathText({ value }: YamlFile, path: Path): string {
  let at: unknown = value;
  return path
    .map((step, index) => {
      const inside: unknown = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
      const key: unknown = typeof inside === 'object' && inside !== null ? Reflect.get(inside, 'key') : undefined;
      at = inside;
      if (typeof step === 'number') return `[${typeof key === 'string' && key !== '' ? key : step}]`;
      return `${index > 0 ? '.' : ''}${String(step)}`;
    })
    .join('');
}
