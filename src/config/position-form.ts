import { z } from 'zod';
import { seenAs } from '../domain/fields';
import type { SetupFaultName } from '../domain/org/changes';
import { isKnownPosition, type KnownPosition, knownPosition } from '../domain/org/known-positions';
import { fixedInPosition, type OrgState } from '../domain/org/settings';
import { distinct, readKey, readName } from '../domain/org/values';
import { filled, items, type Read, readForm, wrong } from './form-fields';
import * as value from './org-values';

const people = items(/[\s,，、;；]+/).pipe(z.array(value.person));

/** What the programs call the positions that they know, in the language of the form. */
type BuiltInNames = Record<KnownPosition, string>;

/** A name as typed, with the key that it stands for; `name` is null where it is the program's own. */
interface NamedPosition {
  key: string;
  name: string | null;
}

/**
 * Adds or changes a position. `key` is null for a new one: its key is that of a known position of the typed name, the one in
 * front of a colon (`buyer：采购经理`), or a new one.
 */
export function readPosition(
  state: OrgState,
  key: string | null,
  fields: Record<string, string>,
  builtIn: BuiltInNames,
): Read {
  const form = z.object({
    position_name: filled(z.string()).transform((typed, { issues }) => {
      const named = key === null ? newPosition(typed, state) : { key, name: typed };
      for (const fault of faultsOf(named, state, { builtIn, isNew: key === null })) {
        issues.push({ code: 'custom', input: typed, ...wrong(fault) });
      }
      return nameless(named, builtIn);
    }),
    holder: people.refine((ids) => ids.length > 0, wrong('missing')),
    stand_ins: people,
  });
  const isFixed = key === null ? { name: false, people: false } : fixedInPosition(state, key);
  const fixed = new Set([
    ...(isFixed.name ? ['position_name'] : []),
    ...(isFixed.people ? ['holder', 'stand_ins'] : []),
  ]);
  return readForm(form, fields, fixed, ({ position_name, holder, stand_ins = [] }) => ({
    type: 'position',
    key: position_name?.key ?? key ?? '',
    ...(position_name ? { name: position_name.name } : {}),
    ...(holder ? { people: distinct([...holder, ...stand_ins]) } : {}),
  }));
}

function newPosition(typed: string, { org, version }: OrgState): { key: string; name: string } {
  const [, typedKey = '', typedName] = /^([a-z][a-z0-9_]*)\s*[:：](.*)$/.exec(typed) ?? [];
  const name = (typedName ?? typed).trim();
  const own = `position_${version + 1}`;
  const free = org.positions && Object.hasOwn(org.positions, own) ? `${own}_b` : own;
  return { key: readKey(typedKey) ?? knownPosition(name) ?? free, name };
}

function faultsOf(
  { key, name }: { key: string; name: string },
  { org }: OrgState,
  { builtIn, isNew }: { builtIn: BuiltInNames; isNew: boolean },
): SetupFaultName[] {
  const known = knownPosition(name);
  const others = Object.keys(org.positions ?? {}).filter((one) => isNew || one !== key);
  const shown = others.map((one) => org.positionNames?.[one] ?? (isKnownPosition(one) ? builtIn[one] : one));
  const faults: [SetupFaultName, boolean][] = [
    ['missing', name === ''],
    ['too_long', name !== '' && readName(name) === null],
    ['taken', others.includes(key) || shown.some((one) => seenAs(one) === seenAs(name))],
    // The shipped procedures would not find it under another key.
    ['another_position', known !== null && known !== key],
  ];
  return faults.filter(([, isThere]) => isThere).map(([fault]) => fault);
}

const nameless = ({ key, name }: { key: string; name: string }, builtIn: BuiltInNames): NamedPosition => ({
  key,
  name: isKnownPosition(key) && builtIn[key] === name ? null : name,
});
