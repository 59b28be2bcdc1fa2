import type { CardJson } from '../../src/domain/messaging';
import { isActive, type RegisterEntry } from '../../src/domain/registers/register';
import { dateOf } from '../../src/domain/time';
import { TURN_LIST } from '../desk/commands';
import { button } from '../kit/button';
import { card } from '../kit/card';
import { fitted, type Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { block, type Element, lines, section } from '../kit/elements';
import { type ListRow, listRow } from '../kit/list-row';
import { maskContact } from '../kit/mask';
import { personName } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { oneLine } from '../kit/plain-text';
import { REGISTER_COMMANDS } from './commands';

const MAX_NAME = 60;
/** As many contacts as a phone shows beside the rest of the card. */
const MAX_CONTACTS = 5;

/** An entry with the records that its reader may see. */
export interface EntryView {
  entry: RegisterEntry;
  /** The reader may not see whole telephone numbers. */
  masked: boolean;
  /** The first records, and how many there are; null if records are not of such an entry. */
  records: { rows: ListRow[]; total: number } | null;
  /** The reader keeps the registers. */
  mayMerge: boolean;
  /** The reader: only they may turn the pages of a list. */
  by: string;
}

/** A customer, product or project: who looks after it, whom to call, and its records. */
export function entryCard(view: EntryView, ctx: CardContext): CardJson {
  const { entry, masked } = view;
  const { registers } = ctx.texts;
  const what = registers.names[entry.register];
  const isOver = !isActive(entry, dateOf(ctx.now, ctx.timeZone));
  return fitted((room) =>
    card({
      title: oneLine(entry.name, MAX_NAME),
      subtitle: registers.subtitle(what, oneLine(entry.key, MAX_NAME)),
      colour: isOver ? 'grey' : 'blue',
      icon: 'list',
      tags: isOver ? [{ text: registers.notActive, colour: 'neutral' }] : [],
      summary: what,
      isPrivate: !masked && entry.contacts.length > 0,
      elements: [
        ...lines(factsOf(entry, room, ctx)),
        ...block('grey', registers.contacts, contactsOf(view, room, ctx)),
        ...recordsOf(view, ctx),
        ...actRow(actsOf(view, ctx)),
      ],
    }),
  );
}

function factsOf(entry: RegisterEntry, room: Room, ctx: CardContext): string[] {
  const { registers, card: words } = ctx.texts;
  const { columns } = registers;
  const labelled = (label: string, value: string) => (value === '' ? '' : words.labelled(label, value));
  const also = [...entry.aliases, ...entry.learned].slice(0, room.items).map((name) => oneLine(name, MAX_NAME));
  const { activeFrom, activeUntil } = entry;
  return [
    labelled(columns.aliases, words.list(also)),
    labelled(columns.rep, entry.rep === null ? '' : personName(entry.rep, ctx)),
    labelled(columns.region, oneLine(entry.region, MAX_NAME)),
    labelled(columns.class, oneLine(entry.class, MAX_NAME)),
    activeFrom === null ? '' : registers.begins(activeFrom),
    activeUntil === null ? '' : registers.ended(activeUntil),
  ];
}

function contactsOf({ entry, masked }: EntryView, room: Room, { texts }: CardContext): Element[] {
  const shown = entry.contacts.slice(0, Math.min(MAX_CONTACTS, room.items)).map(({ name, phone, post }) => {
    const number = masked ? maskContact(phone) : phone;
    const person = masked ? maskContact(name) : name;
    return [person, number, post]
      .map((part) => oneLine(part, MAX_NAME))
      .filter(Boolean)
      .join(' · ');
  });
  return shown.length === 0 ? [] : [...lines(shown), ...lines([masked && texts.registers.masked], 'quiet')];
}

function recordsOf({ records }: EntryView, { texts }: CardContext): Element[] {
  if (records === null) return [];
  const title = texts.registers.records(records.total);
  return records.total === 0 ? lines([title], 'quiet') : section(title, records.rows.map(listRow));
}

function actsOf({ entry, records, mayMerge, by }: EntryView, { texts }: CardContext): Element[] {
  const { registers } = texts;
  const left = records === null ? 0 : records.total - records.rows.length;
  const values = { list: 'search', words: oneLine(entry.name, MAX_NAME), by, in: 'direct' };
  const search = (word: string) => button({ cmd: TURN_LIST, id: 0, word, values });
  return [
    ...(left > 0 ? [search(registers.more(left))] : []),
    ...(records === null ? [search(registers.search)] : []),
    ...(mayMerge
      ? [
          button({
            cmd: REGISTER_COMMANDS.askMerge,
            id: entry.id,
            word: registers.merge,
            look: 'text',
            values: { register: entry.register },
          }),
        ]
      : []),
  ];
}
