import { NAME_FIELD } from '../../../cards/registers/commands';
import type { NearNames } from '../../../cards/registers/near-card';
import { sheetCard } from '../../../cards/registers/sheet-card';
import { RegisterStore } from '../../db/registers/register-store';
import type { Tx } from '../../db/transaction';
import type { MessageNotice } from '../../domain/decision';
import { isBlank } from '../../domain/fields';
import type { CardJson, IncomingAttachment, IncomingMessage, JsonObject, Tap, TapAnswer } from '../../domain/messaging';
import { mayKeep } from '../../domain/registers/keepers';
import { isRegister, type RegisterName } from '../../domain/registers/register';
import { type RegisterWord, readRegisterWord } from '../../domain/registers/register-words';
import { widthOf } from '../../domain/text/width';
import { untilFresh } from '../../engine/commands/commit';
import { tappedHere } from '../../engine/commands/tapped';
import type { Core } from '../../engine/core';
import type { FetchFile, Said } from '../../engine/desk';
import type { Catalogue } from '../catalogue';
import { type Changed, RegisterChanges, type Unchanged } from './register-changes';
import { RegisterPages } from './register-pages';
import { type ReadSheet, SheetImports } from './sheet-imports';

export interface RegisterDeskParts {
  core: Core;
  catalogues: Catalogue[];
  /** Null if the program reads no spreadsheets: then each one is a customer's file. */
  readSheet: ReadSheet | null;
}

const SHEET_NAME = /\.xlsx$/i;
/** A longer text, or one with more words, is rather a sentence than a name. */
const MAX_NAME_WIDTH = 12;
const MAX_NAME_WORDS = 3;

/** What a tap on one of the registers' buttons asks for. */
interface Asked {
  tap: Tap;
  register: RegisterName;
  id: number;
}

/** Customers, products and projects in chat: the words about them, sheets that bring them, and their cards' buttons. */
export class RegisterDesk {
  private readonly pages: RegisterPages;
  /** The cells of sheets whose messages are being worked off, by message. */
  private readonly inHand = new Map<string, string[][]>();

  /** By the command's own name; each is a change but the first two. */
  private readonly answers: Record<string, (asked: Asked) => Promise<TapAnswer>> = {
    show: ({ register, id, tap }) => this.shown(this.pages.entry(register, id, tap.operatorId)),
    overview: ({ register }) => this.shown(this.pages.overview(register)),
    ask_alias: ({ register, id }) => this.shown(this.pages.pickAlias(register, id, null), 'alreadyDone'),
    find_alias: ({ register, id, tap }) => this.shown(this.pages.pickAlias(register, id, typedIn(tap)), 'alreadyDone'),
    ask_merge: ({ register, id }) => this.shown(this.pages.pickMerge(register, id, null)),
    find_merge: ({ register, id, tap }) => this.shown(this.pages.pickMerge(register, id, typedIn(tap))),
    add: (asked) => this.decided(asked, 'add', (changes) => changes.add(asked.id)),
    alias: (asked) => this.decided(asked, 'alias', (changes) => changes.alias(asked.id, pickedIn(asked.tap))),
    decline: (asked) => this.decided(asked, 'decline', (changes) => changes.decline(asked.id)),
    merge: (asked) => this.merged(asked),
    confirm: ({ id }) => this.confirmed(id),
  };

  constructor(private readonly parts: RegisterDeskParts) {
    this.pages = new RegisterPages(parts);
  }

  /** Draws a message of the registers by its name; null for any other. */
  compose(notice: MessageNotice): Promise<CardJson | null> {
    return this.pages.compose(notice);
  }

  /**
   * Reads the spreadsheet that somebody who keeps the registers sends in the direct chat, before the transaction of `ask`
   * begins; does nothing for any other message. Returns what lets go of the sheet.
   */
  async prepare(message: IncomingMessage, fetch: FetchFile): Promise<() => void> {
    const { readSheet } = this.parts;
    const attachment = this.sheetIn(message);
    const bytes = readSheet && attachment && (await fetch(attachment));
    const read = readSheet && bytes && (await readSheet(bytes));
    if (read?.ok) this.inHand.set(message.messageId, read.cells);
    return () => this.inHand.delete(message.messageId);
  }

  /** Answers a word about a register, or offers to import a sheet; null for a customer's message. */
  async ask(tx: Tx, message: IncomingMessage): Promise<Said | null> {
    const { chatType, messageId } = message;
    const cells = this.inHand.get(messageId);
    if (cells) return this.offerImport(tx, message, cells);
    if (message.form !== 'text' || message.attachments.length > 0) return null;
    const word = readRegisterWord(message.text);
    if (!word) return null;
    if (chatType === 'group') return message.mentionsBot ? { name: 'direct_only', params: {} } : null;
    return word.name === '' ? this.alone(tx, message, word) : this.named(tx, message, word);
  }

  /** Offers to import the sheet; null if it is no register. */
  async offerImport(
    tx: Tx,
    message: Pick<IncomingMessage, 'messageId' | 'senderId'>,
    cells: string[][],
  ): Promise<Said | null> {
    return new SheetImports(tx, this.parts.core.clock.now()).offer(message, cells);
  }

