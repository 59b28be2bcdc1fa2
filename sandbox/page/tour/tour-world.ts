import type { ClockView, PersonView } from '../../page-contract';
import type { Message } from '../lib/message';
import { isManager, isRep } from '../lib/people';
import { commandsOf, isAbout, offers } from './card-reading';

/** What the tour sees of the sandbox. */
export interface TourWorld {
  clock: ClockView;
  botIsRunning: boolean;
  people: readonly PersonView[];
  /** Who one is and which chat is open. */
  personId: string;
  chatId: string | null;
  /** Messages by chat, of the chats that the tour goes through. */
  messages: ReadonlyMap<string, readonly Message[]>;
}

/** Notes that the tour keeps between steps. */
export interface TourMemory {
  /** Sandbox time at which the tour began; earlier messages do not count. */
  since: number;
  /** Id of the case that the tour follows. */
  caseId: number | null;
  /** Sandbox time at which the step began. */
  enteredAt: number;
}

/** A person and one of their chats. */
export interface Seat {
  person: PersonView;
  chatId: string;
}

const privateChat = ({ chats }: PersonView) => chats.find(({ mode }) => mode === 'p2p')?.id ?? '';
const seatOf = (person: PersonView | undefined): Seat | null =>
  person ? { person, chatId: privateChat(person) } : null;

/** The first rep, in their direct chat. */
export const repSeat = ({ people }: Pick<TourWorld, 'people'>): Seat | null => seatOf(people.find(isRep));

/** The first manager, in their direct chat. */
export const managerSeat = ({ people }: Pick<TourWorld, 'people'>): Seat | null => seatOf(people.find(isManager));

/** Ids of the chats that the tour reads. */
export function chatsToRead(people: readonly PersonView[]): { personId: string; chatId: string }[] {
  const seats = [repSeat({ people }), managerSeat({ people })].filter((seat) => seat !== null);
  const groups = new Map<string, string>();
  for (const person of people) {
    for (const { id, mode } of person.chats) if (mode === 'group' && !groups.has(id)) groups.set(id, person.id);
  }
  return [
    ...seats.map(({ person, chatId }) => ({ personId: person.id, chatId })),
    ...[...groups].map(([chatId, personId]) => ({ personId, chatId })),
  ];
}

/** Whether the seat's person is chosen and the seat's chat is open. */
export const isSeated = ({ personId, chatId }: TourWorld, seat: Seat | null) =>
  seat !== null && seat.person.id === personId && seat.chatId === chatId;

const cardsIn = ({ messages }: TourWorld, chatId: string | undefined): Message[] =>
  (messages.get(chatId ?? '') ?? []).filter(({ card, recalled }) => card && !recalled);

/** The rep's draft that came or changed since the tour began: messages in a row become one draft. */
export const draftCard = (world: TourWorld, { since }: TourMemory): Message | undefined =>
  cardsIn(world, repSeat(world)?.chatId).findLast(
    (message) => Math.max(message.createdAt, message.updatedAt) >= since && offers(message, 'feedback.submit'),
  );

/** The case of the tour; if a step was skipped, the rep's latest case. */
export function caseOf(world: TourWorld, memory: TourMemory): number | null {
  const latest = draftCard(world, memory) ?? cardsIn(world, repSeat(world)?.chatId).at(-1);
  return memory.caseId ?? commandsOf(latest?.card)[0]?.id ?? null;
}

/** The rep's card of the case. */
export function repCard(world: TourWorld, memory: TourMemory): Message | undefined {
  const id = caseOf(world, memory);
  return id === null ? undefined : cardsIn(world, repSeat(world)?.chatId).findLast((message) => isAbout(message, id));
}

/** The case's card in a department's group. */
export function departmentCard(world: TourWorld, memory: TourMemory): Message | undefined {
  const id = caseOf(world, memory);
  const groups = world.people.flatMap(({ chats }) => chats).filter(({ mode }) => mode === 'group');
  const cards = [...new Set(groups.map((chat) => chat.id))].flatMap((chatId) => cardsIn(world, chatId));
  return id === null ? undefined : cards.findLast((message) => isAbout(message, id));
}

/** A member of the department with its group; preferably not the lead. */
export function departmentSeat(world: TourWorld, memory: TourMemory): Seat | null {
  const chatId = departmentCard(world, memory)?.chatId;
  const members = world.people.filter(({ chats }) => chats.some(({ id }) => id === chatId));
  const person = members[1] ?? members[0];
  return person && chatId ? { person, chatId } : null;
}
