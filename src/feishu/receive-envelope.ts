import type { JsonObject, Receipt } from '../domain/messaging';

export type { Receipt };

/** Takes one envelope. If it throws, the event was not taken and the platform sends it again. */
export type Receive = (envelope: JsonObject) => Promise<Receipt>;

/** A tap on a card: the only event whose answer people see, and which Feishu never pushes again. */
export const CARD_CALLBACK = 'card.action.trigger';
