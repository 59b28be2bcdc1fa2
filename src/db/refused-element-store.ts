import type { Instant } from '../domain/time';
import { RefusedElementRow } from './engine-rows';
import { isDuplicateKey, type Tx } from './transaction';

/** The kinds of elements that Feishu refused on cards of an app. */
export class RefusedElementStore {
  constructor(
    private readonly tx: Tx,
    private readonly appId: string,
  ) {}

  async all(): Promise<string[]> {
    const rows = await this.tx.findBy(RefusedElementRow, { appId: this.appId });
    return rows.map(({ element }) => element);
  }

  /** Noting a known kind is no error. */
  async add(element: string, now: Instant): Promise<void> {
    try {
      await this.tx.insert(RefusedElementRow, { appId: this.appId, element, refusedAt: now });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
