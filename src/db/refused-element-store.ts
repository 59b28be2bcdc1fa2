import type { Instant } from '../domain/time';
import { RefusedElementRow } from './engine-rows';
import type { Tx } from './transaction';

/** The kinds of elements that Feishu refused on cards of an app. */
export class RefusedElementStore {
  constructor(
    private readonly tx: Tx,
    private readonly appId: string,
  ) {}

  /** When each kind was refused last. */
  async all(): Promise<Map<string, Instant>> {
    const rows = await this.tx.findBy(RefusedElementRow, { appId: this.appId });
    return new Map(rows.map(({ element, refusedAt }) => [element, refusedAt]));
  }

  /** Notes that a kind was refused, also once more. */
  async note(element: string, now: Instant): Promise<void> {
    await this.tx.upsert(RefusedElementRow, { appId: this.appId, element, refusedAt: now }, ['appId', 'element']);
  }

  /** Forgets a kind that Feishu takes now. */
  async forget(element: string): Promise<void> {
    await this.tx.delete(RefusedElementRow, { appId: this.appId, element });
  }
}
