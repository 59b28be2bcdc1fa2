import { PlatformRow } from './engine-rows';
import type { Tx } from './transaction';

export class PlatformStore {
  constructor(private readonly tx: Tx) {}

  /** True if the messages in this database belong to this app. */
  isOf(appId: string): Promise<boolean> {
    return this.tx.existsBy(PlatformRow, { appId });
  }

  async become(appId: string): Promise<void> {
    await this.tx.createQueryBuilder().delete().from(PlatformRow).execute();
    await this.tx.insert(PlatformRow, { appId });
  }
}
