import { peopleOfRecord } from '../../../cards/procedure/people';
import type { MessageNotice } from '../../domain/decision';
import type { Office } from '../../domain/office';
import { OUTSIDE } from '../../domain/procedure/moves/outside';
import type { ProcedureRecord } from '../../domain/procedure/record';

/** The people whom the detail of a refusal names. */
function inDetail({ params = {} }: MessageNotice): string[] {
  const { names = [], by } = (params.detail as { names?: string[]; by?: string } | undefined) ?? {};
  return [by, ...names].filter((one): one is string => typeof one === 'string');
}

/** Everyone whose name a card of the record, a message about it, or a refusal may show; a form lets choose among all. */
export function peopleIn(record: ProcedureRecord | null, notice: MessageNotice | null, office: Office): string[] {
  const named = [...peopleOfRecord(record, notice, office), ...(notice ? inDetail(notice) : [])];
  return [...new Set(named)].filter((id) => id !== OUTSIDE && id.startsWith('ou_'));
}
