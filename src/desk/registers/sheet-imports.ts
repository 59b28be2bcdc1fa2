import type { SheetFault, SheetOffer } from '../../../cards/registers/sheet-card';
import { ImportStore } from '../../db/registers/import-store';
import { RegisterStore } from '../../db/registers/register-store';
import { peopleCalled } from '../../db/registers/rep-names';
import type { Tx } from '../../db/transaction';
import type { IncomingMessage, JsonObject } from '../../domain/messaging';
import { foldedName } from '../../domain/registers/folding';
import type { Plan } from '../../domain/registers/plan';
import { type RegisterRow, type RowFault, readRows } from '../../domain/registers/rows';
import { keyed, type RegisterSheet, readRegisterSheet, type SheetRow } from '../../domain/registers/sheet';
import type { Instant } from '../../domain/time';
import type { Said } from '../../engine/desk';
import { RegisterChanges } from './register-changes';

/** The most rows of one sheet, as of one request of the API. */
export const MAX_ROWS = 5000;

/** Reads a spreadsheet: the cells of its first sheet as texts, row by row; or why it cannot be read. */
export type ReadSheet = (bytes: Buffer) => Promise<{ ok: true; cells: string[][] } | { ok: false; reason: string }>;

/** What a sheet changes, and what stays out. */
interface Reading {
  plan: Plan;
  rows: RegisterRow[];
  faults: SheetFault[];
  unknownReps: string[];
}

/** What an import changed, by this tap or by an earlier one; or that nobody kept the sheet. */
export type Confirmed = { ok: true; offer: SheetOffer; isFirst: boolean } | { ok: false; reason: 'forgotten' };

/** Sheets that people of the office send: offered first, imported when somebody confirms. */
export class SheetImports {
  constructor(
    private readonly tx: Tx,
    private readonly now: Instant,
  ) {}

  /** Offers to import a sheet, and keeps it until then; null if it is no register. */
  async offer(
    { messageId, senderId }: Pick<IncomingMessage, 'messageId' | 'senderId'>,
    cells: string[][],
  ): Promise<Said | null> {
    const sheet = readRegisterSheet(cells);
    if (!sheet || sheet.rows.length === 0) return null;
    const isTooLong = sheet.rows.length > MAX_ROWS;
    const kept = isTooLong ? { ...sheet, rows: [] } : sheet;
    const id = await new ImportStore(this.tx).add({ byId: senderId, messageId }, kept, this.now);
    const offer = await this.offerOf(kept, id, messageId, isTooLong ? MAX_ROWS : null);
    return { name: 'registers.sheet', params: offer as unknown as JsonObject };
  }

  /** Imports a kept sheet, once; rows with faults stay out. */
  async confirm(id: number): Promise<Confirmed> {
    const imports = new ImportStore(this.tx);
    const kept = await imports.get(id);
    if (!kept) return { ok: false, reason: 'forgotten' };
    await new RegisterStore(this.tx, kept.register).hold(this.now);
    if (!(await imports.take(id))) {
      const earlier = await imports.get(id);
      return { ok: true, offer: earlier?.outcome as unknown as SheetOffer, isFirst: false };
    }
    const reading = await this.read(kept.sheet);
    const { counts } = await new RegisterChanges(this.tx, kept.register, this.now).take(reading.rows, 'adds');
    const offer = { ...offered(kept.sheet, id, kept.messageId, reading), counts, isDone: true };
    await imports.keep(id, offer as unknown as JsonObject);
    return { ok: true, offer, isFirst: true };
  }

  private async offerOf(sheet: RegisterSheet, id: number, message: string, most: number | null): Promise<SheetOffer> {
    return { ...offered(sheet, id, message, await this.read(sheet)), most };
  }

  private async read({ register, rows }: RegisterSheet): Promise<Reading> {
    const changes = new RegisterChanges(this.tx, register, this.now);
    const keyless = rows.filter(({ cells }) => !cells.key).map(({ cells }) => foldedName(String(cells.name ?? '')));
    const known = await new RegisterStore(this.tx, register).named([...new Set(keyless)]);
    const { named, unknownReps } = await this.withReps(keyed(rows, known));
    const read = readRows(named.map(({ cells }) => cells));
    const first = await changes.plan(read.rows, 'adds');
    const faults = [...read.faults, ...first.faults].sort((a, b) => a.row - b.row);
    const odd = new Set(faults.map(({ row }) => row));
    const good = read.rows.filter((_, at) => !odd.has(at));
    const plan = odd.size === 0 ? first : await changes.plan(good, 'adds');
    return { plan, rows: good, faults: faults.map((fault) => faultIn(fault, rows)), unknownReps };
  }

  /** The rows with their reps by open_id, as far as the bot knows exactly one person of that name. */
  private async withReps(rows: SheetRow[]): Promise<{ named: SheetRow[]; unknownReps: string[] }> {
    const names = [...new Set(rows.map(({ repName }) => repName).filter(Boolean))];
    const people = await peopleCalled(this.tx, names);
    const repOf = (name: string) => {
      const [rep, ...namesakes] = people.get(name) ?? [];
      return namesakes.length === 0 ? rep : undefined;
    };
    const named = rows.map((row) => {
      const rep = repOf(row.repName);
      return rep === undefined ? row : { ...row, cells: { ...row.cells, rep } };
    });
    return { named, unknownReps: names.filter((name) => repOf(name) === undefined) };
  }
}

const faultIn = ({ row, column, fault, other = '' }: RowFault, rows: SheetRow[]): SheetFault => ({
  line: rows[row]?.line ?? 0,
  column,
  fault,
  other,
});

/** More faults than these are not read on a card. */
const MAX_FAULTS = 30;

function offered({ register }: RegisterSheet, id: number, message: string, reading: Reading): SheetOffer {
  const { plan, faults, unknownReps } = reading;
  return {
    ...{ register, id, message, counts: plan.counts, faults: faults.slice(0, MAX_FAULTS), unknownReps },
    ...{ leftOut: new Set(faults.map(({ line }) => line)).size, more: Math.max(0, faults.length - MAX_FAULTS) },
    ...{ most: null, isDone: false },
  };
}
