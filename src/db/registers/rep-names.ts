import { In } from 'typeorm';
import { PersonRow } from '../engine-rows';
import type { Tx } from '../transaction';

const CHUNK = 250;

/** The people of these names whom the bot has met, by name: several open_ids for namesakes. */
export async function peopleCalled(tx: Tx, names: string[]): Promise<Map<string, string[]>> {
  const people = new Map<string, string[]>();
  for (let from = 0; from < names.length; from += CHUNK) {
    const rows = await tx.findBy(PersonRow, { name: In(names.slice(from, from + CHUNK)) });
    for (const { openId, name } of rows) {
      // Groups are remembered in the same table.
      if (name !== null && openId.startsWith('ou_')) people.set(name, [...(people.get(name) ?? []), openId]);
    }
  }
  return people;
}
