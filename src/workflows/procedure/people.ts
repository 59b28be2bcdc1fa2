import { knownPeople, peopleOfRecord } from '../../../cards/procedure/people';
import type { MessageNotice } from '../../domain/decision';
import type { Office } from '../../domain/office';
import { OUTSIDE } from '../../domain/procedure/moves/outside';
import type { ProcedureRecord } from '../../domain/procedure/record';

/** The people whom the parameters of a notice name. */
function inNotice({ params = {} }: MessageNotice): string[] {
  const { by, to, detail } = params;
  const { names = [], by: doer } = (detail as { names?: string[]; by?: string } | undefined) ?? {};
  return [by, to, doer, ...names]
    .filter((one): one is string => typeof one === 'string')
    .map((one) => one.replace(/^person:/, ''));
}

/** Everyone whose name a card of the record, a message about it, or a refusal may show; a form lets choose among all. */
export function peopleIn(
  record: ProcedureRecord | null,
  notice: MessageNotice | null,
  { org, groupMembers }: Office,
): string[] {
  const ofRecord = record ? [...peopleOfRecord(record, org, groupMembers), ...knownPeople(org, groupMembers)] : [];
  const named = [...ofRecord, ...(notice ? inNotice(notice) : [])];
  return [...new Set(named)].filter((id) => id !== OUTSIDE && id.startsWith('ou_'));
}
