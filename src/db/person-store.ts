import { In, IsNull, Not } from 'typeorm';
import type { Instant } from '../domain/time';
import { PersonRow } from './engine-rows';
import type { Tx } from './transaction';

export class PersonStore {
  constructor(private readonly tx: Tx) {}

  /** The stored rows of these people; a person who was never looked up has none. */
  known(openIds: string[]): Promise<PersonRow[]> {
    return openIds.length === 0 ? Promise.resolve([]) : this.tx.findBy(PersonRow, { openId: In(openIds) });
  }

  /** People whose names are known, latest first. */
  async named(limit: number): Promise<PersonRow[]> {
    return this.tx.find(PersonRow, { where: { name: Not(IsNull()) }, order: { fetchedAt: 'DESC' }, take: limit });
  }

  /** Notes the direct chat with a person. */
  async learnChat(openId: string, directChatId: string): Promise<void> {
    const { affected } = await this.tx.update(PersonRow, { openId }, { directChatId });
    if (affected === 0) await this.tx.insert(PersonRow, { openId, name: null, fetchedAt: 0, directChatId });
  }

  /** The direct chat with a person; null if the person has never written to the bot. */
  async chatWith(openId: string): Promise<string | null> {
    return (await this.tx.findOneBy(PersonRow, { openId }))?.directChatId ?? null;
  }

  /** Until then the person hears nothing that may be muted. */
  async mute(openId: string, mutedUntil: Instant): Promise<void> {
    const { affected } = await this.tx.update(PersonRow, { openId }, { mutedUntil });
    if (affected === 0) await this.tx.insert(PersonRow, { openId, name: null, fetchedAt: 0, mutedUntil });
  }

  async isMuted(openId: string, now: Instant): Promise<boolean> {
    return ((await this.tx.findOneBy(PersonRow, { openId }))?.mutedUntil ?? 0) > now;
  }

  async remember(openId: string, name: string | null, now: Instant): Promise<void> {
    await this.tx.upsert(PersonRow, { openId, name, fetchedAt: now }, ['openId']);
  }
}
