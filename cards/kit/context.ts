import type { GroupMembers } from '../../src/domain/org/membership';
import type { Org } from '../../src/domain/org/org';
import type { Instant } from '../../src/domain/time';
import type { Texts } from '../texts/texts';

/** What every card needs beside its record. */
export interface CardContext {
  /** When the card is drawn. A card hangs for days: what it says of time must stay true (`time-left.ts`). */
  now: Instant;
  texts: Texts;
  org: Org;
  timeZone: string;
  /** Who is in which group, as far as Feishu has told it; absent: nothing is known. */
  groupMembers?: GroupMembers;
  /** The one person who reads the card, if it is one: the card speaks to them. */
  readerId?: string;
  /** The name of a person or a group; something printable for an unknown id, too. */
  nameOf(personId: string): string;
}
