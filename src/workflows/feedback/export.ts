import writeExcelFile from 'write-excel-file/node';
import { sheetOf } from '../../../cards/feedback/export-sheet';
import type { CardContext } from '../../../cards/kit/context';
import type { FeedbackQuery } from '../../db/feedback-query';
import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import type { Feedback } from '../../domain/feedback/model';
import type { Org } from '../../domain/org/org';
import { atTimeOfDay, shiftDate } from '../../domain/time';
import { visibleTo } from './lists';

const PAGE = 500;
/** A workbook of this many rows stays well under the platform's 30 MB. */
const MAX_ROWS = 10_000;

/** The month as [start, end) in the office's time. */
function monthOf(month: string, zone: string): { from: number; to: number } {
  const first = `${month}-01`;
  const next = `${shiftDate(first, 31).slice(0, 7)}-01`;
  return { from: atTimeOfDay(first, 0, zone), to: atTimeOfDay(next, 0, zone) };
}

/** The cases submitted in a month that this person may see, oldest first. */
export async function casesOf(tx: Tx, month: string, personId: string, org: Org, zone: string): Promise<Feedback[]> {
  const store = new FeedbackStore(tx);
  const { from, to } = monthOf(month, zone);
  const found = new Map<number, Feedback>();
  for (const query of visibleTo(personId, org)) {
    let before: number | undefined;
    for (;;) {
      const asked: FeedbackQuery = { ...query, submittedFrom: from, submittedTo: to };
      const page = await store.find(before === undefined ? asked : { ...asked, before }, PAGE);
      for (const feedback of page) found.set(feedback.id, feedback);
      before = page.at(-1)?.id;
      if (page.length < PAGE || found.size >= MAX_ROWS) break;
    }
  }
  return [...found.values()].sort((a, b) => a.id - b.id).slice(0, MAX_ROWS);
}

/** Whether the month has any case that this person may see. */
export async function hasCasesIn(tx: Tx, month: string, personId: string, org: Org, zone: string): Promise<boolean> {
  const { from, to } = monthOf(month, zone);
  for (const query of visibleTo(personId, org)) {
    const asked = { ...query, submittedFrom: from, submittedTo: to };
    if ((await new FeedbackStore(tx).find(asked, 1)).length > 0) return true;
  }
  return false;
}

/** The cases as an .xlsx workbook; every cell is text, so that nothing typed by people is ever a formula. */
export function workbookOf(cases: Feedback[], ctx: CardContext): Promise<Buffer> {
  const { heads, rows } = sheetOf(cases, ctx);
  const text = (value: string) => ({ type: String, value });
  const head = heads.map((value) => ({ ...text(value), fontWeight: 'bold' as const }));
  return writeExcelFile([head, ...rows.map((row) => row.map(text))]).toBuffer();
}

/** What the file is called. */
export function fileNameOf(month: string, { texts }: CardContext): string {
  return `${texts.sheet.name(month)}.xlsx`;
}
