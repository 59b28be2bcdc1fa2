import type { Push } from './events/pusher';
import type { Chat, ChatEvent, Message, Refusal, StoredFile } from './model';

/** What outlives the process, by kind; each of a kind has its own id. */
export interface Kept {
  chat: Omit<Chat, 'members'> & { members: string[] };
  message: Message;
  /** What stands inside a bundle, by the bundle's id. */
  bundle: Message[];
  /** Its bytes are kept beside it. */
  file: Omit<StoredFile, 'bytes'>;
  /** Code with which sends to this person are refused. */
  unreachable: number;
  refusal: Refusal;
  chat_event: ChatEvent;
  /** An event that has not been delivered yet. */
  push: Push;
  /** What the app sent under a uuid. */
  sent: { at: number; messageId: string };
  /** How far the sandbox's clock is ahead of the real one. */
  clock: { offsetMs: number };
}

export type Kind = keyof Kept;

export interface Recalled<Value> {
  id: string;
  value: Value;
  /** Empty where none were kept. */
  bytes: Buffer;
}

/** Where the local Feishu keeps what must outlive it. */
export interface Memory {
  /**
   * Keeps it under this id, in place of what was kept there. It is read once the caller's turn is over, so that all
   * changes of one turn are kept together or not at all, and before anybody is told of them.
   */
  keep<K extends Kind>(kind: K, id: string, read: () => Kept[K], bytes?: Buffer): void;
  forget(kind: Kind, id: string): void;
  /** All that an earlier process kept of this kind, in the order in which it was first kept. */
  recall<K extends Kind>(kind: K): Recalled<Kept[K]>[];
}

/** For those who need nothing to outlive the process. */
export const NO_MEMORY: Memory = { keep: () => {}, forget: () => {}, recall: () => [] };
