import type { PersonView } from '../../page-contract';

/** Whether the person is a rep, by the title in the sample company. */
export const isRep = ({ title }: PersonView) => title === '客户经理';

/** Finds a person by name; undefined if the company has no such person. */
export const named = (people: readonly PersonView[], name: string) => people.find((person) => person.name === name);
