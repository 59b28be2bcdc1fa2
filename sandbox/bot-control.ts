import type { BotView } from './page-contract';

/** What the page can do to the bot's process. */
export interface BotControl {
  readonly state: BotView['state'];
  readonly locale: BotView['locale'];
  /**
   * Kills the bot as a power cut would. Throws a `PlayFault` if the bot does not run; the other methods throw one, too,
   * if they cannot act.
   */
  kill(): Promise<void>;
  /** Starts the bot; resolves once it is ready. */
  start(locale?: BotView['locale']): Promise<void>;
  restart(locale?: BotView['locale']): Promise<void>;
}
