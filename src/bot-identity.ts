import type { Logger } from 'pino';
import { AppError, codeOf } from './domain/errors';
import type { FeishuMessenger } from './feishu/feishu-messenger';

/** Who the bot is on the platform, asked at the start and again until the platform has answered. */
export class BotIdentity {
  /** Null while the platform has not said. */
  openId: string | null = null;
  /** Why the platform has not said, for `/readyz`. */
  problem: string | null = null;

  constructor(
    private readonly messenger: Pick<FeishuMessenger, 'verify'> | null,
    private readonly log: Logger,
  ) {}

  /** Throws `feishu_bad_credentials` (design §3.1: that ends the process); anything else is tried again later. */
  async confirm(): Promise<void> {
    if (!this.messenger || this.openId !== null) return;
    try {
      this.openId = await this.messenger.verify();
      this.problem = null;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'feishu_bad_credentials') throw error;
      this.problem = codeOf(error);
      this.log.warn({ err: error }, 'Feishu does not answer yet; it is asked again');
    }
  }
}
