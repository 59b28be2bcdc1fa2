import type { Logger } from 'pino';
import type { Offered } from '../../../cards/setup/import-card';
import { OrgStore } from '../../db/org-store';
import { PersonStore } from '../../db/person-store';
import type { InTransaction } from '../../db/transaction';
import type { Contacts, Named } from '../../domain/contacts';
import { AppError, codeOf } from '../../domain/errors';
import type { JsonObject } from '../../domain/messaging';
import type { Found, FoundDepartment } from '../../domain/org/settings';
import { type Clock, DAY, HOUR, type Instant, MINUTE, SECOND } from '../../domain/time';
import type { Organisation } from '../../engine/organisation/organisation';
import { within } from '../../engine/time-limit';

/** A tap must be answered within 3 s; what Feishu has not answered by then is offered the next time. */
const PATIENCE_MS = 1.5 * SECOND;
const PEOPLE = 500;
/** Departments that were read are offered for so long without asking again. */
const OFFERED_FOR_MS = 10 * MINUTE;

type ReadDepartments = Awaited<ReturnType<Contacts['departments']>>;

export interface OrgContactsParts {
  /** Null if there is no platform to ask. */
  contacts: Contacts | null;
  organisation: Organisation;
  inTransaction: InTransaction;
  clock: Clock;
  log: Logger;
}

/** The groups, people and departments that an admin can choose, from Feishu's contacts. */
export class OrgContacts {
  private readonly askedMembersAt = new Map<string, Instant>();
  private lookedUpAt: Instant = Number.NEGATIVE_INFINITY;
  private lookedUp = '';
  /** The departments that an admin was last offered: a chosen one need not be looked up again. */
  private offered = new Map<string, FoundDepartment>();
  private read: { at: Instant; found: ReadDepartments } | null = null;
  private reading: Promise<ReadDepartments> | null = null;

  constructor(private readonly parts: OrgContactsParts) {}

  /** The groups that have the bot as a member; empty if Feishu does not answer in time. */
  async groups(): Promise<string[]> {
    const groups = await this.soon(async (contacts) => {
      const found = await contacts.groups();
      await this.remember(found);
      return found;
    });
    return (groups ?? []).map(({ id }) => id);
  }

  /** People that the bot knows: people who wrote to it, and members of the departments' groups. */
  async people(): Promise<string[]> {
    const { org, gone } = this.parts.organisation.state();
    const chats = org.departments.flatMap(({ chat }) => chat ?? []);
    await this.soon(async (contacts) => {
      await Promise.all(chats.map((chat) => this.rememberMembers(contacts, chat)));
      return true;
    });
    const named = await this.parts.inTransaction((tx) => new PersonStore(tx).named(PEOPLE));
    return named.map(({ openId }) => openId).filter((id) => id.startsWith('ou_') && !gone.has(id));
  }

  /**
   * Feishu's own departments, or the reason why they cannot be read. A large company takes longer than a tap may: the
   * reading goes on, and the next tap finds what was read.
   */
  async departments(): Promise<Offered> {
    if (!this.parts.contacts) return { ok: false, scopes: [] };
    const { read } = this;
    if (read && this.parts.clock.now() - read.at < OFFERED_FOR_MS) return { ok: true, ...read.found };
    this.reading ??= this.readDepartments(this.parts.contacts).finally(() => {
      this.reading = null;
    });
    try {
      const found = await within(this.reading, PATIENCE_MS);
      // A failure that comes later is logged, and the next tap asks again.
      this.reading?.catch(() => undefined);
      return found ? { ok: true, ...found } : { ok: false, scopes: [], isReading: true };
    } catch (error) {
      return { ok: false, scopes: error instanceof AppError ? error.scopes : [] };
    }
  }

  /** The departments that were last offered; read if none were. */
  async lastOffered(): Promise<ReadDepartments['departments']> {
    if (this.read) return this.read.found.departments;
    const offered = await this.departments();
    return offered.ok ? offered.departments : [];
  }

  private async readDepartments(contacts: Contacts): Promise<ReadDepartments> {
    try {
      const found = await contacts.departments();
      this.read = { at: this.parts.clock.now(), found };
      this.offered = new Map(found.departments.map(({ id, ...department }) => [id, department]));
      return found;
    } catch (error) {
      this.parts.log.warn({ err: error }, 'departments could not be read');
      throw error;
    }
  }

  /**
   * Looks up heads and groups of departments that are linked to Feishu: at start, daily, and when one is linked. After
   * the signal it asks no more: the departments that are left are asked for in an hour.
   */
  async lookUp(signal?: AbortSignal): Promise<void> {
    const { contacts } = this.parts;
    const ids = this.parts.organisation.org().departments.flatMap(({ feishuDepartment }) => feishuDepartment ?? []);
    const wanted = ids.join(',');
    const now = this.parts.clock.now();
    if (!contacts || ids.length === 0 || (wanted === this.lookedUp && now - this.lookedUpAt < DAY)) return;
    this.lookedUp = wanted;
    this.lookedUpAt = now;
    const { found } = this.parts.organisation.state();
    const next: Found = {};
    for (const id of ids) {
      try {
        const department = this.offered.get(id) ?? (await this.ask(contacts, id, signal));
        if (department) next[id] = department;
      } catch (error) {
        // If Feishu does not answer, the known lead and group stay.
        if (found[id]) next[id] = found[id];
        this.lookedUpAt = now - DAY + HOUR;
        this.parts.log.warn({ err: error, department: id }, 'department not looked up; asked again in an hour');
      }
    }
    this.offered.clear();
    await this.keep(next);
  }

  private ask(contacts: Contacts, id: string, signal?: AbortSignal): Promise<FoundDepartment | null> {
    if (signal?.aborted) throw new AppError('feishu_unavailable', 'Feishu did not answer in time');
    return contacts.department(id);
  }

  private async keep(next: Found): Promise<void> {
    await this.parts
      .inTransaction(async (tx) => {
        const store = new OrgStore(tx);
        const { value, version } = await store.get('found');
        if (JSON.stringify(value) === JSON.stringify(next)) return;
        await store.put('found', next as unknown as JsonObject, version, this.parts.clock.now());
      })
      .catch((error: unknown) => {
        // Another process looked them up at the same time.
        if (codeOf(error) !== 'stale_record') throw error;
      });
    await this.parts.organisation.refresh();
  }

  private async rememberMembers(contacts: Contacts, chat: string): Promise<void> {
    const now = this.parts.clock.now();
    if (now - (this.askedMembersAt.get(chat) ?? Number.NEGATIVE_INFINITY) < DAY) return;
    this.askedMembersAt.set(chat, now);
    await this.remember(await contacts.members(chat));
  }

  private async remember(named: Named[]): Promise<void> {
    const now = this.parts.clock.now();
    await this.parts.inTransaction(async (tx) => {
      for (const { id, name } of named) if (name !== '') await new PersonStore(tx).remember(id, name, now);
    });
  }

  /** Null if Feishu does not answer in time, or refuses. */
  private async soon<T>(ask: (contacts: Contacts) => Promise<T>): Promise<T | null> {
    if (!this.parts.contacts) return null;
    const asked = ask(this.parts.contacts).catch((error: unknown) => {
      this.parts.log.warn({ err: error }, 'contacts could not be read');
      return null;
    });
    return within(asked, PATIENCE_MS);
  }
}
