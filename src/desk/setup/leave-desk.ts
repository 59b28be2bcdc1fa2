import { PersonStore } from '../../db/person-store';
import type { InTransaction, Tx } from '../../db/transaction';
import type { Notice } from '../../domain/decision';
import { type IncomingMessage, type JsonObject, type Mention, person, type Tap } from '../../domain/messaging';
import type { Office } from '../../domain/office';
import { overlap } from '../../domain/org/absences';
import type { AbsenceDetail } from '../../domain/org/changes';
import { type LeaveWord, readLeaveWord, type TypedPerson } from '../../domain/org/leave-word';
import type { Absence } from '../../domain/org/org';
import { type KnownPerson, peopleNamed } from '../../domain/org/people-named';
import { type Clock, dateOf } from '../../domain/time';
import { enqueueAll } from '../../engine/commands/commit';
import { tappedHere } from '../../engine/commands/tapped';
import type { NewId } from '../../engine/core';
import { BOT, type Said } from '../../engine/desk';
import type { Organisation } from '../../engine/organisation/organisation';

/** The most people among whom a name is looked for: those whose names the bot learnt last. */
const KNOWN_PEOPLE = 5000;

export interface LeaveDeskParts {
  organisation: Organisation;
  office: () => Office;
  inTransaction: InTransaction;
  clock: Clock;
  newId: NewId;
}

/** Why a choice among people of one name changes nothing. */
export type LeaveRefusal = 'not_the_asker' | 'choose_one' | 'too_late';

/** What the bot says, as `leaveCard` draws it; `isChanged`: the organisation is another one now. */
export interface LeaveAnswer {
  said: Said;
  isChanged: boolean;
  /** Nobody of a typed name is known. */
  isUnknown?: true;
}

type AwayWord = Extract<LeaveWord, { word: 'away' }>;
type BackWord = Extract<LeaveWord, { word: 'back' }>;

const say = (name: string, params: JsonObject = {}): LeaveAnswer => ({
  said: { name: `org.leave_${name}`, params },
  isChanged: false,
});

/** Only typed text can be a word; a picture with a caption or a forwarded talk cannot. */
const isTyped = ({ form, attachments }: IncomingMessage) =>
  (form === 'text' || form === 'post') && attachments.length === 0;

/** The words 请假 and 销假: who is away, and who acts for them. Everybody says it of themselves, an admin of others. */
export class LeaveDesk {
  constructor(private readonly parts: LeaveDeskParts) {}

  /** Null if the message is no such word. */
  async ask(tx: Tx, message: IncomingMessage): Promise<LeaveAnswer | null> {
    const { chatType, mentionsBot, mentions = [], sentAt, senderId } = message;
    if (!isTyped(message) || (chatType === 'group' && !mentionsBot)) return null;
    const names = mentions.map(({ name }) => name);
    const asked = readLeaveWord(message.text, names, dateOf(sentAt, this.parts.office().timeZone));
    if (asked === null) return null;
    if (asked.word === 'usage') return say('usage');
    const people = await this.known(tx);
    const find = (typed: TypedPerson) => this.found(typed, mentions, people);
    return asked.word === 'away' ? this.away(tx, senderId, asked, find) : this.back(tx, senderId, asked, find);
  }

  /** A choice among people of one name. */
  async choose(tx: Tx, tap: Tap): Promise<LeaveAnswer | LeaveRefusal> {
    const { sent } = await tappedHere(tx, tap, this.parts.organisation.org());
    const params =
      sent?.notice.kind === 'message' && sent.notice.name === 'org.leave_which' ? sent.notice.params : null;
    if (!params) return 'too_late';
    if (params.by !== tap.operatorId) return 'not_the_asker';
    const chosen = (candidates: unknown, field: string | undefined) => {
      const ids = candidates as string[];
      return ids.length === 1 ? ids[0] : ids.find((id) => id === field);
    };
    const [who, deputy] = [chosen(params.persons, tap.fields.person), chosen(params.deputies, tap.fields.deputy)];
    if (who === undefined || deputy === undefined) return 'choose_one';
    const absence = { person: who, from: String(params.from), until: String(params.until), deputy };
    if (absence.person === absence.deputy) return say('fault', { fault: 'own_deputy' });
    return this.isAllowed(tap.operatorId, who) ? this.save(tx, tap.operatorId, absence) : say('only_admins');
  }

  private async known(tx: Tx): Promise<KnownPerson[]> {
    const { gone } = this.parts.organisation.state();
    const rows = await new PersonStore(tx).named(KNOWN_PEOPLE);
    return rows.flatMap(({ openId, name }) => (name === null || gone.has(openId) ? [] : [{ id: openId, name }]));
  }

  /** A mentioned person is known by the id; any other by the name. */
  private found({ name, isMention }: TypedPerson, mentions: Mention[], people: KnownPerson[]): string[] {
    const { gone } = this.parts.organisation.state();
    const mentioned = isMention ? peopleNamed(name, mentions).filter((id) => !gone.has(id)) : [];
    return mentioned.length > 0 ? mentioned : peopleNamed(name, people);
  }

  private isAllowed(by: string, who: string): boolean {
    return by === who || this.parts.organisation.isAdmin(by);
  }

