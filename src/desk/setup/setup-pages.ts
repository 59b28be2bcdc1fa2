import type { CardContext } from '../../../cards/kit/context';
import { personName, personNames } from '../../../cards/kit/names';
import { passageCard } from '../../../cards/kit/passage-card';
import { type BindableGroup, bindCard, boundCard } from '../../../cards/setup/bind-card';
import { setupDepartmentCard } from '../../../cards/setup/department-card';
import { departureCard, groupLostCard } from '../../../cards/setup/departure-card';
import { setupHolidaysCard, setupYearCard } from '../../../cards/setup/holidays-card';
import { departmentsCard, setupHomeCard } from '../../../cards/setup/home-card';
import { setupImportCard } from '../../../cards/setup/import-card';
import { leaveCard, namedInLeave } from '../../../cards/setup/leave-card';
import { setupPositionCard, setupPositionsCard } from '../../../cards/setup/positions-card';
import { type Rehearsal, setupRehearsalCard } from '../../../cards/setup/rehearsal-card';
import {
  setupCategoriesCard,
  setupPeopleCard,
  setupRoutingCard,
  setupTimesCard,
} from '../../../cards/setup/settings-cards';
import type { SetupView } from '../../../cards/setup/setup-frame';
import type { Texts } from '../../../cards/texts/texts';
import { OrgStore } from '../../db/org-store';
import type { InTransaction } from '../../db/transaction';
import type { HolidayYear } from '../../domain/calendar';
import type { MessageNotice } from '../../domain/decision';
import type { CardJson, JsonObject } from '../../domain/messaging';
import type { Office } from '../../domain/office';
import { type Clock, dateOf } from '../../domain/time';
import type { Directory } from '../../engine/directory';
import type { Organisation } from '../../engine/organisation/organisation';
import type { OrgContacts } from './org-contacts';

export interface SetupPagesParts {
  organisation: Organisation;
  /** The public holidays that the program brings along. */
  holidayYears: HolidayYear[];
  contacts: OrgContacts;
  directory: Directory;
  texts: Texts;
  inTransaction: InTransaction;
  office: () => Office;
  clock: Clock;
}

/** The most people named in one message. */
const NAMED = 20;

/** Messages about absences begin with it. */
const LEAVE = 'org.leave_';

const LINES = ['noAdminYet', 'claimWrong', 'claimInGroup'] as const;
export type SetupLine = (typeof LINES)[number] | 'claimed';

/** Draws messages about the organisation and no record: the pages of the set-up, and news about people and groups. */
export class SetupPages {
  constructor(private readonly parts: SetupPagesParts) {}

  async home(notice = ''): Promise<CardJson> {
    const view = this.view();
    return setupHomeCard(view, await this.context(), notice);
  }

  /** Null if there is no such page. */
  async page(name: string): Promise<CardJson | null> {
    switch (name) {
      case 'setup':
        return this.home();
      case 'departments':
        return departmentsCard(this.view(), await this.context());
      case 'new_department':
        return this.department(null);
      case 'people': {
        const people = await this.parts.contacts.people();
        return setupPeopleCard({ ...this.view(), people }, await this.context());
      }
      case 'positions':
        return setupPositionsCard(this.view(), await this.context());
      case 'new_position':
        return this.position(null);
      case 'routing':
        return setupRoutingCard(this.view(), await this.context());
      case 'categories':
        return setupCategoriesCard(this.view(), await this.context());
      case 'times':
        return setupTimesCard(this.view(), await this.context());
      case 'holidays':
        return setupHolidaysCard(this.view(), await this.context(), this.thisYear());
      case 'rehearse':
        return this.rehearsal(null);
      case 'import':
        return this.import();
      default:
        return null;
    }
  }

  async department(key: string | null): Promise<CardJson> {
    const { contacts } = this.parts;
    const [people, groups] = await Promise.all([contacts.people(), key === null ? [] : contacts.groups()]);
    return setupDepartmentCard({ ...this.view(), people, groups }, await this.context(groups), key);
  }

  async position(key: string | null): Promise<CardJson> {
    const people = await this.parts.contacts.people();
    return setupPositionCard({ ...this.view(), people }, await this.context(), key);
  }

  /** `typed` is set if the lines that an admin sent could not be saved: they stay in the form. */
  async year(year: number, typed: string | null = null): Promise<CardJson> {
    return setupYearCard(this.view(), await this.context(), year, typed);
  }

