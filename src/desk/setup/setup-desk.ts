import { personNames } from '../../../cards/kit/names';
import type { Rehearsal } from '../../../cards/setup/rehearsal-card';
import { OrgStore } from '../../db/org-store';
import { PersonStore } from '../../db/person-store';
import type { InTransaction, Tx } from '../../db/transaction';
import { type CardJson, type IncomingMessage, person, type Tap, type TapAnswer } from '../../domain/messaging';
import type { Office } from '../../domain/office';
import type { FormChange } from '../../domain/org/changes';
import { readYear } from '../../domain/org/holidays';
import { readSetupWord } from '../../domain/org/setup-word';
import { type Clock, type Instant, parsePickedTime, SECOND } from '../../domain/time';
import { untilFresh } from '../../engine/commands/commit';
import { tappedHere } from '../../engine/commands/tapped';
import type { NewId } from '../../engine/core';
import type { Said } from '../../engine/desk';
import type { ChangedNow, Organisation } from '../../engine/organisation/organisation';
import { within } from '../../engine/time-limit';
import { LeaveDesk } from './leave-desk';
import type { OrgContacts } from './org-contacts';
import { readChange } from './read-change';
import type { SetupLine, SetupPages } from './setup-pages';

/** A tap cannot wait longer; a later answer shows at the next tick. */
const LOOK_UP_MS = SECOND;

/** Rehearses the reminders of an imaginary case; null if no such case can exist. */
export type Rehearse = (department: string, priority: string, at: Instant) => Rehearsal | null;

export interface SetupDeskParts {
  organisation: Organisation;
  pages: SetupPages;
  contacts: OrgContacts;
  rehearse: Rehearse;
  office: () => Office;
  inTransaction: InTransaction;
  clock: Clock;
  newId: NewId;
  /** After a change, cases may change hands and cards may hang elsewhere. */
  wake: () => void;
}

const say = (line: SetupLine): Said => ({ name: `org.${line}`, params: {} });

/**
 * The set-up in chat (设置): pages on which admins say who is who, the card that binds a group, and the words by which people
 * say that they are away.
 */
export class SetupDesk {
  private isStale = false;
  /** Somebody was named whom the bot does not know: colleagues may have come. */
  private isSearched = false;
  private readonly leave: LeaveDesk;

  constructor(private readonly parts: SetupDeskParts) {
    this.leave = new LeaveDesk(parts);
  }

  /** Answers `设置`, `请假` and `销假`; null if the message is another. */
  async ask(tx: Tx, message: IncomingMessage): Promise<Said | null> {
    const leave = await this.leave.ask(tx, message);
    if (leave?.isChanged) this.isStale = true;
    if (leave?.isUnknown) this.isSearched = true;
    return leave ? leave.said : this.askSetup(tx, message);
  }

  private async askSetup(tx: Tx, { text, chatType, senderId }: IncomingMessage): Promise<Said | null> {
    const asked = readSetupWord(text);
    if (!asked) return null;
    const { organisation } = this.parts;
    const hasAdmins = organisation.org().admins.length > 0;
    if (asked.code !== null && !asked.isCode && (hasAdmins || chatType === 'group')) return null;
    if (chatType === 'group') {
      return asked.code === null ? { name: 'org.bind', params: { chatName: '' } } : say('claimInGroup');
    }
    if (organisation.isAdmin(senderId)) return { name: 'org.setup', params: {} };
    if (hasAdmins) return { name: 'org.onlyAdmins', params: {} };
    return asked.code === null ? say('noAdminYet') : this.claim(tx, asked.code, senderId);
  }

  /** Remembers the name of a group that added the bot, and asks an admin which department it serves. */
  async botAdded(tx: Tx, chatId: string, chatName: string): Promise<Said> {
    if (chatName !== '') await new PersonStore(tx).remember(chatId, chatName, this.parts.clock.now());
    return { name: 'org.bind', params: { chatName } };
  }

  /** To be called once the transaction of `ask` has ended. */
  async settled(): Promise<void> {
    if (this.isSearched) {
      this.isSearched = false;
      // Whoever is named again is known then.
      await Promise.all([this.parts.contacts.people(), this.parts.pages.context()]);
    }
    if (!this.isStale) return;
    this.isStale = false;
    await this.changed();
  }

