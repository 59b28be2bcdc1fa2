/** Who acts, and in which chat; `id` is null if the program itself acts. */
export interface Actor {
  id: string | null;
  /**
   * The group whose card or thread was used; only its members see them, so Feishu vouches that the actor is a member.
   */
  chatId: string | null;
  /** The card or message of ours that was tapped where we sent it; absent for a forwarded copy and for typed words. */
  shown?: Shown;
}

/** What the actor was shown: a card on this wall (null: a message), in a direct chat or in a group. */
export interface Shown {
  wall: string | null;
  isDirect: boolean;
}

export const PROGRAM: Actor = { id: null, chatId: null };
