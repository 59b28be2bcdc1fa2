/** What the company keeps lists of: customers, products, projects (design §3.7). */
export const REGISTERS = ['customers', 'products', 'projects'] as const;
export type RegisterName = (typeof REGISTERS)[number];

/** Whom to call at a customer; empty texts are unknown. */
export interface Contact {
  name: string;
  phone: string;
  post: string;
}

/** One customer, product or project of a register. */
export interface RegisterEntry {
  /** 0 until the entry is stored. */
  id: number;
  register: RegisterName;
  /** The key under which other systems know the entry; never changes. */
  key: string;
  name: string;
  /** Further names, as a row of the API or a sheet states them. */
  aliases: string[];
  /** Names that people of the office decided on in chat: those of merged entries, and proposals. No row takes them away. */
  learned: string[];
  /** The keys of entries that were merged into this one: rows with such a key still find it. */
  formerKeys: string[];
  /** open_id of the rep who looks after the entry; null if nobody is named. */
  rep: string | null;
  region: string;
  class: string;
  contacts: Contact[];
  /** The first and the last day on which the company deals with it, as `2026-12-01`; null if open. */
  activeFrom: string | null;
  activeUntil: string | null;
  version: number;
}

/** A name that a record brings, such as the customer of a case. */
export interface Brought {
  register: RegisterName;
  name: string;
}

export const isRegister = (name: string | undefined): name is RegisterName => REGISTERS.some((one) => one === name);

/** All names by which the entry is known, the one that is shown first. */
export const namesOf = ({ name, aliases, learned }: RegisterEntry): string[] => [name, ...aliases, ...learned];

/** Everything that finds the entry: its names and its keys. */
export const findsEntry = (entry: RegisterEntry): string[] => [...namesOf(entry), entry.key, ...entry.formerKeys];

/** Whether the company deals with the entry on this day (`2026-12-01`). */
export function isActive({ activeFrom, activeUntil }: RegisterEntry, day: string): boolean {
  return (activeFrom === null || activeFrom <= day) && (activeUntil === null || day <= activeUntil);
}
