import { galleryCards } from '../cards/gallery/gallery';
import type { MovableClock } from './clock';
import type { History } from './desk/history';
import { SECOND } from './domain/time';
import type { Engine } from './engine/create-engine';
import { within } from './engine/time-limit';
import type { SandboxSeam } from './http/sandbox-routes';
import type { Ticker } from './ticker';

/** The longest real time that a moved clock waits until due messages have gone out. */
const SAID_WITHIN_MS = 4 * SECOND;

/** The sandbox's controls over the bot: when the clock jumps, everything that became due happens at once. */
export function sandboxSeam(
  clock: MovableClock,
  { ticker, pumps, tick, history }: { ticker: Ticker; history: History } & Pick<Engine, 'pumps' | 'tick'>,
): SandboxSeam {
  return {
    moveClock: async (offsetMs) => {
      clock.moveTo(offsetMs);
      await ticker.run();
      // If Feishu hangs, the jump goes on without its answer.
      await within(pumps.idle(), SAID_WITHIN_MS);
    },
    clock: async () => ({ offsetMs: clock.offsetMs, nextReminderAt: await tick.nextMoment() }),
    timelines: (messageId) => history.of(messageId),
    cards: galleryCards,
  };
}
