import type { Charge } from '../../src/domain/feedback/clock/charges';
import { deadlineOf } from '../../src/domain/feedback/clock/deadline';
import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import { textOf } from '../../src/domain/feedback/source-text';
import { longTime } from '../../src/domain/time';
import type { CardContext } from '../kit/context';
import { mask, maskContact } from '../kit/mask';
import { categoryName, departmentName, personName } from '../kit/names';
import { clean } from '../kit/plain-text';
import { durationText } from './clock-card';

/** A spreadsheet's cell takes 32,767 UTF-16 units; one more makes the whole workbook count as damaged. */
const MAX_CELL = 32_767;

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

/** Where the time of a case went. */
export interface Account {
  /** Whether the customer heard in time; null while that is open, and for information. */
  isOnTime: boolean | null;
  charges: Charge[];
  /** The party that a late case is charged to; null if it is not late. */
  charged: Charge | null;
}

function partyName({ holder, department }: Charge, ctx: CardContext): string {
  return department === null ? ctx.texts.clock.parties[holder] : departmentName(department, ctx);
}

const onTimeText = (account: Account | undefined, { texts }: CardContext): string =>
  account?.isOnTime === undefined || account.isOnTime === null
    ? ''
    : texts.sheet.onTime[account.isOnTime ? 'yes' : 'no'];

function chargesText(account: Account | undefined, ctx: CardContext): string {
  const { clock, card } = ctx.texts;
  const charges = account?.charges ?? [];
  return card.list(charges.map((charge) => clock.charged(partyName(charge, ctx), durationText(charge.ms, ctx))));
}

function cell(typed: string): string {
  const text = clean(typed);
  const shown = FORMULA.test(text) ? `'${text}` : text;
  if (shown.length <= MAX_CELL) return shown;
  // Half of a character at the end would be one too few for it, and none of a reader's.
  return `${shown.slice(0, MAX_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The cases as a table, one row each; contact details are masked (design §2). */
export function sheetOf(cases: Feedback[], accounts: ReadonlyMap<number, Account>, ctx: CardContext): Sheet {
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
    [texts.sheet.dueAt, (feedback) => time(deadlineOf(feedback))],
    [texts.sheet.extendedTo, ({ extension }) => time(extension?.until ?? null)],
    [texts.sheet.answeredAt, ({ answeredAt }) => time(answeredAt)],
    [texts.sheet.closedAt, ({ closedAt }) => time(closedAt)],
    [texts.sheet.isOnTime, ({ id }) => onTimeText(accounts.get(id), ctx)],
    [texts.clock.charges, ({ id }) => chargesText(accounts.get(id), ctx)],
    [
      texts.sheet.chargedTo,
      ({ id }) => {
        const charged = accounts.get(id)?.charged;
        return charged ? partyName(charged, ctx) : '';
      },
    ],
  ];
  return {
    heads: columns.map(([head]) => head),
    rows: cases.map((feedback) => columns.map(([, read]) => cell(read(feedback)))),
  };
}
