import type { BotView } from './page-contract';

/** The bot's process, as far as the page can do something to it. */
export interface BotControl {
  readonly state: BotView['state'];
  readonly locale: BotView['locale'];
  /** As a power cut would. Throws a `PlayFault` where it does not run; so do the others where they cannot. */
  kill(): Promise<void>;
  /** Resolves once it is ready. */
  start(locale?: BotView['locale']): Promise<void>;
  restart(locale?: BotView['locale']): Promise<void>;
}
