import type { FieldFault } from '../fields';
import { departmentOf, type Org, UNSURE } from '../org/org';
import { categoryFault } from './moves/hand-over';

/** A wrong field of a request, by its name in design §3.3, and how it is wrong. */
export interface ApiFault {
  field: string;
  fault: string;
}

/** Keys of a submission that the organisation does not know; fields that are wrong in themselves are left out. */
export function unknownKeys(fields: Record<string, string>, wrong: FieldFault[], org: Org): ApiFault[] {
  const isRight = (name: string) => !wrong.some(({ field }) => field === name);
  const { category = '', department = '' } = fields;
  const faults: ApiFault[] = [];
  if (isRight('category') && categoryFault(category, org))
    faults.push({ field: 'category', fault: 'unknown_category' });
  const isNamed = department !== '' && department !== UNSURE;
  if (isNamed && !departmentOf(org, department)) faults.push({ field: 'department', fault: 'unknown_department' });
  return faults;
}
