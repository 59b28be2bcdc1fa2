import type { Json, JsonObject } from '../../src/domain/messaging';
import type { RefusalFacts } from '../texts/facts';
import type { Texts } from '../texts/texts';
import type { CardContext } from './context';
import { categoryName, departmentName, personName, personNames, timeText } from './names';
import { oneLine } from './plain-text';

/** Whose right a command is. */
type Owner = NonNullable<RefusalFacts['who']>;

const OWNERS: Owner[] = ['rep', 'department', 'holder', 'lead', 'clerk', 'manager', 'admin'];

/** How a workflow names its commands, statuses and fields in a refusal. */
export interface RefusalTerms {
  /** A command as a deed: `claimed it`; empty if there is no text. */
  deedOf(command: string): string;
  statusOf(status: string): string;
  fieldOf(command: string, name: string): string;
  /** The name of the record's owner (`rep`); empty if there is no record. */
  owner: string;
}

const text = (json: Json | undefined): string => (typeof json === 'string' ? json : '');

/** An instant as cards show it; a text stays. */
const moment = (json: Json | undefined, ctx: CardContext): string =>
  typeof json === 'number' ? timeText(json, ctx) : text(json);

/** The name of an open_id; a name stays. */
const nameOf = (id: string, ctx: CardContext): string => (id.startsWith('ou_') ? personName(id, ctx) : oneLine(id, 40));

const isFault = (fault: string, texts: Texts): fault is keyof Texts['faults'] => Object.hasOwn(texts.faults, fault);

/** The people who have the right, as the refusal names them, else as the organisation does. */
function ownersOf(who: Owner | null, { names }: JsonObject, owner: string, ctx: CardContext): string {
  if (Array.isArray(names)) {
    return ctx.texts.card.list(names.filter((id) => typeof id === 'string').map((id) => nameOf(id, ctx)));
  }
  if (who === 'rep') return owner;
  if (who === 'clerk') return personNames(ctx.org.clerks, ctx);
  if (who === 'manager') return personNames(ctx.org.managers, ctx);
  return who === 'admin' ? personNames(ctx.org.admins, ctx) : '';
}

/** The faults of a form in words; `command` says whose field it is. */
function faultsOf({ faults, command }: JsonObject, { fieldOf }: RefusalTerms, texts: Texts): string[] {
  return (Array.isArray(faults) ? faults : []).flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const fault = text(entry.fault);
    return isFault(fault, texts) ? [texts.faults[fault](fieldOf(text(command), text(entry.field)))] : [];
  });
}

function factsOf(detail: JsonObject, terms: RefusalTerms, ctx: CardContext): RefusalFacts {
  const who = OWNERS.find((owner) => owner === detail.who) ?? null;
  const department = text(detail.department);
  const by = text(detail.by);
  return {
    who,
    names: ownersOf(who, detail, terms.owner, ctx),
    department: department === '' ? '' : departmentName(department, ctx),
    category: categoryName(text(detail.category), ctx),
    by: by === '' ? '' : nameOf(by, ctx),
    at: moment(detail.at, ctx),
    deed: terms.deedOf(text(detail.what)),
    status: terms.statusOf(text(detail.status)),
    nextAt: moment(detail.nextAt, ctx),
    due: moment(detail.dueAt, ctx),
    faults: faultsOf(detail, terms, ctx.texts),
  };
}

/** The domain's refusal of a command, with ids and instants still raw. */
export interface Refused {
  reason: string;
  detail: JsonObject;
}

/** The sentence that a person is shown for a refusal; always a sentence, even for an unknown reason. */
export function refusalSentence({ reason, detail }: Refused, terms: RefusalTerms, ctx: CardContext): string {
  const { refusals, refused } = ctx.texts;
  const facts = factsOf(detail, terms, ctx);
  const isEmpty = reason === 'field_faults' && facts.faults.length === 0;
  if (isEmpty || !Object.hasOwn(refusals, reason)) return refused;
  return refusals[reason as keyof typeof refusals](facts);
}
