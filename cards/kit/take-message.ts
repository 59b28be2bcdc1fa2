/** Takes a message in as a customer's: the desk's button, on a message about a case. */
export const TAKE_MESSAGE = 'feedback.from_text';

/** Adds a message to a case; `NOTE_AND_URGE` urges as well. */
export const NOTE_MESSAGE = 'feedback.note_text';
export const NOTE_AND_URGE = 'feedback.note_urge';

/** Takes a message off a case again. */
export const UNDO_NOTE = 'feedback.undo';
