import type { ClockView, PersonView } from '../../page-contract';
import type { Message } from '../lib/message';
import { isRep, named } from '../lib/people';
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

/** What it remembers from step to step. */
export interface TourMemory {
  /** The sandbox's time at which it began: what came before is not its business. */
  since: number;
  /** The case that it follows. */
  caseId: number | null;
  /** The sandbox's time at which the step began. */
  enteredAt: number;
}

/** Somebody's seat in front of a chat. */
export interface Seat {
  person: PersonView;
  chatId: string;
}

const privateChat = ({ chats }: PersonView) => chats.find(({ mode }) => mode === 'p2p')?.id ?? '';
const seatOf = (person: PersonView | undefined): Seat | null =>
  person ? { person, chatId: privateChat(person) } : null;

export const repSeat = ({ people }: Pick<TourWorld, 'people'>): Seat | null =>
  seatOf(named(people, '林晓') ?? people.find(isRep));

export const managerSeat = ({ people }: Pick<TourWorld, 'people'>): Seat | null =>
  seatOf(named(people, '张伟') ?? people.find(({ title }) => title.includes('经理') && title !== '客户经理'));

/** The chats that the tour has to read. */
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

export const isSeated = ({ personId, chatId }: TourWorld, seat: Seat | null) =>
  seat !== null && seat.person.id === personId && seat.chatId === chatId;

const cardsIn = ({ messages }: TourWorld, chatId: string | undefined): Message[] =>
  (messages.get(chatId ?? '') ?? []).filter(({ card, recalled }) => card && !recalled);

/** The rep's draft that came since the tour began, or took in what was forwarded since: messages in a row are one case. */
export const draftCard = (world: TourWorld, { since }: TourMemory): Message | undefined =>
  cardsIn(world, repSeat(world)?.chatId).findLast(
    (message) => Math.max(message.createdAt, message.updatedAt) >= since && offers(message, 'feedback.submit'),
  );

/** The case that is followed; where a step was skipped, the rep's latest. */
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

/** A member of the department's group, in front of it; rather not the one who leads it. */
export function departmentSeat(world: TourWorld, memory: TourMemory): Seat | null {
  const chatId = departmentCard(world, memory)?.chatId;
  const members = world.people.filter(({ chats }) => chats.some(({ id }) => id === chatId));
  const person = named(members, '李娜') ?? members[1] ?? members[0];
  return person && chatId ? { person, chatId } : null;
}
