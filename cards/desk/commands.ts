/** Turns a list to another page. */
export const TURN_LIST = 'feedback.list';

/** Sends the word that was nearly typed. */
export const SEND_WORD = 'feedback.word';

/** Takes a message in as a customer's, although the message was first answered as a word. */
export const TAKE_MESSAGE = 'feedback.take';
