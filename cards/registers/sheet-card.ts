import type { CardJson } from '../../src/domain/messaging';
import type { RegisterName } from '../../src/domain/registers/register';
import { ROW_COLUMNS, type RowFaultName } from '../../src/domain/registers/rows';
import { button } from '../kit/button';
import { card } from '../kit/card';
import { fitted, type Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { actRow } from '../kit/parts/acts';
import { oneLine } from '../kit/plain-text';
import { TAKE_MESSAGE } from '../kit/take-message';
import { REGISTER_COMMANDS } from './commands';

const MAX_NAME = 40;
const MAX_REPS = 10;

/** What is wrong with a row of a sheet; `line` as the spreadsheet counts. */
export interface SheetFault {
  line: number;
  column: string;
  fault: RowFaultName;
  other: string;
}

/** What a sheet would change, or has changed. */
export interface SheetOffer {
  register: RegisterName;
  /** The id of the kept sheet. */
  id: number;
  /** The message that brought the sheet. */
  message: string;
  counts: { created: number; updated: number; unchanged: number };
  /** The first faults, how many more there are, and how many rows stay out because of them. */
  faults: SheetFault[];
  more: number;
  leftOut: number;
  /** Names of reps that belong to nobody who is known, or to several. */
  unknownReps: string[];
  /** The most rows that may come at once, if there are more; null otherwise. */
  most: number | null;
  isDone: boolean;
}

/** Shows what a sheet changes before anything does; afterwards, what it changed. */
export function sheetCard(offer: SheetOffer, ctx: CardContext): CardJson {
  const { registers } = ctx.texts;
  const { register, counts, most, isDone } = offer;
  const what = registers.names[register];
  return fitted((room) =>
    card({
      title: isDone ? registers.imported(what) : registers.offer(what),
      colour: isDone ? 'green' : 'wathet',
      icon: isDone ? 'done' : 'list',
      summary: what,
      elements: [
        ...(most === null
          ? lines([registers.changes(counts.created, counts.updated, counts.unchanged)])
          : lines([registers.tooManyRows(most)], 'alarm')),
        ...faultsOf(offer, room, ctx),
        ...lines([unknownReps(offer, ctx)], 'quiet'),
        ...(isDone ? [] : actsOf(offer, ctx)),
      ],
    }),
  );
}

function faultsOf({ faults, more, leftOut }: SheetOffer, room: Room, { texts }: CardContext): Element[] {
  const { registers } = texts;
  if (faults.length === 0) return [];
  const shown = faults.slice(0, room.items).map(({ line, column, fault, other }) => {
    const name = ROW_COLUMNS.find((one) => one === column);
    return registers.rowFault(
      line,
      name ? registers.columns[name] : '',
      registers.faults[fault](oneLine(other, MAX_NAME)),
    );
  });
  const left = faults.length - shown.length + more;
  return [
    ...lines([registers.leftOut(leftOut)], 'alarm'),
    ...lines([...shown, left > 0 && registers.moreFaults(left)]),
  ];
}

function unknownReps({ unknownReps: names }: SheetOffer, { texts }: CardContext): string {
  if (names.length === 0) return '';
  return texts.registers.unknownReps(texts.card.list(names.slice(0, MAX_REPS).map((name) => oneLine(name, MAX_NAME))));
}

function actsOf({ register, id, message, counts, most }: SheetOffer, { texts }: CardContext): Element[] {
  const { registers } = texts;
  const isWorthIt = most === null && counts.created + counts.updated > 0;
  const confirm = button({
    cmd: REGISTER_COMMANDS.confirm,
    id,
    word: registers.confirm,
    look: 'primary',
    values: { register },
  });
  const word = registers.notARegister(registers.names[register]);
  const feedback = button({ cmd: TAKE_MESSAGE, id: 0, word, values: { message } });
  return [
    ...lines([most === null && !isWorthIt && registers.nothingToDo], 'quiet'),
    ...(isWorthIt ? actRow([confirm]) : []),
    feedback,
  ];
}
