import type { FieldType } from '../../domain/procedure/definition';
import type { Moment } from '../../domain/procedure/stages';
import { nearest, unknownEntry } from '../unknown-entry';
import type { WrittenMoment } from './grammar/moments';
import { type Scope, stageKeys, typeOf } from './scope';

const DATES: readonly (FieldType | undefined)[] = ['date', 'datetime'];
const DONE = '_done';

/** The moment that the file means; a sentence that follows the place in the file if it means none. */
export function momentOf(written: WrittenMoment, scope: Scope): Moment | string {
  switch (written.kind) {
    case 'name':
      return namedMoment(written.name, scope);
    case 'last':
      return lastOfChildren(written.field, scope);
    case 'day': {
      const of = scope.monthField;
      if (of === null) return 'needs one field of type month, or one that a start fills with next_month';
      return { kind: 'day_of_month', day: written.day, of, months: written.months };
    }
    case 'edge': {
      const type = typeOf(scope, written.of);
      if (type === 'month') return { kind: 'edge_of_month', edge: written.edge, of: written.of };
      return type === undefined ? unknownName(written.of, scope, ['month']) : `${written.of} is no field of type month`;
    }
  }
}

function namedMoment(name: string, scope: Scope): Moment | string {
  if (name === 'entered' || name === 'opened') return { kind: name };
  const stages = stageKeys(scope);
  const isDate = DATES.includes(typeOf(scope, name));
  if (isDate && stages.includes(name)) return `${name} is a stage and a date field; write ${name}${DONE} for the stage`;
  if (isDate) return { kind: 'field', field: name, last: false };
  if (stages.includes(name)) return { kind: 'done', stage: name };
  const stage = name.endsWith(DONE) ? name.slice(0, -DONE.length) : '';
  if (stages.includes(stage)) return { kind: 'done', stage };
  if (scope.fields.has(name)) return `${name} is no date: name a field of type date or datetime, or a stage`;
  return unknownName(name, scope, DATES, ['entered', 'opened', ...stages, ...stages.map((key) => key + DONE)]);
}

function lastOfChildren(field: string, scope: Scope): Moment | string {
  const children = [...scope.children.values()];
  if (children.some((child) => DATES.includes(typeOf(child, field)))) return { kind: 'field', field, last: true };
  const dates = children.flatMap((child) => datesOf(child, DATES));
  return `last.${field} names no date field of a subprocedure; ${near(field, dates)}`;
}

const near = (name: string, known: string[]) => {
  const meant = nearest(name, known);
  return meant ? `did you mean ${meant}?` : `known are ${known.join(', ') || 'none'}`;
};

const datesOf = (scope: Scope, types: readonly (FieldType | undefined)[]) =>
  [...scope.fields].filter(([, { type }]) => types.includes(type)).map(([name]) => name);

const unknownName = (name: string, scope: Scope, types: readonly (FieldType | undefined)[], others: string[] = []) =>
  `${name} ${unknownEntry(name, [...others, ...datesOf(scope, types)])}`;
