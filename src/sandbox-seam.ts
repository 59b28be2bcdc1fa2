import { galleryCards } from '../cards/gallery/gallery';
import type { MovableClock } from './clock';
import type { History } from './desk/history';
import { SECOND } from './domain/time';
import type { Engine } from './engine/create-engine';
import { within } from './engine/time-limit';
import type { SandboxSeam } from './http/sandbox-routes';
import type { Ticker } from './ticker';

/** How long a moved clock waits, in real time, for messages that became due to go out. */
const SAID_WITHIN_MS = 4 * SECOND;

/** What the sandbox may do and see of the bot: the clock jumps, and what is due by then happens at once. */
export function sandboxSeam(
  clock: MovableClock,
  { ticker, pumps, tick, history }: { ticker: Ticker; history: History } & Pick<Engine, 'pumps' | 'tick'>,
): SandboxSeam {
  return {
    moveClock: async (offsetMs) => {
      clock.moveTo(offsetMs);
      await ticker.run();
      // A Feishu that hangs is not waited for.
      await within(pumps.idle(), SAID_WITHIN_MS);
    },
    clock: async () => ({ offsetMs: clock.offsetMs, nextReminderAt: await tick.nextMoment() }),
    timeline: (messageId) => history.of(messageId),
    cards: galleryCards,
  };
}
