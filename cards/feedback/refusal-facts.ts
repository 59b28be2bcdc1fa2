export type Who = 'rep' | 'department' | 'holder' | 'clerk' | 'manager' | 'admin';

/** What a refusal may name; everything is printable, and empty where it does not apply. */
export interface RefusalFacts {
  who: Who | null;
  names: string;
  department: string;
  category: string;
  by: string;
  at: string;
  /** What was done, as the texts' `deeds` word it. */
  deed: string;
  status: string;
  nextAt: string;
  due: string;
  faults: string[];
}

export const REFUSALS = [
  'no_longer_applies',
  'not_yours',
  'not_noted',
  'unknown_department',
  'unknown_category',
  'department_without_group',
  'same_department',
  'urged_recently',
  'until_not_later',
  'nothing_changed',
  'nobody_to_route',
  'card_unknown',
  'field_faults',
  'empty_draft',
  'nothing_to_split',
  'no_contact',
  'busy',
  'duplicate',
] as const;
export type Refusal = (typeof REFUSALS)[number];
