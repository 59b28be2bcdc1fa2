import { readBy } from '../../cards/kit/names';
import type { InboxRow } from '../db/engine-rows';
import { InboxStore } from '../db/inbox-store';
import { PersonStore } from '../db/person-store';
import type { Tx } from '../db/transaction';
import type { Actor } from '../domain/actor';
import {
  chat,
  type Incoming,
  type IncomingMessage,
  type JsonObject,
  person,
  type Tap,
  type TapAnswer,
} from '../domain/messaging';
import type { Context } from '../domain/office';
import { departmentServedBy } from '../domain/org/membership';
import { atTimeOfDay, dateOf, shiftDate } from '../domain/time';
import { parseWord } from '../domain/words';
import type { Answers } from '../engine/commands/answers';
import type { CommandHandler, Target } from '../engine/commands/command-handler';
import { enqueueAll, untilFresh } from '../engine/commands/commit';
import { recordOf } from '../engine/commands/tap-decision';
import { actorOf, type Tapped, tappedHere } from '../engine/commands/tapped';
import { type Core, cardContext, contextOf } from '../engine/core';
import type { Said, TapEvent } from '../engine/desk';
import type { AnyWorkflow } from '../engine/workflow';
import { type Catalogue, LISTS, type ListName } from './catalogue';
import { listFor } from './lists';
import { readEdge } from './pages';
import type { Voice } from './voice';
import type { Words } from './words';

/** The answer to a tap on one of the desk's buttons; `warning` and `note` are names of toasts. */
interface Reply {
  /** The new content of the tapped card. */
  card?: Said;
  /** A further message: to the person who tapped, or with `inGroup` in the chat of the card. */
  says?: Said;
  inGroup?: boolean;
  warning?: string;
  note?: string;
  /** A toast in the words of a workflow. */
  toast?: TapAnswer['toast'];
}

const UNKNOWN: Reply = { warning: 'card_unknown' };

const isList = (name: string | undefined): name is ListName => LISTS.some((list) => list === name);

export interface DeskTapsParts {
  core: Core;
  commands: CommandHandler;
  answers: Answers;
  catalogues: Catalogue[];
  words: Words;
  voice: Voice;
  normalize: (envelope: JsonObject) => Incoming;
}

interface Asked {
  tap: Tap;
  tapped: Tapped;
  workflow: AnyWorkflow;
}

/**
 * Answers the buttons on the desk's messages: another page of a list, one record, the word that was meant, a message
 * taken in after all, a record's clock, who has looked at it.
 */
export class DeskTaps {
  private readonly answers: Record<string, (tx: Tx, asked: Asked) => Promise<Reply>> = {
    list: (tx, { tap }) => this.turn(tx, tap),
    show: (tx, asked) => this.show(tx, asked),
    word: (tx, { tap }) => this.meant(tx, tap),
    take: (tx, { tap }) => this.take(tx, tap),
    note_text: (tx, asked) => this.note(tx, asked, { urges: false }),
    note_urge: (tx, asked) => this.note(tx, asked, { urges: true }),
    dismiss: async () => ({ card: { name: 'dismissed', params: {} } }),
    mute_today: (tx, { tap }) => this.mute(tx, tap),
    explain: (tx, asked) => this.inquire(tx, asked, 'explain'),
    looks: (tx, asked) => this.inquire(tx, asked, 'looks'),
  };

  constructor(private readonly parts: DeskTapsParts) {}

  /** Null if the button is none of these. */
  async tap({ eventId, eventType, tap, envelope }: TapEvent): Promise<TapAnswer | null> {
    const { core } = this.parts;
    const found = core.workflows.ofCommand(tap.cmd);
    const answer = found && Object.hasOwn(this.answers, found.type) ? this.answers[found.type] : null;
    if (!found || !answer) return null;
    const reply = await untilFresh(core.inTransaction, async (tx): Promise<Reply> => {
      const received = { eventId, eventType, messageId: null, envelope };
      const isNew = await new InboxStore(tx).add(received, core.clock.now(), 'done');
      if (!isNew) return {};
      const tapped = await tappedHere(tx, tap, core.office().org);
      const replied = await answer(tx, { tap, tapped, workflow: found.workflow });
      if (replied.says) {
        const to = replied.inGroup ? chat(tap.chatId) : person(tap.operatorId);
        await this.parts.answers.say(tx, to, replied.says, { id: tap.operatorId, chatId: null });
      }
      // A forwarded copy hangs before people who may not read what its owner asks for.
      const { card, ...rest } = replied;
      if (!card || tapped.to) return replied;
      return replied.says || replied.warning ? rest : { warning: 'forwarded_copy' };
    });
    core.wake();
    return this.drawn(reply, tap);
  }

