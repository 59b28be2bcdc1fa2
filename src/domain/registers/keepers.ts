import type { Org } from '../org/org';
import type { RegisterEntry } from './register';

/** Clerks and admins keep the registers. */
export const mayKeep = (personId: string, { clerks, admins }: Org): boolean =>
  clerks.includes(personId) || admins.includes(personId);

/** Whether the person sees contact details in full: the entry's rep, the clerks and the managers do (design §2). */
export const seesContacts = ({ rep }: Pick<RegisterEntry, 'rep'>, personId: string, org: Org): boolean =>
  personId === rep || org.clerks.includes(personId) || org.managers.includes(personId);
