import type { Org } from '../../src/domain/org/org';
import type { Texts } from '../texts/texts';

/** What every card needs beside its record. Cards know no clock: all times on them are absolute. */
export interface CardContext {
  texts: Texts;
  org: Org;
  timeZone: string;
  /** Always something printable, whoever it is. */
  nameOf(personId: string): string;
}