  /** Answers a tap on one of the set-up's cards; null if the button is another's. */
  async tap({ tap }: { tap: Tap }): Promise<TapAnswer | null> {
    const [place, command = ''] = tap.cmd.split('.');
    if (place !== 'org') return null;
    const { organisation, pages } = this.parts;
    if (command === 'leave') return this.choose(tap);
    if (!organisation.isAdmin(tap.operatorId)) return this.refusedToAll();
    if (await this.isCopy(tap)) return this.refusedOnCopy();
    if (command === 'bind') return this.bind(tap);
    if (command === 'rebind') return { card: await pages.bind(tap.chatId) };
    if (command === 'try') return this.rehearse(tap);
    if (command === 'year') return this.showYear(tap.fields.year ?? tap.arg ?? '');
    if (command === 'department') return this.show(tap.fields.department ?? argsOf(tap).key);
    if (command === 'position') return this.showPosition(tap.fields.position ?? argsOf(tap).key);
    const card = await pages.page(command);
    return card ? { card } : this.save(command, tap);
  }

  private async claim(tx: Tx, code: string, personId: string): Promise<Said> {
    const { organisation, clock } = this.parts;
    const { value, version } = await new OrgStore(tx).get('claim');
    if (typeof value.code !== 'string' || value.code !== code) return say('claimWrong');
    const changed = await organisation.change(tx, { type: 'claim', admin: personId }, personId, null);
    if (!changed.ok) return say('claimWrong');
    await new OrgStore(tx).put('claim', {}, version, clock.now());
    this.isStale = true;
    return say('claimed');
  }

  private async bind(tap: Tap): Promise<TapAnswer> {
    const department = tap.fields.department ?? '';
    const changed = await this.change({ type: 'bind', department, chat: tap.chatId }, tap, null);
    if (!changed.ok) return this.refused(changed);
    const { pages } = this.parts;
    const { texts } = await pages.context();
    const card = await pages.bound(tap.chatId, department, tap.operatorId);
    return { toast: { type: 'success', content: texts.setup.saved.bind }, card };
  }

  private async show(key: string): Promise<TapAnswer> {
    const { pages, organisation } = this.parts;
    const isThere = organisation.org().departments.some((department) => department.key === key);
    if (isThere) return { card: await pages.department(key) };
    return this.refused({ ok: false, reason: 'unknown_department' });
  }

  private async showPosition(key: string): Promise<TapAnswer> {
    const { pages, organisation } = this.parts;
    const isThere = Object.hasOwn(organisation.org().positions ?? {}, key);
    return isThere ? { card: await pages.position(key) } : this.refused({ ok: false, reason: 'unknown_position' });
  }

  /** One of several people of a name is chosen. */
  private async choose(tap: Tap): Promise<TapAnswer> {
    const { pages, inTransaction, wake } = this.parts;
    const answer = await untilFresh(inTransaction, (tx) => this.leave.choose(tx, tap));
    const { texts } = await pages.context();
    const { leave } = texts.setup;
    if (answer === 'too_late') return this.refusedOnCopy();
    if (typeof answer === 'string') return { toast: { type: 'warning', content: leave.refusals[answer] } };
    if (answer.isChanged) await this.changed();
    wake();
    const { name, params } = answer.said;
    const card = await pages.compose({ kind: 'message', name, params, to: person(tap.operatorId) });
    return card ? { card } : {};
  }

  private async showYear(typed: string): Promise<TapAnswer> {
    const year = readYear(typed);
    if (year !== null) return { card: await this.parts.pages.year(year) };
    return this.refused({ ok: false, reason: 'setup_faults', faults: [{ field: 'year', fault: 'not_a_choice' }] });
  }

  private async rehearse(tap: Tap): Promise<TapAnswer> {
    const { pages, rehearse, clock } = this.parts;
    const { department = '', priority = '', at = '' } = tap.fields;
    const zone = tap.timeZone ?? this.parts.office().timeZone;
    const rehearsal = rehearse(department, priority, parsePickedTime(at, zone) ?? clock.now());
    if (!rehearsal) return this.refused({ ok: false, reason: 'unknown_department' });
    return { card: await pages.rehearsal(rehearsal) };
  }

