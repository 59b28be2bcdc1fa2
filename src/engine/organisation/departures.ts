import type { Logger } from 'pino';
import { OrgStore } from '../../db/org-store';
import type { InTransaction, Tx } from '../../db/transaction';
import type { JsonObject, Recipient } from '../../domain/messaging';
import { holdersOf } from '../../domain/org/positions';
import { type Clock, DAY } from '../../domain/time';
import { untilFresh } from '../commands/commit';
import type { NewId } from '../core';
import { adminsOf, enqueueNews } from './admin-news';
import type { Departure, Organisation } from './organisation';

/** A person whom Feishu refused may only have been outside the app's range: tried again after this time. */
const TRIED_AGAIN_AFTER_MS = 7 * DAY;

export interface DeparturesParts {
  inTransaction: InTransaction;
  organisation: Organisation;
  clock: Clock;
  newId: NewId;
  /** Open records have to be checked. */
  wake: () => void;
  log: Logger;
}

/** Remembers people who left and groups that are gone, and tells the people who can act on it. */
export class Departures {
  constructor(private readonly parts: DeparturesParts) {}

  /** Returns false if that was known already, or concerns nobody in the organisation. */
  async left(who: Recipient, why: string): Promise<boolean> {
    const { inTransaction, organisation, clock, wake, log } = this.parts;
    const told = who.type === 'chat' ? this.groupLost(who.id) : this.personLeft(who.id);
    if (told.length === 0 && who.type === 'chat') return false;
    const isNews = await untilFresh(inTransaction, async (tx) => {
      const { value, version } = await new OrgStore(tx).get('gone');
      if (value[who.id]) return false;
      const departure: Departure = { at: clock.now(), why };
      await new OrgStore(tx).put('gone', { ...value, [who.id]: { ...departure } }, version, clock.now());
      for (const message of told) await this.tell(tx, who.id, message);
      return true;
    });
    if (isNews) log.warn({ who: who.id, why }, 'a person or group cannot be reached any more');
    await organisation.refresh();
    wake();
    return isNews;
  }

  /** Forgets departures: the group took the bot back, or the person wrote to it. */
  async back(ids: string[]): Promise<void> {
    const { inTransaction, organisation, clock, wake } = this.parts;
    if (!ids.some((id) => organisation.departureOf(id))) return;
    await untilFresh(inTransaction, async (tx) => {
      const { value, version } = await new OrgStore(tx).get('gone');
      const rest = Object.fromEntries(Object.entries(value).filter(([id]) => !ids.includes(id)));
      await new OrgStore(tx).put('gone', rest, version, clock.now());
    });
    await organisation.refresh();
    wake();
  }

  /**
   * Forgets old departures that only a refusal of Feishu reported. If the person really left, Feishu refuses again, and
   * nobody is told twice.
   */
  async tryAgain(): Promise<void> {
    const { organisation, clock } = this.parts;
    const due = [...organisation.state().gone].filter((id) => {
      const departure = organisation.departureOf(id);
      const wasRefused = departure?.why === 'feishu_person_left' && id.startsWith('ou_');
      return wasRefused && clock.now() - departure.at >= TRIED_AGAIN_AFTER_MS;
    });
    if (due.length > 0) await this.back(due);
  }

  /** Messages to the admins, or to routers and managers if there is no admin. */
  private personLeft(id: string): Told[] {
    const { org } = this.parts.organisation.state();
    const roles = (['clerks', 'managers', 'admins'] as const).filter((role) => org[role].includes(id));
    const leads = org.departments.filter(({ lead }) => lead === id).map(({ key }) => key);
    const positions = Object.keys(org.positions ?? {}).filter((key) => holdersOf(org, key).includes(id));
    return adminsOf(org, [id]).map((one) => ({
      to: one,
      name: 'org.person_left',
      params: { person: id, roles, leads, positions },
    }));
  }

  /** Messages to the lead and to the admins; none if no department worked in the group. */
  private groupLost(id: string): Told[] {
    const { org } = this.parts.organisation.state();
    return org.departments
      .filter(({ chat }) => chat === id)
      .flatMap(({ key, lead }) => {
        const to = [...(lead ? [lead] : []), ...(lead ? [] : org.clerks), ...org.admins];
        return [...new Set(to)].map((one) => ({ to: one, name: 'org.group_lost', params: { department: key } }));
      });
  }

  private async tell(tx: Tx, who: string, { to, name, params }: Told): Promise<void> {
    // A group can be lost more than once; a person's departure is told once.
    const once = name === 'org.person_left' ? { key: `left:${who}` } : {};
    await enqueueNews(tx, this.parts, { to: [to], name, params, ...once });
  }
}

interface Told {
  to: string;
  name: string;
  params: JsonObject;
}
