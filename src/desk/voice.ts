import { type Doubtful, doubtfulCard, type Noted, notedCard } from '../../cards/desk/asking-cards';
import { type BeginList, beginCard, type Label, labelIn } from '../../cards/desk/begin-card';
import { digestCard } from '../../cards/desk/digest/digest-card';
import { reminderLines } from '../../cards/desk/digest/office-card';
import { type Help, helpCard, welcomeCard } from '../../cards/desk/help-card';
import { type List, listCard } from '../../cards/desk/list-card';
import { type NearWord, nearWordCard, type UnknownNumber, unknownNumberCard } from '../../cards/desk/near-word-card';
import { periodName } from '../../cards/desk/period-name';
import type { CardContext } from '../../cards/kit/context';
import { passageCard } from '../../cards/kit/passage-card';
import type { Passage } from '../../cards/texts/facts';
import type { Texts } from '../../cards/texts/texts';
import { InboxStore } from '../db/inbox-store';
import type { InTransaction } from '../db/transaction';
import type { MessageNotice } from '../domain/decision';
import type { Tally } from '../domain/digest/figures';
import type { CardJson, Json, JsonObject } from '../domain/messaging';
import type { Office } from '../domain/office';
import type { Period } from '../domain/periods/period';
import type { ReminderFigures } from '../domain/reminder-figures';
import { type Clock, shortTime } from '../domain/time';
import type { NamesOf } from '../engine/directory';
import type { Catalogue } from './catalogue';
import type { DigestMessage } from './digest';
import { sheetsOf, workbookOf } from './export';
import type { ListedItem } from './pages';

export interface VoiceParts {
  catalogues: Catalogue[];
  inTransaction: InTransaction;
  office: () => Office;
  texts: Texts;
  clock: Clock;
  /** Draws what the set-up says; null if the message is not the set-up's. */
  setup: { compose(notice: MessageNotice): Promise<CardJson | null> };
}

/** Draws the bot's own messages, about no record: answers to words, the digest, the set-up, departures. */
export class Voice {
  constructor(private readonly parts: VoiceParts) {}

  /** Null if the message is no longer true, or unknown. */
  async message(notice: MessageNotice, namesOf: NamesOf): Promise<CardJson | null> {
    const { setup, office, texts, clock } = this.parts;
    const own = await setup.compose(notice);
    if (own) return own;
    if (notice.name === 'takes_longer' && !(await this.isWaited(notice.params ?? {}))) return null;
    const { org, timeZone } = office();
    const nameOf = await namesOf(this.namedIn(notice));
    return this.drawn(notice, { now: clock.now(), texts, org, timeZone, nameOf });
  }

  /** Makes the export of a message; null if the message is a card. */
  async file({ name, params = {} }: MessageNotice, namesOf: NamesOf): Promise<{ name: string; bytes: Buffer } | null> {
    if (name === 'document') return this.document(params, namesOf);
    if (name !== 'export') return null;
    const { catalogues, inTransaction, office, texts, clock } = this.parts;
    const period = params.period as unknown as Period;
    const to = { personId: String(params.personId), office: office(), now: clock.now() };
    const sheets = await inTransaction((tx) => sheetsOf(tx, catalogues, period, to));
    const title = texts.sheet.name(periodName(period, texts.sheet));
    return {
      name: `${title}.xlsx`,
      bytes: await workbookOf(sheets, { namesOf, timeZone: to.office.timeZone, now: to.now }),
    };
  }

  /** A record's document, made by its workflow. */
  private async document(params: JsonObject, namesOf: NamesOf): Promise<{ name: string; bytes: Buffer } | null> {
    const { inTransaction, office, texts, clock } = this.parts;
    const { org, timeZone } = office();
    const context = { now: clock.now(), texts, org, timeZone, nameOf: (id: string) => id };
    const { document } = this.catalogue(String(params.workflow)) ?? {};
    return (await document?.(params, { context, namesOf, inTransaction })) ?? null;
  }

