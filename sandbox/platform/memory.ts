import type { Push } from './events/pusher';
import type { Chat, ChatEvent, Message, Refusal, StoredFile } from './model';

/** What outlives the process, by kind. Within a kind, each value has its own id. */
export interface Kept {
  chat: Omit<Chat, 'members'> & { members: string[] };
  message: Message;
  /** Messages inside a merged forward, by the id of the merged forward. */
  bundle: Message[];
  /** An uploaded file; its bytes are kept beside the value. */
  file: Omit<StoredFile, 'bytes'>;
  /** Code with which sends to this person are refused. */
  unreachable: number;
  refusal: Refusal;
  chat_event: ChatEvent;
  /** An event that has not been delivered yet. */
  push: Push;
  /** What the app sent under a uuid. */
  sent: { at: number; messageId: string };
  /** Lead of the sandbox's clock over the real clock. */
  clock: { offsetMs: number };
}

export type Kind = keyof Kept;

/** A kept value of an earlier process. */
export interface Recalled<Value> {
  id: string;
  value: Value;
  /** Empty if no bytes were kept. */
  bytes: Buffer;
}

/** Storage for the state of the local Feishu that must outlive the process. */
export interface Memory {
  /**
   * Keeps a value under this id, in place of the former one. `read` runs at the end of the current turn of the event
   * loop: all changes of a turn are kept together or not at all, and before anybody hears of them.
   */
  keep<K extends Kind>(kind: K, id: string, read: () => Kept[K], bytes?: Buffer): void;
  forget(kind: Kind, id: string): void;
  /** All values of this kind that an earlier process kept, in the order in which they were first kept. */
  recall<K extends Kind>(kind: K): Recalled<Kept[K]>[];
}

/** A memory that keeps nothing. */
export const NO_MEMORY: Memory = { keep: () => {}, forget: () => {}, recall: () => [] };