  /** Leaves out names that Feishu does not tell in time, because nothing draws this card again. */
  private async drawn({ card, warning, note, toast }: Reply, { operatorId }: Tap): Promise<TapAnswer> {
    const { voice, core } = this.parts;
    const namesOf = async (ids: string[]) => (await core.directory.namesWithin(ids)).nameOf;
    const notice = card && { kind: 'message' as const, name: card.name, params: card.params, to: person(operatorId) };
    const drawn = notice && (await voice.message(notice, namesOf));
    return {
      ...(warning ? { toast: { type: 'warning', content: voice.remark(warning) } } : {}),
      ...(note ? { toast: { type: 'success', content: voice.remark(note) } } : {}),
      ...(toast ? { toast } : {}),
      ...(drawn ? { card: drawn } : {}),
    };
  }

  /** The context of the person who tapped; in the group of the card, or in the direct chat (`chatId` null). */
  private as({ operatorId, chatId, fields }: Tap, { inGroup }: { inGroup?: boolean } = {}): Context {
    const { core } = this.parts;
    const isInGroup = inGroup ?? (fields.in === 'group' || departmentServedBy(chatId, core.office().org) !== null);
    const actor: Actor = { id: operatorId, chatId: isInGroup ? chatId : null };
    return contextOf(core, actor);
  }

  /**
   * Turns a page, or brings a list in a message of its own. A list belongs to the person who asked for it: others would
   * find their own records in its place.
   */
  private async turn(tx: Tx, tap: Tap): Promise<Reply> {
    const { catalogues } = this.parts;
    const { list, words = '', by, before, after } = tap.fields;
    const oldest = catalogues[0]?.workflow ?? '';
    if (!isList(list)) return UNKNOWN;
    if (by !== tap.operatorId) return { warning: 'not_your_list' };
    const [earlier, later] = [readEdge(before, oldest), readEdge(after, oldest)];
    const from = earlier ? { before: earlier } : later ? { after: later } : null;
    const said = await listFor(tx, catalogues, { list, words, from }, this.as(tap));
    return from === null ? { says: said } : { card: said };
  }

  /** Sends the record to the direct chat of the person who tapped, even from a list in a group. */
  private async show(tx: Tx, { tap, workflow }: Asked): Promise<Reply> {
    const catalogue = this.catalogueOf(workflow);
    if (!catalogue) return UNKNOWN;
    const id = tap.recordId ?? 0;
    const here = this.as(tap);
    const inGroup = await catalogue.show(tx, id, here);
    if (here.actor.chatId === null) return inGroup.about ? { says: inGroup } : { warning: inGroup.name };
    const alone = await catalogue.show(tx, id, this.as(tap, { inGroup: false }));
    if (alone.about) return { says: alone, note: 'sent_to_you' };
    // The record's card hangs in this very group: its members know the record, without contact details.
    return inGroup.about ? { says: inGroup, note: 'sent_to_you' } : { warning: inGroup.name };
  }

  /** Replaces the question by the answer to the meant word; a file or a record is sent as a message instead. */
  private async meant(tx: Tx, tap: Tap): Promise<Reply> {
    const word = parseWord(tap.fields.text ?? '');
    if (!word) return UNKNOWN;
    if (tap.fields.by !== tap.operatorId) return { warning: 'not_your_list' };
    const said = await this.parts.words.answerWord(tx, word, this.as(tap));
    if (!said) return UNKNOWN;
    if (said.name !== 'export' && !said.about) return { card: said };
    const params = { text: tap.fields.text ?? '' };
    return { says: said, inGroup: tap.fields.in === 'group', card: { name: 'word_meant', params } };
  }

  /** The person hears no more escalations today; what is overdue stands in the next digest. */
  private async mute(tx: Tx, { operatorId }: Tap): Promise<Reply> {
    const { clock, office } = this.parts.core;
    const { timeZone } = office();
    const tomorrow = atTimeOfDay(shiftDate(dateOf(clock.now(), timeZone), 1), 0, timeZone);
    await new PersonStore(tx).mute(operatorId, tomorrow);
    return { note: 'muted_today' };
  }

  private async take(tx: Tx, { fields, operatorId }: Tap): Promise<Reply> {
    const isTaken = await this.takeIn(tx, fields.message ?? '', operatorId);
    return isTaken ? { card: { name: 'taken_in', params: {} } } : { warning: 'message_gone' };
  }

