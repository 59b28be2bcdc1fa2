import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import { textOf } from '../../src/domain/feedback/source-text';
import { longTime } from '../../src/domain/time';
import type { CardContext } from '../kit/context';
import { mask, maskContact } from '../kit/mask';
import { categoryName, departmentName, personName } from '../kit/names';
import { cut } from '../kit/plain-text';

/** A spreadsheet's cell takes 32,767 characters. */
const MAX_CELL = 30_000;

/**
 * A spreadsheet program takes a cell that begins like this for a formula once it is pasted or saved as CSV. An apostrophe
 * in front makes it a text.
 */
const FORMULA = /^[=+\-@\t\r]/;

/** A table of texts. */
export interface Sheet {
  heads: string[];
  rows: string[][];
}

function cell(typed: string): string {
  const text = cut(typed, MAX_CELL);
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The cases as a table, one row each; contact details are masked (design §2). */
export function sheetOf(cases: Feedback[], ctx: CardContext): Sheet {
  const { texts, timeZone } = ctx;
  const time = (at: number | null) => (at === null ? '' : longTime(at, timeZone));
  const columns: [string, (feedback: Feedback) => string][] = [
    [texts.sheet.number, (feedback) => numberOf(feedback)],
    [texts.sheet.status, ({ status }) => texts.statuses[status]],
    [texts.fields.customer, ({ customer }) => mask(customer)],
    [texts.fields.contact, ({ contact }) => maskContact(contact)],
    [texts.fields.kind, ({ kind }) => texts.kinds[kind]],
    [texts.fields.category, ({ category }) => categoryName(category, ctx)],
    [texts.fields.channel, ({ channel }) => texts.channels[channel]],
    [texts.fields.priority, ({ priority }) => texts.priorities[priority]],
    [texts.fields.department, ({ department }) => departmentName(department, ctx)],
    [texts.card.rep, ({ repId }) => personName(repId, ctx)],
    [texts.card.claimedBy, ({ claimedBy }) => (claimedBy ? personName(claimedBy, ctx) : '')],
    [texts.card.words, (feedback) => mask(textOf(feedback))],
    [texts.fields.answer, ({ answer }) => mask(answer)],
    [texts.fields.cause, ({ cause }) => mask(cause)],
    [texts.fields.prevention, ({ prevention }) => mask(prevention)],
    [texts.fields.told_customer, ({ toldCustomer }) => mask(toldCustomer)],
    [texts.fields.satisfaction, ({ satisfaction }) => (satisfaction ? texts.satisfactions[satisfaction] : '')],
    [texts.fields.customer_words, ({ customerWords }) => mask(customerWords)],
    [texts.fields.goodwill, ({ goodwill }) => mask(goodwill)],
    [texts.sheet.submittedAt, ({ submittedAt }) => time(submittedAt)],
    [texts.sheet.dueAt, ({ dueAt }) => time(dueAt)],
    [texts.sheet.answeredAt, ({ answeredAt }) => time(answeredAt)],
    [texts.sheet.closedAt, ({ closedAt }) => time(closedAt)],
  ];
  return {
    heads: columns.map(([head]) => head),
    rows: cases.map((feedback) => columns.map(([, read]) => cell(read(feedback)))),
  };
}
