import type { Definition } from '../../domain/procedure/definition';
import { YamlFile } from '../yaml-file';
import { buildDefinition } from './build-definition';
import { checkDefinition } from './checks/check-definition';
import {
  distinctIssues,
  faultsOfIssue,
  faultsOfYaml,
  inOrder,
  type PlacedText,
  type ProcedureFault,
  ProcedureFaults,
} from './faults';
import type { Partly } from './partly';
import { rightPartOf } from './partly';
import { definitionShape, type WrittenDefinition } from './schema';

/** More values than any procedure has: aliases can make a short file as large as they like. */
const MOST_VALUES = 50_000;
const DEEPEST = 50;

/** A text that was read: what it says if it has no fault, and how to find the lines of its values. */
export interface ReadText extends PlacedText {
  /** The procedure's name, as far as it can be read. */
  name: string | null;
  written: WrittenDefinition | null;
  faults: ProcedureFault[];
}

/**
 * The definition in a text that was checked when it was first read, such as an earlier version that running records keep:
 * a stricter checker does not strand them. `file` is named in faults. Throws `ProcedureFaults` if it cannot be read.
 */
export function definitionFrom(text: string, file: string): Definition {
  const { written, faults } = readText(text, file, null);
  if (!written) throw new ProcedureFaults(faults);
  return buildDefinition(written);
}

/** Reads a definition with all faults that it has by itself; `ladders` null: what was checked before is not checked again. */
export function readText(text: string, file: string, ladders: readonly string[] | null): ReadText {
  const yaml = new YamlFile(text);
  const placed = { file, yaml };
  const value = yaml.value === undefined ? {} : copyOf(yaml.value, { left: MOST_VALUES });
  if (value === TOO_LARGE) {
    const fault = { file, line: 1, message: 'the file is too large, or its aliases run in a circle; write it out' };
    return { ...placed, name: null, written: null, faults: [fault] };
  }
  const isEmpty = yaml.value === undefined && yaml.faults.length > 0;
  const read = isEmpty ? null : shapeWithChecks(ladders).safeParse(value);
  const issues = distinctIssues(read?.error?.issues ?? []);
  const wrong = issues.flatMap((issue) => faultsOfIssue(placed, issue));
  const faults = inOrder([...faultsOfYaml(placed), ...wrong]);
  const written = faults.length === 0 && read?.success ? read.data : null;
  return { ...placed, name: nameIn(value), written, faults };
}

/** The shape of a file; with the checks beside its own faults: all are told at once. */
function shapeWithChecks(ladders: readonly string[] | null) {
  if (ladders === null) return definitionShape;
  return definitionShape.superRefine(
    (value, context) => {
      const right = rightPartOf(structuredClone(value), context.issues) as Partly<WrittenDefinition> | undefined;
      if (typeof right !== 'object') return;
      checkDefinition(right, ladders, (path, message) =>
        context.addIssue({ code: 'custom', path: [...path], message }),
      );
    },
    { when: () => true },
  );
}

const nameIn = (value: unknown): string | null => {
  const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'procedure') : null;
  return typeof name === 'string' && name !== '' ? name : null;
};

const TOO_LARGE = Symbol('too large');

/** The same value as plain objects, without entries that say nothing. */
function copyOf(value: unknown, budget: { left: number }, depth = 0): unknown {
  budget.left -= 1;
  if (budget.left < 0 || depth > DEEPEST) return TOO_LARGE;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => copyOf(item, budget, depth + 1));
    return items.includes(TOO_LARGE) ? TOO_LARGE : items;
  }
  const entries = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [[key, copyOf(one, budget, depth + 1)]],
  );
  return entries.some(([, one]) => one === TOO_LARGE) ? TOO_LARGE : Object.fromEntries(entries);
}
