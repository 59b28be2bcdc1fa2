import type { OpenItem } from '../../digest/digest';
import { owesInterim } from '../clock/deadline';
import type { Status } from '../model';
import type { CaseLine } from './case-lines';

const UNCLAIMED: Status[] = ['triage', 'review', 'assigned'];

/** From whom the case wants something now: the rep, or the one who works on it; both if an interim reply is owed. */
function asksOf(line: CaseLine): OpenItem['asks'] {
  const { status, repId, claimedBy } = line;
  const owes = owesInterim(line);
  const tellsCustomer = owes || status === 'answered';
  return [
    ...(tellsCustomer || status === 'waiting' ? [{ personId: repId, tellsCustomer }] : []),
    ...(status === 'handling' && claimedBy !== null ? [{ personId: claimedBy, tellsCustomer: false }] : []),
  ];
}

/** An open case as the digests see it. */
export function openItem(line: CaseLine): OpenItem {
  const { id, status, priority, department, claimedBy, repId, deadlineAt } = line;
  return {
    workflow: 'feedback',
    id,
    dueAt: deadlineAt,
    isUrgent: priority === 'urgent',
    isUnclaimed: UNCLAIMED.includes(status),
    department,
    workerId: status === 'handling' ? claimedBy : null,
    ownerId: repId,
    asks: asksOf(line),
  };
}
