/** Turns a list to another page. */
export const TURN_LIST = 'feedback.list';

/** Says that a message was no customer's. */
export const DISMISS_MESSAGE = 'feedback.dismiss';

/** Sends the word that was nearly typed. */
export const SEND_WORD = 'feedback.word';

/** Urges everybody who holds something overdue that the tapper may urge. */
export const URGE_ALL = 'feedback.urge_all';
