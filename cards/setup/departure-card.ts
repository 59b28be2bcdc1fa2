import type { CardJson, Json, JsonObject } from '../../src/domain/messaging';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import { departmentName, personName } from '../kit/names';
import { positionName } from '../kit/position-name';
import type { Passage } from '../texts/facts';

const ROLES = ['clerks', 'managers', 'admins'] as const;

const listOf = (json: Json | undefined): string[] => (Array.isArray(json) ? json.map(String) : []);

/** A card whose preview shows no names. */
function notice(passage: Passage, { texts }: CardContext): CardJson {
  const { title } = passage;
  return card({ title, colour: 'orange', summary: texts.setup.title, elements: lines(passage.lines) });
}

/** Tells the admins that a person of the office cannot be reached any more, and which roles the person had. */
export function departureCard({ person, roles, leads, positions }: JsonObject, ctx: CardContext): CardJson {
  const { setup, card: words } = ctx.texts;
  const { departures } = setup;
  const played = [
    ...ROLES.filter((role) => listOf(roles).includes(role)).map((role) => departures.roles[role]),
    ...listOf(leads).map((key) => departures.roles.lead(departmentName(key, ctx))),
    ...listOf(positions).map((key) => positionName(key, ctx)),
  ];
  const name = personName(String(person), ctx);
  const told = departures.personLines(name, words.list(played));
  return notice({ title: departures.personTitle(name), lines: told }, ctx);
}

/** Tells the admins that a department's group is gone, who handles its cases now, and how to bind another group. */
export function groupLostCard({ department }: JsonObject, ctx: CardContext): CardJson {
  const { departures } = ctx.texts.setup;
  const name = departmentName(String(department), ctx);
  return notice({ title: departures.groupTitle(name), lines: departures.groupLines(name) }, ctx);
}
