/** Turns a list to another page. */
export const TURN_LIST = 'feedback.list';

/** Sends the word that was nearly typed. */
export const SEND_WORD = 'feedback.word';
