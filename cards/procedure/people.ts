import type { MessageNotice } from '../../src/domain/decision';
import { type GroupMembers, peopleOf } from '../../src/domain/org/membership';
import type { Org } from '../../src/domain/org/org';
import type { ProcedureRecord } from '../../src/domain/procedure/record';
import { entriesIn } from './words/course';
import { keysOf } from './words/values';

/** A select offers no more; each costs a name to look up. */
const MAX_PEOPLE = 60;

/** Everybody whom the organisation names, or whom Feishu has told to be in a department's group, by open_id. */
export function knownPeople(org: Org, groupMembers?: GroupMembers): string[] {
  const named = [
    ...org.departments.flatMap(({ key }) => peopleOf(key, org, groupMembers)),
    ...org.clerks,
    ...org.managers,
    ...Object.values(org.positions ?? {}).flat(),
    ...org.admins,
  ];
  return [...new Set(named)].slice(0, MAX_PEOPLE);
}

/** Whom a notice is sent to, and whom its parameters name. */
function peopleOfNotice({ to, params = {} }: Pick<MessageNotice, 'to' | 'params'>): string[] {
  const named = [params.by, params.to, params.person].filter((one) => typeof one === 'string');
  const actors = entriesIn(params.timeline).map(({ actorId }) => actorId);
  return [...(to.type === 'person' ? [to.id] : []), ...named.map(personIn), ...actors.filter((id) => id !== null)];
}

/** Whom a record names: in its people, its deeds, its lines, its fields of people. */
function peopleIn(record: ProcedureRecord): (string | null)[] {
  const { definition, values, question, extension } = record;
  const ofFields = Object.values(definition.fields).flatMap(({ key, type }) => {
    const value = values[key];
    if (type === 'person' && typeof value === 'string') return [value];
    return type === 'people' ? keysOf(value) : [];
  });
  return [
    ...[record.starterId, record.holderId, ...ofFields],
    ...record.asked.flatMap(({ personId, insteadOf }) => [personId, insteadOf]),
    ...record.deeds.flatMap(({ by, insteadOf }) => [by, insteadOf]),
    ...record.lines.flatMap(({ personId, by }) => [personId, by]),
    ...record.parties.flatMap(({ key, goneTo }) => [personIn(key), personIn(goneTo ?? '')]),
    ...record.children.map(({ holderId }) => holderId),
    ...(record.parent ? [record.parent.starterId, record.parent.holderId] : []),
    ...(question ? [question.by, question.to] : []),
    ...(extension ? [extension.by, extension.waitsFor] : []),
  ];
}

/** Everybody whose name a card of the record, or this message about it, may show: their names are looked up beforehand. */
export function peopleOfRecord(
  record: ProcedureRecord | null,
  notice: Pick<MessageNotice, 'to' | 'params'> | null,
  { org, groupMembers }: { org: Org; groupMembers?: GroupMembers },
): string[] {
  const ids = [
    ...(record ? peopleIn(record) : []),
    ...(notice ? peopleOfNotice(notice) : []),
    ...knownPeople(org, groupMembers),
  ];
  return [...new Set(ids)].filter((id) => id !== null && id !== '').map(String);
}

/** The open_id in the key of a party, or in a bare id; empty for a department. */
export const personIn = (key: string): string =>
  key.startsWith('person:') ? key.slice('person:'.length) : key.startsWith('ou_') ? key : '';
