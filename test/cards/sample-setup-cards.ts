import type { CardContext } from '../../cards/kit/context';
import { bindCard, boundCard } from '../../cards/setup/bind-card';
import { setupDepartmentCard } from '../../cards/setup/department-card';
import { departureCard, groupLostCard } from '../../cards/setup/departure-card';
import { setupHolidaysCard, setupYearCard } from '../../cards/setup/holidays-card';
import { holidaysUnpublishedCard } from '../../cards/setup/holidays-unpublished-card';
import { departmentsCard, setupHomeCard } from '../../cards/setup/home-card';
import { setupImportCard } from '../../cards/setup/import-card';
import { leaveCard } from '../../cards/setup/leave-card';
import { setupPositionCard, setupPositionsCard } from '../../cards/setup/positions-card';
import { setupRehearsalCard } from '../../cards/setup/rehearsal-card';
import {
  setupCategoriesCard,
  setupPeopleCard,
  setupRoutingCard,
  setupTimesCard,
} from '../../cards/setup/settings-cards';
import type { SetupView } from '../../cards/setup/setup-frame';
import type { CardJson, JsonObject } from '../../src/domain/messaging';
import type { OrgSettings } from '../../src/domain/org/settings';
import { HOLIDAY_YEARS } from '../domain/holiday-years';

const AT = Date.parse('2026-11-23T01:30:00Z');

/** Every card of the setup, for a company set up in chat and for one whose `org.yaml` names everything. */
export function setupCardsOf(ctx: CardContext, typed = ''): [name: string, card: CardJson][] {
  const { org } = ctx;
  const people = Array.from({ length: 300 }, (_, i) => `ou_${String(i).padStart(32, '0')}`);
  const groups = Array.from({ length: 120 }, (_, i) => `oc_${String(i).padStart(32, '0')}`);
  const key = org.departments[0]?.key ?? 'after_sales';
  const keywords = Array.from({ length: 50 }, () => typed || 'word');
  const keys = Array.from({ length: 120 }, (_, i) => `position_${i}`);
  const positions = Object.fromEntries(keys.map((one) => [one, people.slice(0, 30)]));
  const positionNames = Object.fromEntries(keys.map((one) => [one, typed || 'x']));
  const away = { from: '2026-11-01', until: '2027-12-31', deputy: 'ou_worker' };
  const absences = people.slice(0, 60).map((person) => ({ ...away, person }));
  const crowded = {
    ...org,
    departments: org.departments.map((department) => ({ ...department, keywords })),
    ...{ positions, positionNames, absences },
  };
  const viewOf = (file: OrgSettings): SetupView => ({
    state: { org: crowded, file, said: {}, found: {}, gone: new Set(), version: 7 },
    builtInYears: HOLIDAY_YEARS,
    people,
    groups,
  });
  const inChat = viewOf({});
  const inFile = viewOf(crowded);
  const crowdedCtx = { ...ctx, org: crowded };
  const pages = (view: SetupView): [string, CardJson][] => [
    ['setup', setupHomeCard(view, crowdedCtx)],
    ['setup departments', departmentsCard(view, crowdedCtx)],
    ['setup department', setupDepartmentCard(view, crowdedCtx, key)],
    ['setup new department', setupDepartmentCard(view, crowdedCtx, null)],
    ['setup people', setupPeopleCard(view, crowdedCtx)],
    ['setup positions', setupPositionsCard(view, crowdedCtx)],
    ['setup position', setupPositionCard(view, crowdedCtx, 'position_0')],
    ['setup new position', setupPositionCard(view, crowdedCtx, null)],
    ['setup routing', setupRoutingCard(view, crowdedCtx)],
    ['setup categories', setupCategoriesCard(view, crowdedCtx)],
    ['setup times', setupTimesCard(view, crowdedCtx)],
  ];
  const to = { type: 'person', id: 'ou_boss' } as const;
  const steps = Array.from({ length: 30 }, (_, i) => ({
    at: AT + i,
    to,
    why: i % 2 ? 'before' : 'due',
    buzz: i % 3 === 0,
  }));
  const holidays = Array.from({ length: 60 }, (_, i) => ({
    name: typed || 'x',
    from: '2027-03-01',
    to: '2027-03-02',
    makeUpDays: i % 2 ? ['2027-03-06'] : [],
  }));
  const years: [string, CardJson][] = [inChat, viewOf({ holidays })].flatMap((view): [string, CardJson][] => [
    ['setup holidays', setupHolidaysCard(view, ctx, 2026)],
    ['setup year', setupYearCard(view, ctx, 2027)],
    ['setup year, typed', setupYearCard(view, ctx, 2027, `${typed}\n`.repeat(30).slice(0, 1000))],
  ]);
  const rehearsal = { department: key, priority: 'urgent', at: AT, dueAt: AT, steps, guessedYears: [2027] };
  const offered = Array.from({ length: 200 }, (_, i) => ({
    id: `od-${i}`,
    name: typed || 'x',
    lead: 'ou_boss',
    chat: null,
  }));
  return [
    ...pages(inChat),
    ...pages(inFile).map(([name, card]): [string, CardJson] => [`${name}, from the file`, card]),
    ...years,
    ['holidays unpublished', holidaysUnpublishedCard(2027, true, ctx)],
    ['setup rehearsal', setupRehearsalCard(inChat, ctx, null)],
    ['setup rehearsed', setupRehearsalCard(inChat, ctx, rehearsal)],
    ['setup import', setupImportCard(inChat, ctx, { ok: true, departments: offered })],
    ['setup import of nothing', setupImportCard(inChat, ctx, { ok: true, departments: [] })],
    ['setup import refused', setupImportCard(inChat, ctx, { ok: false, scopes: ['contact:department.base:readonly'] })],
    ['bind, bound already', bindCard({ chat: 'oc_a', chatName: typed, sources: { file: {}, gone: new Set() } }, ctx)],
    ['bind, in the file', bindCard({ chat: 'oc_a', chatName: typed, sources: { file: org, gone: new Set() } }, ctx)],
    ['bound', boundCard(typed, key, 'ou_admin', ctx)],
    ...leaveCards(typed, people, ctx),
    [
      'person left',
      departureCard({ person: 'ou_boss', roles: ['managers'], leads: [key], positions: ['gm', 'position_0'] }, ctx),
    ],
    ['group lost', groupLostCard({ department: key }, ctx)],
  ];
}

function leaveCards(typed: string, people: string[], ctx: CardContext): [string, CardJson][] {
  const days = { from: '2026-12-01', until: '2026-12-05' };
  const facts = { by: 'ou_admin', person: 'ou_rep', deputy: 'ou_worker', ...days, name: typed };
  const earlier = { ended: Array.from({ length: 40 }, () => days), shortened: [days], isDeputyAway: true };
  const which = { persons: people, deputies: people, personName: typed, deputyName: typed };
  const cards: [string, JsonObject][] = [
    ['done', { ...facts, ...earlier }],
    ['deputy', facts],
    ['told', facts],
    ['unknown', facts],
    ['back', facts],
    ['which', which],
  ];
  return cards.flatMap(([name, params]): [string, CardJson][] => {
    const card = leaveCard(name, params, ctx);
    return card ? [[`leave ${name}`, card]] : [];
  });
}
