/** Turns a list to another page. */
export const TURN_LIST = 'feedback.list';

/** The question on the card is answered by no. */
export const DISMISS = 'card.dismiss';

/** Brings the digest. */
export const SHOW_DIGEST = 'digest.show';

/** Says how messages from WeChat get here. */
export const HELP_WITH_WECHAT = 'help.wechat';

/** Sends the word that was nearly typed. */
export const SEND_WORD = 'feedback.word';

/** Urges everybody who holds something overdue that the tapper may urge. */
export const URGE_ALL = 'feedback.urge_all';
