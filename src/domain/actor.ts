/** Who acts, and in which chat; `id` is null if the program itself acts. */
export interface Actor {
  id: string | null;
  /**
   * The group whose card or thread was used; only its members see them, so Feishu vouches that the actor is a member.
   */
  chatId: string | null;
}

export const PROGRAM: Actor = { id: null, chatId: null };
