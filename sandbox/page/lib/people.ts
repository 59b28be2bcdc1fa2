import type { PersonView } from '../../page-contract';

export const isRep = ({ role }: PersonView) => role === 'rep';
export const isManager = ({ role }: PersonView) => role === 'manager';
