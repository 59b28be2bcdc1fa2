import type { CardJson, Json, JsonObject } from '../../src/domain/messaging';
import type { Absence } from '../../src/domain/org/org';
import { card } from '../kit/card';
import { fitted } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { form, peopleSelect } from '../kit/form-elements';
import { personName, personNames } from '../kit/names';
import { passageCard } from '../kit/passage-card';
import { oneLine } from '../kit/plain-text';
import { leaveDaysText } from './leave-days';

/** What is known of the message; people are named by open_id. */
export interface LeaveFacts {
  by?: string;
  person?: string;
  deputy?: string | null;
  from?: string;
  until?: string;
  /** A name as typed. */
  name?: string;
  fault?: string;
  ended?: Absence[];
  shortened?: Absence[];
  isDeputyAway?: boolean;
}

type Draw = (facts: Required<LeaveFacts>, days: string, ctx: CardContext) => (string | false)[];

const NOTHING: Required<LeaveFacts> = {
  ...{ by: '', person: '', deputy: '', from: '', until: '', name: '', fault: '' },
  ...{ ended: [], shortened: [], isDeputyAway: false },
};

const name = (id: string | null, ctx: CardContext) => personName(id, ctx);
const listOf = (absences: Absence[], ctx: CardContext) =>
  ctx.texts.card.list(absences.map((one) => leaveDaysText(one, ctx)));

/** The messages about absences, by their names behind `org.leave_`. */
const LINES: Record<string, Draw> = {
  usage: (_facts, _days, { texts }) => [texts.setup.leave.usage],
  fault: ({ fault }, _days, { texts }) => [
    texts.setup.leave.faults[fault as keyof typeof texts.setup.leave.faults] ?? texts.setup.leave.usage,
  ],
  unknown: ({ name: typed }, _days, { texts }) => [texts.setup.leave.unknown(oneLine(typed, 40))],
  only_admins: (_facts, _days, ctx) => [ctx.texts.setup.leave.onlyAdmins(personNames(ctx.org.admins, ctx))],
  not_away: ({ by, person }, _days, ctx) => {
    const { leave } = ctx.texts.setup;
    return [by === person ? leave.notAway : leave.notAwayFor(name(person, ctx))];
  },
  done: ({ by, person, deputy, ended, shortened, isDeputyAway }, days, ctx) => {
    const { leave } = ctx.texts.setup;
    const acting = name(deputy, ctx);
    return [
      by === person ? leave.done(days, acting) : leave.doneFor(name(person, ctx), days, acting),
      isDeputyAway && leave.deputyAway(acting),
      ended.length > 0 && leave.replaced(listOf(ended, ctx)),
      shortened.length > 0 && leave.shortened(listOf(shortened, ctx)),
    ];
  },
  deputy: ({ person }, days, ctx) => [ctx.texts.setup.leave.toDeputy(name(person, ctx), days)],
  deputy_no_more: ({ person }, days, ctx) => [ctx.texts.setup.leave.toDeputyNoMore(name(person, ctx), days)],
  told: ({ by, deputy }, days, ctx) => [ctx.texts.setup.leave.toPerson(name(by, ctx), days, name(deputy, ctx))],
  back: ({ by, person }, days, ctx) => {
    const { leave } = ctx.texts.setup;
    return [by === person ? leave.back : leave.backFor(name(person, ctx), days)];
  },
  called_off: (_facts, days, { texts }) => [texts.setup.leave.calledOff(days)],
  deputy_back: ({ person }, days, ctx) => [ctx.texts.setup.leave.toDeputyBack(name(person, ctx), days)],
  told_back: ({ by }, days, ctx) => [ctx.texts.setup.leave.toPersonBack(name(by, ctx), days)],
};

const OF_RETURN = new Set(['back', 'called_off', 'not_away', 'deputy_back', 'told_back']);

/** Everybody whom a message about an absence names. */
export function namedInLeave({ person, deputy, by }: JsonObject): string[] {
  return [person, deputy, by].filter((id): id is string => typeof id === 'string' && id.startsWith('ou_'));
}

/** Draws a message about an absence (请假, 销假) by its name behind `org.leave_`; null for an unknown one. */
export function leaveCard(message: string, params: JsonObject, ctx: CardContext): CardJson | null {
  if (message === 'which') return whichCard(params, ctx);
  const draw = Object.hasOwn(LINES, message) ? LINES[message] : undefined;
  if (!draw) return null;
  const facts = { ...NOTHING, ...(params as unknown as LeaveFacts) };
  const { title, backTitle } = ctx.texts.setup.leave;
  const days = facts.from === '' ? '' : leaveDaysText(facts, ctx);
  const said = draw(facts, days, ctx).filter((line) => line !== false);
  return passageCard({ title: OF_RETURN.has(message) ? backTitle : title, lines: said });
}

const idsIn = (json: Json | undefined): string[] => (Array.isArray(json) ? json.map(String) : []);

/** Asks which one of several people of a name is meant; `persons` and `deputies` are those to choose from. */
function whichCard(
  { persons, deputies, personName: person, deputyName: deputy }: JsonObject,
  ctx: CardContext,
): CardJson {
  const { leave } = ctx.texts.setup;
  const asked = [
    { field: 'person', label: leave.whichPerson, typed: String(person), ids: idsIn(persons) },
    { field: 'deputy', label: leave.whichDeputy, typed: String(deputy), ids: idsIn(deputies) },
  ].filter(({ ids }) => ids.length > 1);
  return fitted((room) =>
    card({
      title: leave.title,
      colour: 'blue',
      summary: leave.title,
      elements: [
        ...lines(asked.map(({ typed, ids }) => leave.which(oneLine(typed, 40), ids.length))),
        form(
          asked.flatMap(({ field, label, ids }): Element[] =>
            peopleSelect(
              { name: field, label, placeholder: ctx.texts.chooseHere, required: true, initial: '' },
              ids.slice(0, room.options),
              [],
            ),
          ),
          { cmd: 'org.leave', id: 0, word: leave.choose, look: 'primary' },
        ),
      ],
    }),
  );
}
