import type { TimeOfDay } from '../time';

/** Who hears of a rung: a part of the record, or whoever holds a position. */
export type RungReader = 'holder' | 'lead' | 'manager' | 'giver' | `position:${string}`;

/** One step of a ladder (催办阶梯), counted from the day on which something is due. */
export interface OfficeRung {
  /** Days from the due day; negative before it. A rung on a day off moves back to the last workday before it. */
  days: number;
  unit: 'day' | 'workday';
  at: TimeOfDay;
  to: RungReader[];
  /** The holder is buzzed (加急). */
  buzz: boolean;
}

/** When people are reminded of something that is due on a day. */
export interface OfficeLadder {
  rungs: OfficeRung[];
  /** After the last rung, again and again; `inDigest`: only there. Null: nothing more is said. */
  afterwards: { every: number; unit: 'day' | 'workday'; to: RungReader[]; inDigest: boolean } | null;
}

const TEN = 10 * 60;

const rung = (days: number, unit: 'day' | 'workday', to: RungReader[], buzz = false): OfficeRung => ({
  ...{ days, unit, at: TEN, to, buzz },
});

/** The ladders that a definition may name (procedures.md, Ladders); the company's own of the same name win. */
export const LADDERS: Readonly<Record<string, OfficeLadder>> = {
  office: {
    rungs: [
      rung(-1, 'workday', ['holder']),
      rung(0, 'workday', ['holder'], true),
      rung(1, 'workday', ['holder', 'lead']),
      rung(3, 'workday', ['manager']),
    ],
    afterwards: { every: 5, unit: 'workday', to: ['manager'], inDigest: true },
  },
  call: {
    rungs: [
      rung(-2, 'day', ['holder']),
      rung(-1, 'day', ['holder']),
      rung(0, 'day', ['holder']),
      rung(1, 'day', ['holder', 'position:service_manager']),
    ],
    afterwards: { every: 7, unit: 'day', to: ['manager'], inDigest: false },
  },
  task: {
    rungs: [rung(-1, 'workday', ['holder']), rung(0, 'workday', ['holder']), rung(1, 'workday', ['holder', 'giver'])],
    afterwards: { every: 7, unit: 'day', to: ['holder', 'giver'], inDigest: false },
  },
  money: {
    rungs: [rung(-7, 'day', ['holder']), rung(-3, 'day', ['holder']), rung(1, 'day', ['holder'])],
    afterwards: null,
  },
  outside: {
    rungs: [rung(-3, 'day', ['holder'])],
    afterwards: null,
  },
};
