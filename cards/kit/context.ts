import type { Org } from '../../src/domain/org/org';
import type { Texts } from '../texts/texts';

/** What every card needs beside its record. There is no clock: all times on cards are absolute. */
export interface CardContext {
  texts: Texts;
  org: Org;
  timeZone: string;
  /** The name of a person or a group; something printable for an unknown id, too. */
  nameOf(personId: string): string;
}
