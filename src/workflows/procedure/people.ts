import type { MessageNotice } from '../../domain/decision';
import type { Office } from '../../domain/office';
import { chiefsOf } from '../../domain/org/org';
import { OUTSIDE } from '../../domain/procedure/moves/outside';
import type { ProcedureRecord, Value } from '../../domain/procedure/record';
import { routersOf } from '../../domain/who';

const peopleInValue = (value: Value): string[] => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

/** The people whom a record's fields name. */
function inValues({ definition, values }: Pick<ProcedureRecord, 'definition' | 'values'>): string[] {
  return Object.values(definition.fields)
    .filter(({ type }) => type === 'person' || type === 'people')
    .flatMap(({ key }) => peopleInValue(values[key] ?? ''));
}

function inRecord(record: ProcedureRecord): (string | null)[] {
  const { starterId, holderId, asked, deeds, parties, lines, question, extension, children, parent } = record;
  return [
    ...[
      starterId,
      holderId,
      question?.by ?? null,
      question?.to ?? null,
      extension?.by ?? null,
      extension?.waitsFor ?? null,
    ],
    ...asked.flatMap(({ personId, insteadOf }) => [personId, insteadOf]),
    ...deeds.flatMap(({ by, insteadOf }) => [by, insteadOf]),
    ...parties.map(({ goneTo }) => goneTo),
    ...lines.map(({ personId }) => personId),
    ...children.flatMap(({ holderId: holder, values }) => [holder, ...peopleInValue(values.owner ?? '')]),
    ...inValues(record),
    parent?.starterId ?? null,
  ];
}

function inNotice({ params = {} }: MessageNotice): (string | null)[] {
  const { by, to, from, deputy, detail } = params;
  const people = (detail as { people?: string[]; by?: string } | undefined) ?? {};
  return [by, to, from, deputy]
    .map((one) => (typeof one === 'string' ? one : null))
    .concat(people.people ?? [], people.by ?? null);
}

/** Everyone whose name a card of the record, a message about it, or a refusal may show. */
export function peopleIn(record: ProcedureRecord | null, notice: MessageNotice | null, { org }: Office): string[] {
  const named = [
    ...(record ? inRecord(record) : []),
    ...(notice ? inNotice(notice) : []),
    ...chiefsOf(org),
    ...routersOf(org),
  ];
  const isPerson = (id: string | null): id is string => id !== null && id !== OUTSIDE && id.startsWith('ou_');
  return [...new Set(named.filter(isPerson))];
}
