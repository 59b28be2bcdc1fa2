import type { JsonObject } from '../../src/domain/messaging';
import { callbackValue } from './callback';
import { type Element, plain } from './elements';
import { oneLine } from './plain-text';

/** The platform takes no longer word, in characters. */
const MAX_WORD = 99;

export interface Confirm {
  title: string;
  text: string;
}

export type ButtonLook = 'default' | 'primary' | 'danger';

/** The platform's own `primary` has a blue edge only: what a card is mainly for would not stand out on it. */
const BUTTON_TYPES: Record<ButtonLook, string> = { default: 'default', primary: 'primary_filled', danger: 'danger' };

/** What a button asks the program to do, and what a person reads on it. */
export interface ButtonParts {
  /** The command: `feedback.claim`. */
  cmd: string;
  /** The record; 0 for none. */
  id: number;
  /** The word on the button. */
  word: string;
  look?: ButtonLook;
  /** A question to be answered before the command is sent. */
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
    ...(confirm ? { confirm: { title: plain(confirm.title), text: plain(confirm.text) } } : {}),
    behaviors: [{ type: 'callback', value: callbackValue(cmd, id, values) }],
  };
}

/** A few buttons beside each other, each as wide as its word. */
export function buttonRow(buttons: Element[]): Element {
  return {
    tag: 'column_set',
    flex_mode: 'none',
    horizontal_spacing: '8px',
    columns: buttons.map((one) => ({ tag: 'column', width: 'auto', elements: [one] })),
  };
}