  /** The toast of this name. */
  remark(name: string): string {
    const { chat, clock, list, refused, strangers } = this.parts.texts;
    switch (name) {
      case 'not_your_list':
        return list.notYours;
      case 'sent_to_you':
        return list.sentToYou;
      case 'muted_today':
        return clock.mutedToday;
      case 'forwarded_copy':
        return strangers.forwardedCopy;
      case 'message_gone':
        return chat.messageGone;
      case 'nothing_found':
        return chat.nothingFound;
      case 'not_for_you':
        return chat.notForYou;
      case 'direct_only':
        return chat.hints.direct_only;
      default:
        return refused;
    }
  }

  /** True while a message is not worked off. */
  private async isWaited({ messageId }: JsonObject): Promise<boolean> {
    const row = await this.parts.inTransaction((tx) => new InboxStore(tx).byMessage(String(messageId)));
    return row?.state === 'waiting';
  }

  private catalogue(workflow: string | undefined): Catalogue | undefined {
    const { catalogues } = this.parts;
    // Messages of earlier program versions name no workflow: there was only one.
    return workflow === undefined ? catalogues[0] : catalogues.find((one) => one.workflow === workflow);
  }

  /** Everyone whom the message names. */
  private namedIn({ name, params = {}, to }: MessageNotice): string[] {
    const listed = name === 'list' || name === 'digest' ? itemsIn(params) : [];
    const named = listed.flatMap(({ workflow, item }) => this.catalogue(workflow)?.namedIn(item) ?? []);
    const others = [params.to, to.type === 'person' ? to.id : null].filter((id) => typeof id === 'string');
    return [...new Set([...named, ...peopleInDigest(params), ...others])].filter((id) => id.startsWith('ou_'));
  }

  private drawn({ name, params = {}, to }: MessageNotice, context: CardContext): CardJson | null {
    const { chat, clock } = context.texts;
    const line = (text: string) => passageCard({ title: chat.botName, lines: [text] });
    switch (name) {
      case 'digest':
        return this.digest(params as unknown as DigestMessage, to.id, context);
      case 'reminders_late':
        return passageCard({
          title: chat.botName,
          lines: reminderLines(params as unknown as ReminderFigures, context.texts.digest),
        });
      case 'help':
        return helpCard({ ...ANY_HELP, ...(params as Partial<Help>) }, context);
      case 'help_wechat':
        return passageCard(context.texts.help.wechat);
      case 'welcome':
        return welcomeCard(to.id, context);
      case 'list':
        return this.list(params, context);
      case 'near_word':
        return nearWordCard(params as unknown as NearWord, context);
      case 'word_meant':
        return line(chat.wordMeant(String(params.text)));
      case 'doubtful':
        return doubtfulCard(params as unknown as Doubtful, context);
      case 'unknown_number':
        return unknownNumberCard(params as unknown as UnknownNumber, context);
      case 'noted':
      case 'noted_and_urged':
        return notedCard(params as unknown as Noted, name === 'noted_and_urged', context);
      case 'note_undone':
        return line(context.texts.asking.undone(String(params.number)));
      case 'not_of_group':
        return line(context.texts.strangers.notOfGroup(String(params.group)));
      case 'begin_list':
        return beginCard(params as unknown as BeginList, context);
      case 'begin_refused':
        return line(context.texts.begin.notAllowed(labelIn(params.label as unknown as Label, context)));
      case 'nobody_to_begin':
        return line(context.texts.begin.nobody(String(params.procedure)));
      case 'dismissed':
        return line(chat.dismissed);
      case 'empty_period':
        return line(chat.emptyPeriod(periodName(params.period as unknown as Period, context.texts.sheet)));
      case 'undeliverable':
        return line(unheard(params, context));
      case 'set_aside':
        return line(chat.setAside(Number(params.count)));
      case 'rep_unchecked':
        return line(chat.repUnchecked(String(params.number), String(params.rep)));
      case 'takes_longer':
        return line(context.texts.platform.takesLonger);
      case 'retaken':
        return passageCard(retaken(params, context));
      case 'app_refused':
        return passageCard(appRefused(params, context));
      case 'scope_missing':
        return passageCard(scopeMissing(params, context));
      case 'show_hint':
      case 'search_hint':
      case 'direct_only':
      case 'setup_hint':
        return line(chat.hints[name]);
      case 'which_case':
        return line(clock.whichCase);
      default:
        return isLine(name) ? line(chat[LINES[name]]) : null;
    }
  }

