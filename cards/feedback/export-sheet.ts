import type { Charge } from '../../src/domain/feedback/clock/charges';
import { deadlineOf } from '../../src/domain/feedback/clock/deadline';
import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import { textOf } from '../../src/domain/feedback/source-text';
import { subjectOf } from '../../src/domain/feedback/subject';
import { HOUR, type Instant } from '../../src/domain/time';
import type { CardContext } from '../kit/context';
import { mask, maskContact } from '../kit/mask';
import { categoryName, departmentName, personName } from '../kit/names';
import type { Sheet, SheetCell } from '../kit/sheets/sheet';
import { durationText } from './clock-card';

/** Where the time of a case went. */
export interface Account {
  /** Whether the customer heard in time; null while that is open, and for information. */
  isOnTime: boolean | null;
  charges: Charge[];
  transfers: number;
  /** The party that a late case is charged to; null if it is not late. */
  charged: Charge | null;
}

type Column = [head: string, read: (feedback: Feedback) => SheetCell];

const moment = (at: Instant | null): SheetCell => (at === null ? null : { at });

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

const toHours = (ms: number) => Math.round((ms / HOUR) * 100) / 100;

/** A column of hours for each department that held one of the cases, so that they can be added up. */
function hourColumns(cases: Feedback[], accounts: ReadonlyMap<number, Account>, ctx: CardContext): Column[] {
  const chargesOf = ({ id }: Feedback) => accounts.get(id)?.charges ?? [];
  const held = cases.flatMap((feedback) => chargesOf(feedback).flatMap(({ department }) => department ?? []));
  return [...new Set(held)].sort().map((key) => [
    ctx.texts.sheet.hoursOf(departmentName(key, ctx)),
    (feedback) => {
      const own = chargesOf(feedback).filter(({ department }) => department === key);
      return own.length === 0 ? null : toHours(own.reduce((sum, { ms }) => sum + ms, 0));
    },
  ]);
}

/** The cases as a table, one row each; contact details are masked (design §2). */
export function sheetOf(cases: Feedback[], accounts: ReadonlyMap<number, Account>, ctx: CardContext): Sheet {
  const { texts } = ctx;
  const columns: Column[] = [
    [texts.sheet.number, (feedback) => numberOf(feedback)],
    [texts.sheet.status, ({ status }) => texts.statuses[status]],
    [texts.fields.customer, ({ customer }) => mask(customer)],
    [texts.fields.subject, (feedback) => mask(subjectOf(feedback))],
    [texts.fields.contact, ({ contact }) => maskContact(contact)],
    [texts.fields.kind, ({ kind }) => texts.kinds[kind]],
    [texts.fields.category, ({ category }) => categoryName(category, ctx)],
    [texts.fields.channel, ({ channel }) => texts.channels[channel]],
    [texts.fields.priority, ({ priority }) => texts.priorities[priority]],
    [texts.fields.department, ({ department }) => departmentName(department, ctx)],
    [texts.card.rep, ({ repId }) => personName(repId, ctx)],
    [texts.card.claimedBy, ({ claimedBy }) => (claimedBy ? personName(claimedBy, ctx) : '')],
    [texts.card.words, (feedback) => mask(textOf(feedback))],
    [texts.fields.note, ({ note }) => mask(note)],
    [texts.fields.answer, ({ answer }) => mask(answer)],
    [texts.fields.cause, ({ cause }) => mask(cause)],
    [texts.fields.prevention, ({ prevention }) => mask(prevention)],
    [texts.fields.told_customer, ({ toldCustomer }) => mask(toldCustomer)],
    [texts.fields.satisfaction, ({ satisfaction }) => (satisfaction ? texts.satisfactions[satisfaction] : '')],
    [texts.fields.customer_words, ({ customerWords }) => mask(customerWords)],
    [texts.fields.goodwill, ({ goodwill }) => mask(goodwill)],
    [texts.sheet.submittedAt, ({ submittedAt }) => moment(submittedAt)],
    [texts.sheet.dueAt, (feedback) => moment(deadlineOf(feedback))],
    [texts.sheet.extendedTo, ({ extension }) => moment(extension?.until ?? null)],
    [texts.sheet.extensionReason, ({ extension }) => mask(extension?.reason ?? '')],
    [texts.sheet.answeredAt, ({ answeredAt }) => moment(answeredAt)],
    [texts.sheet.closedAt, ({ closedAt }) => moment(closedAt)],
    [texts.sheet.isOnTime, ({ id }) => onTimeText(accounts.get(id), ctx)],
    [texts.sheet.transfers, ({ id }) => accounts.get(id)?.transfers ?? 0],
    [texts.sheet.reopenings, ({ cycle }) => cycle - 1],
    [texts.clock.charges, ({ id }) => chargesText(accounts.get(id), ctx)],
    [
      texts.sheet.chargedTo,
      ({ id }) => {
        const charged = accounts.get(id)?.charged;
        return charged ? partyName(charged, ctx) : '';
      },
    ],
    ...hourColumns(cases, accounts, ctx),
  ];
  return {
    name: texts.sheet.tab,
    heads: columns.map(([head]) => head),
    rows: cases.map((feedback) => columns.map(([, read]) => read(feedback))),
  };
}
