import type { z } from 'zod';
import type { Computed, Label } from '../../domain/procedure/definition';
import type { FormField } from '../../domain/procedure/stages';
import type { Path } from '../yaml-file';
import type { WrittenMoment } from './grammar/moments';
import type { WrittenWho } from './grammar/who';

/** Values that are right as a whole or not there at all. */
type Whole = string | number | boolean | Label | FormField | Computed | WrittenWho | WrittenMoment | undefined;

/** What is right of a written thing: whatever has a fault is left out, an item of a list leaves a hole. */
export type Partly<T> = T extends Whole
  ? T
  : T extends readonly (infer I)[]
    ? (Partly<I> | undefined)[]
    : T extends object
      ? { [K in keyof T]?: Partly<T[K]> | undefined }
      : T;

/** What is right of `value`: without the places at which there are faults. Changes `value`. */
export function rightPartOf(value: unknown, issues: readonly z.core.$ZodRawIssue[]): unknown {
  for (const { code, path = [] } of issues) {
    // Of a mapping with an unknown entry, the other entries are right.
    if (code === 'unrecognized_keys') continue;
    if (path.length === 0) return undefined;
    leaveOut(value, path);
  }
  return value;
}

function leaveOut(value: unknown, path: Path): void {
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null || step === undefined) return;
  const inside = value as Record<PropertyKey, unknown>;
  if (rest.length > 0) leaveOut(inside[step], rest);
  else if (Array.isArray(value) || step in inside) inside[step] = undefined;
}

/** The items that are right, each with its index in the file. */
export function itemsOf<T>(list: readonly (T | undefined)[] | undefined): { index: number; item: T }[] {
  return (list ?? []).flatMap((item, index) => (item === undefined ? [] : [{ index, item }]));
}

/** The entries that are right, by name. */
export function entriesOf<T>(entries: Readonly<Record<string, T | undefined>> | undefined): [name: string, entry: T][] {
  return Object.entries(entries ?? {}).flatMap(([name, entry]) => (entry === undefined ? [] : [[name, entry]]));
}

/** Whether the entry is in the file, but has a fault. */
export const isBroken = (part: object, entry: string): boolean =>
  entry in part && (part as Record<string, unknown>)[entry] === undefined;
