/** Takes a message in as a customer's: the desk's button, on a message about a case. */
export const TAKE_MESSAGE = 'feedback.take';
