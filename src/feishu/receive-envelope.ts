import type { JsonObject, Receipt } from '../domain/messaging';

export type { Receipt };

/** Takes one envelope in. Whatever it throws means "not taken": the platform is made to send the event again. */
export type Receive = (envelope: JsonObject) => Promise<Receipt>;

/** The one event whose answer people see; it is never pushed a second time. */
export const CARD_CALLBACK = 'card.action.trigger';
