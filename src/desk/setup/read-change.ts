import type { Texts } from '../../../cards/texts/texts';
import type { Read } from '../../config/form-fields';
import { readPosition } from '../../config/position-form';
import {
  readCategories,
  readDepartment,
  readGroup,
  readHolidays,
  readImport,
  readPeople,
  readRemoval,
  readRouting,
  readTimes,
} from '../../config/setup-forms';
import type { Tap } from '../../domain/messaging';
import { readYear } from '../../domain/org/holidays';
import type { OrgState } from '../../domain/org/settings';
import type { OrgContacts } from './org-contacts';

export interface ReadParts {
  state: OrgState;
  texts: Texts;
  contacts: Pick<OrgContacts, 'lastOffered'>;
}

type ReadForm = (key: string, fields: Tap['fields'], parts: ReadParts) => Read | null | Promise<Read | null>;

/** A reader for each form of the setup, by its command; `key` is that of a department, a position or a year. */
const FORMS: Record<string, ReadForm> = {
  save_department: (key, fields, { state }) => readDepartment(state, key || null, fields),
  save_group: (key, fields) => readGroup(key, fields),
  remove_department: (key, fields) => readRemoval(key, fields),
  save_people: (_key, fields, { state }) => readPeople(state, fields),
  save_position: (key, fields, { state, texts }) =>
    readPosition(state, key || null, fields, texts.setup.positions.names),
  remove_position: (key) => ({ ok: true, change: { type: 'remove_position', key } }),
  save_routing: (_key, fields) => readRouting(fields),
  save_categories: (_key, fields, { state, texts }) => readCategories(state, fields, texts.categories),
  save_times: (_key, fields, { state }) => readTimes(state, fields),
  save_holidays: (key, fields) => (readYear(key) === null ? null : readHolidays(Number(key), fields)),
  remove_holidays: (key) =>
    readYear(key) === null ? null : { ok: true, change: { type: 'remove_holidays', year: Number(key) } },
  save_import: async (_key, fields, { state, contacts }) => readImport(state, await contacts.lastOffered(), fields),
};

/** The change that a sent form asks for, or its faults; null if the setup has no such form. */
export async function readChange(
  command: string,
  key: string,
  fields: Tap['fields'],
  parts: ReadParts,
): Promise<Read | null> {
  const read = Object.hasOwn(FORMS, command) ? FORMS[command] : undefined;
  return read ? read(key, fields, parts) : null;
}
