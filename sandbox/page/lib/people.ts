import type { PersonView } from '../../page-contract';

/** Whether the person hears from customers, as the sample company's titles say. */
export const isRep = ({ title }: PersonView) => title === '客户经理';

/** Name → person; undefined where the company has no such person. */
export const named = (people: readonly PersonView[], name: string) => people.find((person) => person.name === name);
