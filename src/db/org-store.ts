import { AppError } from '../domain/errors';
import type { JsonObject } from '../domain/messaging';
import type { Instant } from '../domain/time';
import { OrganisationRow } from './engine-rows';
import { isDuplicateKey, type Tx } from './transaction';

/**
 * `settings`: what admins said in chat. `found`: what Feishu's contacts say. `gone`: people and groups that cannot be
 * reached. `claim`: the code that makes the first admin. `seen`: the organisation against which open cases were last
 * checked. `unreachable`: people whom Feishu lets nobody write to for now.
 */
export type OrgPart = 'settings' | 'found' | 'gone' | 'claim' | 'seen' | 'unreachable';

export interface Kept {
  value: JsonObject;
  /** 0 if the part was never stored. */
  version: number;
}

export class OrgStore {
  constructor(private readonly tx: Tx) {}

  async get(part: OrgPart): Promise<Kept> {
    const row = await this.tx.findOneBy(OrganisationRow, { part });
    return row ? { value: row.value, version: row.version } : { value: {}, version: 0 };
  }

  async all(): Promise<Record<OrgPart, Kept>> {
    const rows = await this.tx.find(OrganisationRow);
    const of = (part: OrgPart): Kept => {
      const row = rows.find((one) => one.part === part);
      return row ? { value: row.value, version: row.version } : { value: {}, version: 0 };
    };
    return {
      settings: of('settings'),
      found: of('found'),
      gone: of('gone'),
      claim: of('claim'),
      seen: of('seen'),
      unreachable: of('unreachable'),
    };
  }

  /** Writes the part over its version `from`; throws `stale_record` if another process already did. */
  async put(part: OrgPart, value: JsonObject, from: number, now: Instant): Promise<void> {
    const next = { value, version: from + 1, changedAt: now };
    const stale = () => new AppError('stale_record', `the organisation's ${part} moved on from version ${from}`);
    if (from > 0) {
      const { affected } = await this.tx.update(OrganisationRow, { part, version: from }, next as never);
      if (affected !== 1) throw stale();
      return;
    }
    try {
      await this.tx.insert(OrganisationRow, { part, ...next } as never);
    } catch (error) {
      throw isDuplicateKey(error) ? stale() : error;
    }
  }
}