  /**
   * Takes in a message that was first answered as a word; false if the message is gone or another person's. One message
   * of a sender at a time: a second tap finds the first one's record.
   */
  private async takeIn(tx: Tx, messageId: string, senderId: string): Promise<boolean> {
    const { commands } = this.parts;
    const kept = await this.keptMessage(tx, messageId, senderId);
    if (!kept) return false;
    const { row, message } = kept;
    if (row.recordId !== null) return true;
    const opened = await commands.intake(tx, message);
    if (!opened) return false;
    await new InboxStore(tx).finish(row.id, 'done', { workflow: opened.workflow.name, recordId: opened.record.id });
    return true;
  }

  /** A message of this person, under `holdIntake`; null if it is gone, was recalled, or is another person's. */
  private async keptMessage(
    tx: Tx,
    messageId: string,
    senderId: string,
  ): Promise<{ row: InboxRow; message: IncomingMessage } | null> {
    const { commands, normalize } = this.parts;
    await commands.holdIntake(tx, senderId);
    const row = await new InboxStore(tx).byMessage(messageId);
    const incoming = row && normalize(row.envelope);
    if (!row || incoming?.kind !== 'message' || incoming.message.senderId !== senderId) return null;
    return row.state === 'recalled' ? null : { row, message: incoming.message };
  }

  /** Adds a message that names a record to it, as if the message stood under its card; `urges` as well. */
  private async note(tx: Tx, { tap, workflow }: Asked, { urges }: { urges: boolean }): Promise<Reply> {
    const { commands } = this.parts;
    const { operatorId, fields } = tap;
    const number = this.catalogueOf(workflow)?.naming?.numberOf(tap.recordId ?? 0);
    if (number === undefined) return UNKNOWN;
    const kept = await this.keptMessage(tx, fields.message ?? '', operatorId);
    if (!kept) return { warning: 'message_gone' };
    const target = { workflow, recordId: tap.recordId ?? 0 };
    const isIts = kept.row.workflow === workflow.name && kept.row.recordId === target.recordId;
    if (!isIts && (kept.row.recordId !== null || !(await this.joins(tx, target, kept)))) return UNKNOWN;
    const actor = { id: operatorId, chatId: kept.message.chatId };
    const urge = urges ? workflow.rules.parse('urge', {}) : null;
    const urged = urge?.ok ? await commands.run(tx, target, urge.command, actor) : null;
    return { card: { name: urged?.outcome === 'done' ? 'noted_and_urged' : 'noted', params: { number } } };
  }

  /** False if the record no longer hears such a message. */
  private async joins(
    tx: Tx,
    { workflow, recordId }: Target,
    { row, message }: { row: InboxRow; message: IncomingMessage },
  ): Promise<boolean> {
    const { commands } = this.parts;
    const record = await workflow.store(tx).get(recordId);
    const heard = record && workflow.messages?.hear(record, { kind: 'replied', message });
    if (!record || !heard || heard === 'ask') return false;
    if (heard === 'join') {
      if (!(await commands.takeIn(tx, workflow, message, record))) return false;
    } else {
      const done = await commands.runMessage(tx, { workflow, recordId }, heard, message);
      if (done.outcome === 'refused') return false;
    }
    await new InboxStore(tx).finish(row.id, 'done', { workflow: workflow.name, recordId });
    return true;
  }

  private async inquire(tx: Tx, { tap, tapped, workflow }: Asked, what: 'explain' | 'looks'): Promise<Reply> {
    const { core } = this.parts;
    const { recordId: id } = recordOf(workflow, tap, tapped);
    const told = await this.catalogueOf(workflow)?.[what]?.(
      tx,
      id,
      contextOf(core, actorOf(tap, tapped, core.office())),
    );
    if (!told) return UNKNOWN;
    if (told.ok) {
      await enqueueAll(tx, core, { workflow: workflow.name, recordId: id }, [told.says]);
      return { toast: told.toast };
    }
    const record = await workflow.store(tx).get(id);
    const office = core.office();
    const named = [...workflow.face.people(record, null, office), tap.operatorId];
    const { nameOf } = await core.directory.namesWithin(named);
    const refused = { outcome: 'refused' as const, reason: told.reason, detail: told.detail };
    return { toast: workflow.face.toast(refused, record, readBy(tap.operatorId, cardContext(core, nameOf))) };
  }

  private catalogueOf({ name }: AnyWorkflow): Catalogue | null {
    return this.parts.catalogues.find(({ workflow }) => workflow === name) ?? null;
  }
}