  private async save(command: string, tap: Tap): Promise<TapAnswer | null> {
    const { version, key } = argsOf(tap);
    const { texts } = await this.parts.pages.context();
    const { organisation, contacts } = this.parts;
    const read = await readChange(command, key, tap.fields, { state: organisation.state(), texts, contacts });
    if (!read) return null;
    const typed = command === 'save_holidays' ? (tap.fields.holidays ?? '').trim() : null;
    if (!read.ok) {
      const refused = await this.refused({ ok: false, reason: 'setup_faults', faults: read.faults });
      return typed === null ? refused : { ...refused, card: await this.parts.pages.year(Number(key), typed) };
    }
    const changed = await this.change(read.change, tap, version);
    if (!changed.ok) return this.refused(changed, () => this.after(command, key, read.change, typed));
    const content = texts.setup.saved[read.change.type];
    return { toast: { type: 'success', content }, card: await this.after(command, key, read.change) };
  }

  /** The next page: a new department needs its group, every other change leads back to the list or the start. */
  private after(command: string, key: string, change: FormChange, typed: string | null = null): Promise<CardJson> {
    const { pages } = this.parts;
    // The year is shown as it was read, because people paste notices of any form.
    if (change.type === 'holidays') return pages.year(change.year, typed);
    if (change.type === 'remove_holidays') return pages.page('holidays') as Promise<CardJson>;
    if (command === 'save_group') return pages.department(key);
    if (change.type === 'position' || change.type === 'remove_position') {
      return pages.page('positions') as Promise<CardJson>;
    }
    if (change.type === 'department' && key === '') return pages.department(change.department.key);
    const isAboutDepartments = ['department', 'remove_department', 'import'].includes(change.type);
    return isAboutDepartments ? (pages.page('departments') as Promise<CardJson>) : pages.home();
  }

  private async change(change: FormChange, tap: Tap, version: number | null): Promise<ChangedNow> {
    const { organisation, inTransaction } = this.parts;
    const changed = await untilFresh(inTransaction, (tx) => organisation.change(tx, change, tap.operatorId, version));
    await this.changed();
    return changed;
  }

  private async changed(): Promise<void> {
    const { organisation, contacts, wake } = this.parts;
    await organisation.refresh();
    await within(contacts.lookUp(), LOOK_UP_MS);
    wake();
  }

  /** Who reads along where a copy was forwarded is not known; and a copy would bind the wrong group. */
  private async isCopy(tap: Tap): Promise<boolean> {
    const { inTransaction, organisation } = this.parts;
    return (await inTransaction((tx) => tappedHere(tx, tap, organisation.org()))).to === null;
  }

  private async refusedOnCopy(): Promise<TapAnswer> {
    const { texts } = await this.parts.pages.context();
    return { toast: { type: 'warning', content: texts.strangers.forwardedCopy } };
  }

  private async refusedToAll(): Promise<TapAnswer> {
    const ctx = await this.parts.pages.context();
    const { admins } = ctx.org;
    const { setup } = ctx.texts;
    const content = admins.length === 0 ? setup.noAdminYet : setup.onlyAdmins(personNames(admins, ctx));
    return { toast: { type: 'warning', content } };
  }

  /** Keeps the typed fields, unless another admin changed the page that they were typed on. */
  private async refused(
    refusal: Exclude<ChangedNow, { ok: true }>,
    anew?: () => Promise<CardJson>,
  ): Promise<TapAnswer> {
    const { texts } = await this.parts.pages.context();
    const { setup } = texts;
    const toast = (content: string): TapAnswer => ({ toast: { type: 'warning', content } });
    switch (refusal.reason) {
      case 'fixed_in_file':
        return toast(setup.fixedInFile);
      case 'unknown_department':
        return toast(setup.unknownDepartment);
      case 'unknown_position':
        return toast(setup.unknownPosition);
      case 'not_away':
        return toast(setup.leave.notAway);
      case 'changed_meanwhile':
        return { ...toast(setup.changedMeanwhile), ...(anew ? { card: await anew() } : {}) };
      case 'setup_faults': {
        const faults = refusal.faults.map(({ field, fault }) =>
          setup.faults[fault](setup.fields[field as keyof typeof setup.fields] ?? field),
        );
        return toast(setup.faultList(faults));
      }
    }
  }
}

/** `7.after_sales`: the version that the form showed, and the key of its department or position. */
function argsOf({ arg = '' }: Tap): { version: number | null; key: string } {
  const [, version, key] = /^(\d+)(?:\.([a-z0-9_]+))?$/.exec(arg) ?? [];
  return { version: version === undefined ? null : Number(version), key: key ?? '' };
}