  async rehearsal(rehearsal: Rehearsal | null): Promise<CardJson> {
    const people = rehearsal?.steps.map(({ to }) => to.id) ?? [];
    return setupRehearsalCard(this.view(), await this.context(people), rehearsal);
  }

  async bind(chat: string, chatName = ''): Promise<CardJson> {
    const ctx = await this.context(chatName === '' ? [chat] : []);
    return bindCard(this.group(chat, chatName, ctx), ctx);
  }

  async bound(chat: string, department: string, adminId: string): Promise<CardJson> {
    const ctx = await this.context([chat, adminId]);
    return boundCard(this.group(chat, '', ctx).chatName, department, adminId, ctx);
  }

  /** Draws a message of the set-up by its name; null for any other message. */
  async compose({ name, params = {}, to }: MessageNotice): Promise<CardJson | null> {
    const { texts } = this.parts;
    if (name === 'org.setup') return this.home();
    if (name === 'org.claimed') return this.home(texts.setup.claimed);
    if (name === 'org.bind') return this.bind(to.id, String(params.chatName ?? ''));
    if (name === 'org.person_left') return departureCard(params, await this.context([String(params.person)]));
    if (name === 'org.group_lost') return groupLostCard(params, await this.context());
    if (name === 'org.unreachable') return this.unreachable(params);
    if (name === 'org.onlyAdmins') return this.onlyAdmins();
    if (name.startsWith(LEAVE)) {
      return leaveCard(name.slice(LEAVE.length), params, await this.context(namedInLeave(params)));
    }
    const line = LINES.find((one) => name === `org.${one}`);
    return line ? passageCard({ title: texts.setup.title, lines: [texts.setup[line]] }) : null;
  }

  /** The people who could not be reached within a span of time; null if they have all left meanwhile. */
  private async unreachable({ from, until }: JsonObject): Promise<CardJson | null> {
    const { organisation, inTransaction } = this.parts;
    const { value } = await inTransaction((tx) => new OrgStore(tx).get('unreachable'));
    const since = Object.entries((value.people ?? {}) as Record<string, number>);
    const within = since.filter(([, at]) => at >= Number(from) && at <= Number(until)).map(([id]) => id);
    const people = within.filter((id) => !organisation.state().gone.has(id));
    if (people.length === 0) return null;
    const ctx = await this.context(people);
    const names = ctx.texts.card.list(people.slice(0, NAMED).map((id) => personName(id, ctx)));
    return passageCard(ctx.texts.platform.unreachable(names, people.length));
  }

  private async onlyAdmins(): Promise<CardJson> {
    const ctx = await this.context();
    const { title, onlyAdmins } = ctx.texts.setup;
    return passageCard({ title, lines: [onlyAdmins(personNames(ctx.org.admins, ctx))] });
  }

  /** The context of a card, with the names of everybody in the organisation and of `more`. */
  async context(more: string[] = []): Promise<CardContext> {
    const { organisation, directory, texts, office, clock } = this.parts;
    const { org } = organisation.state();
    const leads = org.departments.flatMap(({ lead, chat }) => [lead ?? [], chat ?? []].flat());
    const holders = Object.values(org.positions ?? {}).flat();
    const away = (org.absences ?? []).flatMap(({ person, deputy }) => [person, deputy ?? []].flat());
    const ids = [...org.clerks, ...org.managers, ...org.admins, ...leads, ...holders, ...away, ...more];
    const { nameOf } = await directory.namesWithin([...new Set(ids)]);
    return { now: clock.now(), texts, timeZone: office().timeZone, org, nameOf };
  }

  private async import(): Promise<CardJson> {
    const offered = await this.parts.contacts.departments();
    const ids = offered.ok ? offered.departments.flatMap(({ lead, chat }) => [lead ?? [], chat ?? []].flat()) : [];
    return setupImportCard(this.view(), await this.context(ids), offered);
  }

  private thisYear(): number {
    const { clock, office } = this.parts;
    return Number(dateOf(clock.now(), office().timeZone).slice(0, 4));
  }

  private view(): SetupView {
    const { organisation, holidayYears } = this.parts;
    return { state: organisation.state(), builtInYears: holidayYears, people: [], groups: [] };
  }

  private group(chat: string, chatName: string, { nameOf, texts }: CardContext): BindableGroup {
    const known = chatName || nameOf(chat);
    const sources = this.parts.organisation.state();
    return { chat, chatName: known === texts.card.somebody ? '' : known, sources };
  }
}