  /** Answers a tap on one of the registers' buttons; null if the button is another's. */
  async tap({ tap }: { tap: Tap }): Promise<TapAnswer | null> {
    const { core } = this.parts;
    const [room, command = ''] = tap.cmd.split('.');
    const answer = room === 'registers' && Object.hasOwn(this.answers, command) ? this.answers[command] : undefined;
    if (!answer) return null;
    // A form may send nothing back but its button's name.
    const [ofForm, idOfForm] = (tap.arg ?? '').split('.', 2);
    const register = tap.fields.register ?? ofForm;
    if (!isRegister(register)) return this.warned('gone');
    if (command !== 'show' && !mayKeep(tap.operatorId, core.office().org)) return this.warned('onlyKeepers');
    const isHere = await core.inTransaction(async (tx) => (await tappedHere(tx, tap, core.office().org)).to !== null);
    // A forwarded copy hangs before people who may not read what its owner asks for.
    if (!isHere) return { toast: { type: 'warning', content: core.texts.strangers.forwardedCopy } };
    return answer({ tap, register, id: tap.recordId ?? Number(idOfForm ?? 0) });
  }

  private sheetIn({ chatType, form, senderId, attachments }: IncomingMessage): IncomingAttachment | null {
    const [first, ...others] = attachments;
    const isAlone = chatType === 'p2p' && form === 'file' && others.length === 0;
    if (!first || !isAlone || !SHEET_NAME.test(first.name)) return null;
    return mayKeep(senderId, this.parts.core.office().org) ? first : null;
  }

  /** The word alone: an overview for those who keep the registers, a hint for others once there is anything to find. */
  private async alone(tx: Tx, { senderId }: IncomingMessage, { register }: RegisterWord): Promise<Said | null> {
    if (mayKeep(senderId, this.parts.core.office().org)) return { name: 'registers.overview', params: { register } };
    const isUsed = await new RegisterStore(tx, register).isUsed();
    return isUsed ? { name: 'registers.hint', params: { register } } : null;
  }

  /**
   * The entry of this name, or similar ones. A name that is similar to none is told to be unknown only if it can be nothing
   * but a name; anything else is what a customer wrote.
   */
  private async named(tx: Tx, message: IncomingMessage, { register, name }: RegisterWord): Promise<Said | null> {
    const store = new RegisterStore(tx, register);
    const { entry, near } = await store.match(name);
    if (entry) return { name: 'registers.entry', params: { register, id: entry.id } };
    const isName = near.length > 0 || (this.isBareName(name) && (await store.isUsed()));
    if (!isName) return null;
    const named = near.map(({ id, name: called }) => ({ id, name: called }));
    const params: NearNames = { register, typed: name, near: named, takes: message.messageId };
    return { name: 'registers.near', params: params as unknown as JsonObject };
  }

  private isBareName(name: string): boolean {
    const { catalogues, core } = this.parts;
    const isShort = widthOf(name) <= MAX_NAME_WIDTH && name.split(' ').length <= MAX_NAME_WORDS;
    return isShort && !catalogues.some(({ isMatter }) => isMatter?.(name, core.office().org));
  }

  private async decided(
    { register }: Asked,
    what: 'add' | 'alias' | 'decline',
    decide: (changes: RegisterChanges) => Promise<Changed>,
  ): Promise<TapAnswer> {
    const changed = await this.changing(register, decide);
    if (!changed.ok && changed.reason !== 'alreadyDone') return this.refused(changed);
    const card = await this.pages.overview(register);
    if (!changed.ok) return { ...this.refused(changed), card };
    return { toast: { type: 'success', content: this.texts.done[what] }, card };
  }

  private async merged({ register, id, tap }: Asked): Promise<TapAnswer> {
    const changed = await this.changing(register, (changes) => changes.merge(id, pickedIn(tap)));
    if (!changed.ok) return this.refused(changed);
    const card = changed.entry && (await this.pages.entry(register, changed.entry.id, tap.operatorId));
    return { toast: { type: 'success', content: this.texts.done.merge }, ...(card ? { card } : {}) };
  }

  private async confirmed(id: number): Promise<TapAnswer> {
    const { core } = this.parts;
    const done = await untilFresh(core.inTransaction, (tx) => new SheetImports(tx, core.clock.now()).confirm(id));
    if (!done.ok) return this.warned(done.reason);
    const card = sheetCard(done.offer, await this.pages.context([]));
    if (!done.isFirst) return { ...this.warned('alreadyDone'), card };
    return { toast: { type: 'success', content: this.texts.done.imported }, card };
  }

  private changing(register: RegisterName, work: (changes: RegisterChanges) => Promise<Changed>): Promise<Changed> {
    const { core } = this.parts;
    return untilFresh(core.inTransaction, (tx) => work(new RegisterChanges(tx, register, core.clock.now())));
  }

  private async shown(drawing: Promise<CardJson | null>, missing: 'gone' | 'alreadyDone' = 'gone'): Promise<TapAnswer> {
    const card = await drawing;
    return card ? { card } : this.warned(missing);
  }

  private refused(unchanged: Unchanged): TapAnswer {
    if (unchanged.reason !== 'taken') return this.warned(unchanged.reason);
    return { toast: { type: 'warning', content: this.texts.taken(unchanged.other) } };
  }

  private warned(reason: 'gone' | 'alreadyDone' | 'sameEntry' | 'forgotten' | 'onlyKeepers'): TapAnswer {
    return { toast: { type: 'warning', content: this.texts[reason] } };
  }

  private get texts() {
    return this.parts.core.texts.registers;
  }
}

const typedIn = ({ fields }: Tap): string | null => {
  const typed = fields[NAME_FIELD] ?? '';
  return isBlank(typed) ? null : typed;
};

const pickedIn = ({ fields }: Tap): number => Number(fields.entry ?? 0);
