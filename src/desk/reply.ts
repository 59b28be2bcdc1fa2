import type { TapAnswer } from '../domain/messaging';
import type { Said } from '../engine/desk';

/** The answer to a tap on one of the desk's buttons; `warning` and `note` are names of toasts. */
export interface Reply {
  /** The new content of the tapped card. */
  card?: Said;
  /** A further message: to the person who tapped, or with `inGroup` in the chat of the card. */
  says?: Said;
  inGroup?: boolean;
  warning?: string;
  note?: string;
  /** A toast in the words of a workflow. */
  toast?: TapAnswer['toast'];
}
