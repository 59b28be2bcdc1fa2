import type { CardJson, Json, JsonObject } from '../src/domain/messaging';
import type { CardContext } from './context';
import { departmentName, personName } from './names';
import { passageCard } from './passage-card';

const ROLES = ['clerks', 'managers', 'admins'] as const;

const listOf = (json: Json | undefined): string[] => (Array.isArray(json) ? json.map(String) : []);

/** Somebody of the office can no longer be reached: what they were, and what became of their cases. */
export function departureCard({ person, roles, leads, cases }: JsonObject, ctx: CardContext): CardJson {
  const { card, setup } = ctx.texts;
  const { departures } = setup;
  const played = [
    ...ROLES.filter((role) => listOf(roles).includes(role)).map((role) => departures.roles[role]),
    ...listOf(leads).map((key) => departures.roles.lead(departmentName(key, ctx))),
  ];
  const name = personName(String(person), ctx);
  return passageCard({
    title: departures.personTitle(name),
    lines: departures.personLines(name, card.list(played), Number(cases ?? 0)),
  });
}

/** A department's group is gone: who handles its cases now, and how to bind another. */
export function groupLostCard({ department }: JsonObject, ctx: CardContext): CardJson {
  const { departures } = ctx.texts.setup;
  const name = departmentName(String(department), ctx);
  return passageCard({ title: departures.groupTitle(name), lines: departures.groupLines(name) });
}
