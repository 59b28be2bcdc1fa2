import type { JsonObject } from '../../src/domain/messaging';
import { callbackValue } from './callback';
import { columnSet, type Element, plain } from './elements';
import { oneLine } from './plain-text';

/** The platform takes no longer word, in characters. */
const MAX_WORD = 99;

/** A question that the client asks after a tap. */
export interface Confirm {
  title: string;
  text: string;
}

/**
 * How a button stands out: `primary` is what the card is there for, at most one a card; `choice` is one of several equal
 * acts, or the act of a row; `link` stands inside a block; `text` is an act of a finished card.
 */
export type ButtonLook = 'default' | 'primary' | 'choice' | 'danger' | 'link' | 'text';

/** The platform's `primary` has only a blue edge and does not stand out. */
const BUTTON_TYPES: Record<ButtonLook, string> = {
  default: 'default',
  primary: 'primary_filled',
  choice: 'primary',
  danger: 'danger',
  link: 'primary_text',
  text: 'text',
};

/** What a button asks the program to do, and what a person reads on it. */
export interface ButtonParts {
  /** The command: `feedback.claim`. */
  cmd: string;
  /** The record; 0 for none. */
  id: number;
  /** The word on the button. */
  word: string;
  look?: ButtonLook;
  /** The client asks this question before it sends the command. */
  confirm?: Confirm | undefined;
  /** Plain values that come back with the tap. */
  values?: JsonObject | undefined;
}

/** A button that sends its command back when it is tapped (design §3.3). */
export function button({ cmd, id, word, look = 'default', confirm, values = {} }: ButtonParts): Element {
  return {
    tag: 'button',
    type: BUTTON_TYPES[look],
    text: plain(oneLine(word, MAX_WORD)),
    ...(look === 'link' ? { size: 'small' } : {}),
    ...(confirm ? { confirm: { title: plain(confirm.title), text: plain(confirm.text) } } : {}),
    behaviors: [{ type: 'callback', value: callbackValue(cmd, id, values) }],
  };
}

/** A few buttons side by side, each as wide as its word. */
export function buttonRow(buttons: Element[]): Element {
  return columnSet(buttons.map((one) => ({ tag: 'column', width: 'auto', elements: [one] })));
}
