import { readKey } from '../../../domain/org/values';
import type { FieldType } from '../../../domain/procedure/definition';
import { written } from './written';

/** Parts that need no further word. */
export const PARTS = ['holder', 'starter', 'manager', 'clerk', 'admin', 'parent_holder', 'anyone'] as const;

/** Parts that name something behind a colon. */
const NAMING = ['position', 'department', 'lead', 'person', 'rep_of', 'outside'] as const;

/** A part as the file names it: what `department:service` means, only the fields of the definition tell. */
export type WrittenWho =
  | { part: (typeof PARTS)[number] }
  | { part: (typeof NAMING)[number]; name: string }
  /** A field of people. */
  | { part: 'field'; name: string }
  | { part: 'parent'; who: WrittenWho };

/** The types of the fields that a part may name; a part that is not here names no field. */
export const FIELDS_OF_PART: Readonly<Record<string, readonly FieldType[]>> = {
  lead: ['department'],
  person: ['person', 'people'],
  field: ['person', 'people'],
  rep_of: ['customer', 'records'],
  outside: ['outside', 'customer'],
};

/** Null for a text that names no part. `holder_of:` is another word for `rep_of:`: who looks after what the field names. */
export function readWho(text: string): WrittenWho | null {
  if (text.startsWith('parent.')) {
    const who = readWho(text.slice('parent.'.length));
    return who && who.part !== 'parent' ? { part: 'parent', who } : null;
  }
  const plain = PARTS.find((part) => part === text);
  if (plain) return { part: plain };
  const [word = '', rest = '', ...more] = text.split(':');
  const name = more.length === 0 ? readKey(rest) : null;
  const naming = NAMING.find((part) => part === (word === 'holder_of' ? 'rep_of' : word));
  if (naming && name) return { part: naming, name };
  const field = readKey(text);
  return field === null ? null : { part: 'field', name: field };
}

export const who = written(
  readWho,
  `a part: ${PARTS.join(', ')}, position:<key>, department:<key or field>, lead:<field>, person:<field>, ` +
    'rep_of:<field>, outside:<field>, the name of a field of people, or parent. and one of these',
);