  private list(params: JsonObject, context: CardContext): CardJson {
    const rows = itemsIn(params).flatMap(({ workflow, item }) => this.catalogue(workflow)?.row(item, context) ?? []);
    return listCard({ ...(params as unknown as Omit<List, 'rows'>), rows }, context);
  }

  /** Null for a digest of an earlier program version. */
  private digest({ digest, items }: DigestMessage, readerId: string, context: CardContext): CardJson | null {
    const { audience } = digest;
    if (audience === undefined) return null;
    const rows = items.flatMap(({ workflow, item }, at) => {
      const reader = { id: readerId, audience, isFirst: at === 0 };
      return this.catalogue(workflow)?.digest?.row(item, reader, context) ?? [];
    });
    return digestCard({ digest, rows, readerId }, context);
  }
}

/** Of a message of an earlier program version. */
const ANY_HELP: Help = { role: 'rep', setup: false, by: '', inGroup: false };

/** Messages that are one line of the texts. */
const LINES = {
  taken_in: 'takenIn',
  group_hint: 'groupHint',
  not_a_period: 'notAPeriod',
  intake_failed: 'intakeFailed',
  unknown_sender: 'unknownSender',
  nothing_found: 'nothingFound',
  not_for_you: 'notForYou',
} as const;

const isLine = (name: string): name is keyof typeof LINES => name in LINES;

const itemsIn = ({ items }: JsonObject): ListedItem[] => (items ?? []) as unknown as ListedItem[];

/** The people whom a digest names beside those of its rows. */
function peopleInDigest({ digest }: JsonObject): string[] {
  const { chased = [], carries = [] } = (digest ?? {}) as { chased?: string[]; carries?: Tally[] };
  return [...chased, ...carries.map(({ key }) => key)];
}

function appRefused({ since, until, scopes }: JsonObject, { texts, timeZone }: CardContext): Passage {
  const time = (at: Json | undefined) => shortTime(Number(at), timeZone);
  return texts.platform.appRefused(time(since), time(until), namesOf(scopes));
}

function retaken({ events, messages }: JsonObject, { texts }: CardContext): Passage {
  const { none, title, events: ofEvents, messages: ofMessages, note } = texts.platform.retaken;
  const [taken, sent] = [Number(events), Number(messages)];
  if (taken + sent === 0) return { title: texts.chat.botName, lines: [none] };
  const lines = [taken > 0 ? ofEvents(taken) : '', sent > 0 ? ofMessages(sent) : '', note];
  return { title: title(taken + sent), lines };
}

/** What does not work without a scope, by the call that Feishu refused. */
const WITHOUT: Record<string, keyof Texts['platform']['without']> = {
  'user.get': 'names',
  'chat.get': 'names',
  'chat.list': 'groups',
  'chat.members': 'groups',
  'department.get': 'departments',
  'department.list': 'departments',
  'message.buzz': 'buzz',
  'message.get': 'forwards',
  'message.patch': 'cards',
  'resource.get': 'files',
  'image.upload': 'files',
  'file.upload': 'files',
};

function scopeMissing({ api, scopes }: JsonObject, { texts }: CardContext): Passage {
  const { scopeMissing: passage, without } = texts.platform;
  return passage(namesOf(scopes), without[WITHOUT[String(api)] ?? 'other']);
}

const namesOf = (scopes: Json | undefined): string => (Array.isArray(scopes) ? scopes.join(', ') : '');

/** A message about no record that could not be delivered, such as a manager's digest. */
function unheard({ to, why }: JsonObject, { texts, nameOf }: CardContext): string {
  return texts.chat.unheard(nameOf(String(to)), texts.undeliverable[String(why)] ?? String(why));
}
