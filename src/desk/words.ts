import type { HelpRole } from '../../cards/desk/help-card';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import { type Courtesy, courtesyIn, isShort } from '../domain/courtesies';
import type { IncomingMessage, JsonObject } from '../domain/messaging';
import { meansSetup, nearWord } from '../domain/near-words';
import type { Context } from '../domain/office';
import { seesAll } from '../domain/org/membership';
import { periodOf } from '../domain/periods/period';
import { readPeriod } from '../domain/periods/said-period';
import { DAY, dateOf } from '../domain/time';
import { parseWord, type Word } from '../domain/words';
import { type RecordRef, type Said, SILENCE } from '../engine/desk';
import type { Catalogue } from './catalogue';
import { askedDigest } from './digest';
import { hasSheets } from './export';
import { listFor } from './lists';

/** What 导出 alone exports. */
const THIS_MONTH = '本月';

const line = (name: string): Said => ({ name, params: {} });

/** Only typed text can be a word; a picture with a caption or a merged forward cannot. */
const isTyped = ({ form, attachments }: IncomingMessage) =>
  (form === 'text' || form === 'post') && attachments.length === 0;

/** Answers words that people type to the bot (design §3.5), from all workflows at once. */
export class Words {
  constructor(private readonly catalogues: Catalogue[]) {}

  /**
   * Answers a typed word, and asks about a text that is nearly a word; null for a customer's message. In a group, any
   * other text that mentions the bot gets one helpful line. `isJoining`: the message is one more of a customer's burst.
   */
  async answer(
    tx: Tx,
    message: IncomingMessage,
    context: Context,
    isJoining: () => Promise<boolean>,
  ): Promise<Said | null> {
    const said = isTyped(message)
      ? await this.answerTyped(tx, message, context, isJoining)
      : ((await this.named(tx, message, context)) ?? (await this.answerSticker(tx, message, context, isJoining)));
    return said ?? (context.actor.chatId === null ? null : line('group_hint'));
  }

  /**
   * Answers what a record must not hear in a reply: a word, and in the direct chat a courtesy; `courtesies` is null if the
   * reply says yes to the record's question. Null for all else.
   */
  async inReply(
    tx: Tx,
    message: IncomingMessage,
    context: Context,
    courtesies: { under: RecordRef | null } | null,
  ): Promise<Said | null> {
    if (!isTyped(message)) return null;
    const asked = parseWord(message.text);
    if (asked) return this.answerWord(tx, asked, context);
    const courtesy = courtesies && context.actor.chatId === null ? courtesyIn(message.text) : null;
    return courtesy && this.courtesy(tx, courtesy, context, courtesies?.under);
  }

  /** The answer to a word, typed or tapped; null for the number of an unknown kind of record. */
  async answerWord(tx: Tx, asked: Word, context: Context): Promise<Said | null> {
    switch (asked.word) {
      case 'help':
        return this.help(tx, context);
      case 'export':
        return this.exported(tx, asked.period ?? THIS_MONTH, context);
      case 'show':
        return asked.number === null ? line('show_hint') : this.show(tx, asked.number, context);
      case 'digest':
        return this.digest(tx, context);
      case 'begin':
        return this.begin(tx, { name: asked.name, isWhole: false }, context);
      case 'print':
        return this.print(tx, asked.number, context);
      case 'search':
        if (asked.words === '') return line('search_hint');
        return listFor(tx, this.catalogues, { list: 'search', words: asked.words, from: null }, context);
      default:
        return listFor(tx, this.catalogues, { list: asked.word, words: '', from: null }, context);
    }
  }

  private async answerTyped(
    tx: Tx,
    message: IncomingMessage,
    context: Context,
    isJoining: () => Promise<boolean>,
  ): Promise<Said | null> {
    const { text, messageId } = message;
    const { actor } = context;
    const takes: JsonObject = actor.chatId === null ? { takes: messageId } : {};
    const asked = parseWord(text);
    const begun = asked?.word === 'begin' || !asked ? await this.begun(tx, text, context, asked) : null;
    if (begun) return begun;
    if (asked && asked.word !== 'begin') {
      const said = await this.answerWord(tx, asked, context);
      // If a search finds nothing, the text may be a customer's own “搜索 …”, forwarded.
      const isEmpty = asked.word === 'search' && said?.name === 'list' && said.params.total === 0;
      return said && isEmpty ? { ...said, params: { ...said.params, ...takes } } : said;
    }
    const named = await this.named(tx, message, context);
    if (named) return named;
    const near = nearWord(text);
    const courtesy = near ? null : courtesyIn(text);
    if (courtesy && actor.chatId === null) return this.courtesy(tx, courtesy, context);
    if (meansSetup(text)) return { name: 'setup_hint', params: takes };
    // In the middle of a burst, a short text is one more message of the customer.
    if (actor.chatId === null && (await isJoining())) return null;
    if (!near)
      return (await this.isDoubtful(tx, text, context))
        ? { name: 'doubtful', params: { typed: text, ...takes } }
        : null;
    const place = { by: actor.id, inGroup: actor.chatId !== null, takes: null };
    return { name: 'near_word', params: { word: near as unknown as JsonObject, typed: text, ...place, ...takes } };
  }

