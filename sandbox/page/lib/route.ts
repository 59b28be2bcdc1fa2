import type { Overview } from '../../page-contract';

/** The chosen person and the open chat. */
export interface Route {
  personId: string | null;
  /** Null if a phone shows the list of chats. */
  chatId: string | null;
}

/** Reads `#person/chat` of an address. */
export function parseRoute(hash: string): Route {
  const [personId, chatId] = hash.replace(/^#/, '').split('/').map(decoded);
  return { personId: personId || null, chatId: chatId || null };
}

/** A route as the hash of an address. */
export const routeHash = ({ personId, chatId }: Route) =>
  `#${[personId, chatId].map((part) => encodeURIComponent(part ?? '')).join('/')}`;

/** The person and chat of a route; the first person if the person is unknown, no chat if it is not the person's. */
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
