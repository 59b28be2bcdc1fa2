import type { Overview } from '../../page-contract';

/** Who one is, and which chat is open. */
export interface Route {
  personId: string | null;
  /** Null on a phone that shows the list of chats. */
  chatId: string | null;
}

/** `#person/chat` of an address. */
export function parseRoute(hash: string): Route {
  const [personId, chatId] = hash.replace(/^#/, '').split('/').map(decoded);
  return { personId: personId || null, chatId: chatId || null };
}

export const routeHash = ({ personId, chatId }: Route) =>
  `#${[personId, chatId].map((part) => encodeURIComponent(part ?? '')).join('/')}`;

/** The person of a route, and the chat where it is one of theirs; the first person where there is no such one. */
export function resolve({ people }: Overview, { personId, chatId }: Route) {
  const person = people.find(({ id }) => id === personId) ?? people[0];
  const chat = person?.id === personId ? person?.chats.find(({ id }) => id === chatId) : undefined;
  return { person, chat };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
