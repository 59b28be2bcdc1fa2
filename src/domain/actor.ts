/** Who acts: a person, and the chat the act came from; `id` is null where the program itself does. */
export interface Actor {
  id: string | null;
  /** The group whose card or thread was used. Only members see a group's cards, so the platform vouches for membership. */
  chatId: string | null;
}

export const PROGRAM: Actor = { id: null, chatId: null };
