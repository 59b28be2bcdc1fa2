import type { Logger } from 'pino';
import { AppError, codeOf } from './domain/errors';
import type { FeishuMessenger } from './feishu/feishu-messenger';

/** The bot's identity on the platform: asked at the start, and again until the platform has answered. */
export class BotIdentity {
  /** Null until the platform has answered. */
  openId: string | null = null;
  /** The reason why the platform has not answered, for `/readyz`. */
  problem: string | null = null;

  constructor(
    private readonly messenger: Pick<FeishuMessenger, 'verify'> | null,
    private readonly log: Logger,
  ) {}

  /**
   * Throws `feishu_bad_credentials`, which ends the process (design §3.1); after any other error the next tick tries
   * again.
   */
  async confirm(): Promise<void> {
    if (!this.messenger || this.openId !== null) return;
    try {
      this.openId = await this.messenger.verify();
      this.problem = null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'feishu_bad_credentials') throw explained(error);
      this.problem = codeOf(error);
      this.log.warn({ err: error }, 'Feishu does not answer yet; the next tick asks again');
    }
  }
}

/** Feishu has one code for wrong credentials and for an app that was disabled. */
function explained({ code, message }: AppError): AppError {
  return new AppError(code, `${message}: FEISHU_APP_ID or FEISHU_APP_SECRET is wrong, or the app is disabled`);
}