  private async away(
    tx: Tx,
    by: string,
    { person: typed, days, deputy: typedDeputy }: AwayWord,
    find: (typed: TypedPerson) => string[],
  ): Promise<LeaveAnswer | null> {
    const persons = this.personsFor(by, typed, find);
    const found = find(typedDeputy);
    // A text that names nobody as a name would is a customer's.
    if (persons === null || (found.length === 0 && !typedDeputy.isPlain)) return null;
    if (!persons.some((who) => this.isAllowed(by, who))) {
      return persons.length === 0 ? unknown(typed) : say('only_admins');
    }
    if (found.length === 0) return unknown(typedDeputy);
    if (!days.ok) return say('fault', { fault: days.fault });
    const deputies = found.filter((id) => persons.length > 1 || id !== persons[0]);
    if (deputies.length === 0) return say('fault', { fault: 'own_deputy' });
    const [who, deputy] = [persons[0], deputies[0]];
    const { from, until } = days;
    if (persons.length === 1 && deputies.length === 1 && who && deputy) {
      return this.save(tx, by, { person: who, from, until, deputy });
    }
    return say('which', {
      ...{ by, from, until, persons, deputies },
      ...{ personName: typed?.name ?? '', deputyName: typedDeputy.name },
    });
  }

  /** Whom the sender may mean; null if the text names nobody as a name would. */
  private personsFor(by: string, typed: TypedPerson | null, find: (typed: TypedPerson) => string[]): string[] | null {
    if (typed === null) return [by];
    const found = find(typed);
    if (found.includes(by) && !this.parts.organisation.isAdmin(by)) return [by];
    const isName = typed.isMention || (typed.isPlain && this.parts.organisation.isAdmin(by));
    return found.length === 0 && !isName ? null : found;
  }

  private async back(
    tx: Tx,
    by: string,
    { person: typed, isSure }: BackWord,
    find: (typed: TypedPerson) => string[],
  ): Promise<LeaveAnswer | null> {
    const { organisation, office, clock } = this.parts;
    const persons = this.personsFor(by, typed, find);
    if (persons === null || (persons.length === 0 && !isSure)) return null;
    if (persons.length === 0) return unknown(typed);
    const today = dateOf(clock.now(), office().timeZone);
    const isAway = (who: string) =>
      organisation.org().absences?.some(({ person: one, until }) => one === who && until >= today) ?? false;
    const who = persons.find(isAway) ?? persons[0] ?? by;
    if (!isSure && !isAway(who)) return null;
    if (!this.isAllowed(by, who)) return say('only_admins');
    const changed = await organisation.change(tx, { type: 'back', person: who, today }, by, null);
    if (!changed.ok) return say('not_away', { by, person: who });
    const [ended] = (changed.detail as unknown as AbsenceDetail).ended;
    if (!ended) return say('not_away', { by, person: who });
    const facts = { by, person: who, from: ended.from, until: ended.until };
    await this.tell(tx, [
      ...this.toDeputy('deputy_back', ended.deputy, facts),
      ...(by === who ? [] : [message('told_back', who, facts)]),
    ]);
    return { ...say(ended.from > today ? 'called_off' : 'back', facts), isChanged: true };
  }

  private async save(tx: Tx, by: string, absence: Absence & { deputy: string }): Promise<LeaveAnswer> {
    const { organisation, office, clock } = this.parts;
    const today = dateOf(clock.now(), office().timeZone);
    const changed = await organisation.change(tx, { type: 'away', absence, today }, by, null);
    if (!changed.ok) throw new Error(`an absence was refused: ${changed.reason}`);
    const { ended, shortened } = changed.detail as unknown as AbsenceDetail;
    const { person: who, from, until, deputy } = absence;
    const isSame = (one: Absence) => one.from === from && one.until === until && one.deputy === deputy;
    const facts = { by, person: who, from, until, deputy };
    const others = ended.filter((one) => one.deputy !== deputy);
    await this.tell(tx, [
      ...(ended.some(isSame) ? [] : this.toDeputy('deputy', deputy, facts)),
      ...others.flatMap((one) => this.toDeputy('deputy_no_more', one.deputy, { ...facts, ...daysOf(one) })),
      ...shortened.flatMap((one) => this.toDeputy('deputy', one.deputy, { ...facts, ...daysOf(one) })),
      ...(by === who ? [] : [message('told', who, facts)]),
    ]);
    const isDeputyAway = (organisation.org().absences ?? []).some(
      (one) => one.person === deputy && overlap(one, absence),
    );
    const earlier = { ended: ended.filter((one) => !isSame(one)).map(daysOf), shortened: shortened.map(daysOf) };
    return { ...say('done', { ...facts, ...earlier, isDeputyAway }), isChanged: true };
  }

  private toDeputy(name: string, deputy: string | null, facts: JsonObject): Notice[] {
    const { gone } = this.parts.organisation.state();
    return deputy === null || gone.has(deputy) ? [] : [message(name, deputy, facts)];
  }

  private async tell(tx: Tx, notices: Notice[]): Promise<void> {
    await enqueueAll(tx, this.parts, { workflow: BOT, recordId: 0 }, notices);
  }
}

const daysOf = ({ from, until }: Absence) => ({ from, until });

const message = (name: string, to: string, params: JsonObject): Notice => ({
  ...{ kind: 'message' as const, name: `org.leave_${name}`, to: person(to), params },
});

const unknown = (typed: TypedPerson | null): LeaveAnswer => ({
  ...say('unknown', { name: typed?.name ?? '' }),
  isUnknown: true,
});
