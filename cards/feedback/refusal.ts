import { type CardCommand, isCardCommand } from '../../src/domain/feedback/commands';
import { type Feedback, STATUSES, type Status } from '../../src/domain/feedback/model';
import type { Json, JsonObject } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { categoryName, departmentName, personName, personNames, timeText } from '../kit/names';
import { oneLine } from '../kit/plain-text';
import type { Texts } from '../texts/texts';
import { fieldLabel } from './command-form';
import { REFUSALS, type Refusal, type RefusalFacts, type Who } from './refusal-facts';

const WHO: readonly string[] = ['rep', 'department', 'holder', 'clerk', 'manager', 'admin'];

const text = (json: Json | undefined): string => (typeof json === 'string' ? json : '');

/** An instant as the card shows it; what is already text stays. */
const moment = (json: Json | undefined, ctx: CardContext): string =>
  typeof json === 'number' ? timeText(json, ctx) : text(json);

/** An open_id by its name; what is already a name stays. */
const name = (id: string, ctx: CardContext): string => (id.startsWith('ou_') ? personName(id, ctx) : oneLine(id, 40));

const isFault = (fault: string, texts: Texts): fault is keyof Texts['faults'] => Object.hasOwn(texts.faults, fault);

/** The people whose right it is: those the refusal names, else those the organisation does. */
function namesOf(who: Who | null, detail: JsonObject, ctx: CardContext, repId: string | null): string {
  if (Array.isArray(detail.names)) {
    return ctx.texts.card.list(detail.names.filter((id) => typeof id === 'string').map((id) => name(id, ctx)));
  }
  if (who === 'rep') return repId ? personName(repId, ctx) : '';
  if (who === 'clerk') return personNames(ctx.org.clerks, ctx);
  if (who === 'manager') return personNames(ctx.org.managers, ctx);
  return who === 'admin' ? personNames(ctx.org.admins, ctx) : '';
}

/** `detail.faults` as `parseCommand` lists them, in words; `detail.command` says whose `reason` it is. */
function faultsOf(detail: JsonObject, texts: Texts): string[] {
  const faults = Array.isArray(detail.faults) ? detail.faults : [];
  const command = text(detail.command);
  return faults.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const fault = text(entry.fault);
    if (!isFault(fault, texts)) return [];
    return [texts.faults[fault](fieldLabel(isCardCommand(command) ? command : null, text(entry.field), texts))];
  });
}

function factsOf(detail: JsonObject, ctx: CardContext, repId: string | null): RefusalFacts {
  const who = WHO.includes(text(detail.who)) ? (text(detail.who) as Who) : null;
  const status = text(detail.status);
  const what = text(detail.what);
  const department = text(detail.department);
  return {
    who,
    names: namesOf(who, detail, ctx, repId),
    department: department === '' ? '' : departmentName(department, ctx),
    category: categoryName(text(detail.category), ctx),
    by: text(detail.by) === '' ? '' : name(text(detail.by), ctx),
    at: moment(detail.at, ctx),
    deed: ctx.texts.deeds[what as CardCommand] ?? '',
    status: (STATUSES as readonly string[]).includes(status) ? ctx.texts.statuses[status as Status] : status,
    nextAt: moment(detail.nextAt, ctx),
    due: moment(detail.dueAt, ctx),
    faults: faultsOf(detail, ctx.texts),
  };
}

/**
 * The sentence a person is shown for a refusal: `reason` and `detail` as the domain gave them, with ids and instants
 * still raw. Always a sentence, whatever the reason.
 */
export function refusalText(
  reason: string,
  detail: JsonObject,
  ctx: CardContext,
  feedback: Pick<Feedback, 'repId'> | null,
): string {
  if (!(REFUSALS as readonly string[]).includes(reason)) return ctx.texts.refused;
  const facts = factsOf(detail, ctx, feedback?.repId ?? null);
  if (reason === 'field_faults' && facts.faults.length === 0) return ctx.texts.refused;
  return ctx.texts.refusals[reason as Refusal](facts);
}