  /** A sticker by itself is a nod, too; in the middle of a burst it is the customer's. */
  private async answerSticker(
    tx: Tx,
    { form }: IncomingMessage,
    context: Context,
    isJoining: () => Promise<boolean>,
  ): Promise<Said | null> {
    if (form !== 'sticker' || context.actor.chatId !== null || (await isJoining())) return null;
    return this.courtesy(tx, 'nod', context);
  }

  /** A question mark gets help; a nod counts for the one whom a reminder asks, and else opens a talk at most. */
  private async courtesy(tx: Tx, courtesy: Courtesy, context: Context, under: RecordRef | null = null): Promise<Said> {
    if (courtesy === 'question') return this.help(tx, context);
    for (const { nodded } of this.catalogues) {
      const said = await nodded?.(tx, context, under);
      if (said) return said;
    }
    const { actor, now } = context;
    const isTalking = await new OutboxStore(tx).hasSpokenTo(actor.id ?? '', now - DAY);
    return isTalking ? SILENCE : this.help(tx, context);
  }

  /** In the direct chat, the question what becomes of a text that names a record; null if it names none. */
  private async named(tx: Tx, message: IncomingMessage, context: Context): Promise<Said | null> {
    if (context.actor.chatId !== null || (message.form !== 'text' && message.form !== 'post')) return null;
    for (const { naming } of this.catalogues) {
      const said = await naming?.ask(tx, message, context);
      if (said) return said;
    }
    return null;
  }

  /** A text so short that it could be anything, or one of somebody who is no rep. */
  private async isDoubtful(tx: Tx, text: string, context: Context): Promise<boolean> {
    if (context.actor.chatId !== null) return false;
    if (!(await this.isRep(tx, context))) return true;
    return isShort(text) && !this.catalogues.some(({ isMatter }) => isMatter?.(text, context.org));
  }

  /** Whether the person brings in customers' matters: everybody does of whom nothing else is known. */
  private async isRep(tx: Tx, context: Context): Promise<boolean> {
    for (const { isRep } of this.catalogues) {
      if ((await isRep?.(tx, context)) === false) return false;
    }
    return true;
  }

  /** Offers only what the person may use. */
  private async help(tx: Tx, context: Context): Promise<Said> {
    const { actor, org } = context;
    const by = actor.id ?? '';
    const params = { role: await this.roleOf(tx, context), setup: org.admins.includes(by), by };
    return { name: 'help', params: { ...params, inGroup: actor.chatId !== null } };
  }

  private async roleOf(tx: Tx, context: Context): Promise<HelpRole> {
    const { actor, org } = context;
    const id = actor.id ?? '';
    if (actor.chatId !== null) return 'member';
    if (org.managers.includes(id)) return 'manager';
    if (seesAll(id, org)) return 'clerk';
    return (await this.isRep(tx, context)) ? 'rep' : 'member';
  }

  private async show(tx: Tx, number: string, context: Context): Promise<Said | null> {
    const found = await this.numbered(tx, number);
    if (found) return found.catalogue.show(tx, found.id, context);
    // A number that no record can have is unknown as well.
    return /^\d+$/.test(number) ? line('nothing_found') : null;
  }

  private async numbered(tx: Tx, number: string): Promise<{ catalogue: Catalogue; id: number } | null> {
    const plain = number.replace(/^fb-/, '');
    for (const catalogue of this.catalogues) {
      const id = await catalogue.idOf(tx, plain);
      if (id !== null) return { catalogue, id };
    }
    return null;
  }

  /** What a text begins that names a procedure, with or without 新建 in front. */
  private begun(tx: Tx, text: string, context: Context, asked: Word | null): Promise<Said | null> {
    const named = asked?.word === 'begin' ? { name: asked.name, isWhole: false } : { name: text, isWhole: true };
    return this.begin(tx, named, context);
  }

  /** Begins a record of what is called so; null if nothing is. */
  private async begin(tx: Tx, asked: { name: string; isWhole: boolean }, context: Context): Promise<Said | null> {
    for (const { begin } of this.catalogues) {
      const said = await begin?.(tx, asked, context);
      if (said) return said;
    }
    return null;
  }

  private async print(tx: Tx, number: string, context: Context): Promise<Said> {
    if (context.actor.chatId !== null) return line('direct_only');
    const found = await this.numbered(tx, number);
    const said = found && (await found.catalogue.print?.(tx, found.id, context));
    return said ?? line('nothing_found');
  }

  private async digest(tx: Tx, context: Context): Promise<Said> {
    const { actor, now } = context;
    if (actor.chatId !== null) return line('direct_only');
    const asked = { personId: actor.id ?? '', now, office: context };
    return { name: 'digest', params: await askedDigest(tx, this.catalogues, asked) };
  }

  /** Announces the export; the file is made when its turn to be sent comes. */
  private async exported(tx: Tx, typed: string, context: Context): Promise<Said> {
    const { actor, now, timeZone } = context;
    const personId = actor.id ?? '';
    if (actor.chatId !== null) return line('direct_only');
    const said = readPeriod(typed);
    const period = said && periodOf(said, dateOf(now, timeZone));
    if (!period) return line('not_a_period');
    const isThere = await hasSheets(tx, this.catalogues, period, { personId, office: context, now });
    return { name: isThere ? 'export' : 'empty_period', params: { period: { ...period }, personId } };
  }
}
