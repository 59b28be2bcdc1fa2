import { DISMISS, HELP_WITH_WECHAT, SHOW_DIGEST } from '../../cards/desk/commands';
import { readBy } from '../../cards/kit/names';
import { InboxStore } from '../db/inbox-store';
import { PersonStore } from '../db/person-store';
import type { Tx } from '../db/transaction';
import type { Actor } from '../domain/actor';
import { chat, type Incoming, type JsonObject, person, type Tap, type TapAnswer } from '../domain/messaging';
import type { Context } from '../domain/office';
import { departmentServedBy } from '../domain/org/membership';
import { atTimeOfDay, dateOf, shiftDate } from '../domain/time';
import { parseWord } from '../domain/words';
import type { Answers } from '../engine/commands/answers';
import type { CommandHandler } from '../engine/commands/command-handler';
import { enqueueAll, untilFresh } from '../engine/commands/commit';
import { recordOf } from '../engine/commands/tap-decision';
import { actorOf, type Tapped, tappedHere } from '../engine/commands/tapped';
import { type Core, cardContext, contextOf } from '../engine/core';
import type { Said, TapEvent } from '../engine/desk';
import type { AnyWorkflow } from '../engine/workflow';
import { type Catalogue, LISTS, type ListName } from './catalogue';
import { listFor } from './lists';
import { readEdge } from './pages';
import type { Reply } from './reply';
import { type AboutText, TextTaps } from './text-taps';
import type { Voice } from './voice';
import type { Words } from './words';

const DISMISSED = Promise.resolve<Reply>({ card: { name: 'dismissed', params: {} } });

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
  private readonly texts: TextTaps;

  /** By the command's own name; buttons of earlier program versions say `take` and `dismiss`. */
  private readonly answers: Record<string, (tx: Tx, asked: Asked) => Promise<Reply>> = {
    list: (tx, asked) => this.turn(tx, asked),
    show: (tx, asked) => this.show(tx, asked),
    word: (tx, { tap }) => this.meant(tx, tap),
    from_text: (tx, { tap }) => this.texts.take(tx, tap),
    take: (tx, { tap }) => this.texts.take(tx, tap),
    note_text: (tx, asked) => this.note(tx, asked, { urges: false }),
    note_urge: (tx, asked) => this.note(tx, asked, { urges: true }),
    undo: (tx, asked) => this.undo(tx, asked),
    dismiss: () => DISMISSED,
    mute_today: (tx, { tap }) => this.mute(tx, tap),
    explain: (tx, asked) => this.inquire(tx, asked, 'explain'),
    looks: (tx, asked) => this.inquire(tx, asked, 'looks'),
    print: (tx, asked) => this.print(tx, asked),
    begin: (tx, asked) => this.begin(tx, asked),
  };

  /** By the whole command: buttons about no record. */
  private readonly others: Record<string, (tx: Tx, tap: Tap) => Promise<Reply>> = {
    [DISMISS]: () => DISMISSED,
    [SHOW_DIGEST]: (tx, tap) => this.digest(tx, tap),
    [HELP_WITH_WECHAT]: async () => ({ says: { name: 'help_wechat', params: {} } }),
  };

  constructor(private readonly parts: DeskTapsParts) {
    this.texts = new TextTaps(parts);
  }

  /** Null if the button is none of these. */
  async tap({ eventId, eventType, tap, envelope }: TapEvent): Promise<TapAnswer | null> {
    const { core } = this.parts;
    const answer = this.answerTo(tap);
    if (!answer) return null;
    const reply = await untilFresh(core.inTransaction, async (tx): Promise<Reply> => {
      const received = { eventId, eventType, messageId: null, envelope };
      const isNew = await new InboxStore(tx).add(received, core.clock.now(), 'done');
      if (!isNew) return {};
      const tapped = await tappedHere(tx, tap, core.office().org);
      const replied = await answer(tx, tapped);
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

  private answerTo(tap: Tap): ((tx: Tx, tapped: Tapped) => Promise<Reply>) | null {
    const { workflows } = this.parts.core;
    const other = Object.hasOwn(this.others, tap.cmd) ? this.others[tap.cmd] : undefined;
    if (other) return (tx) => other(tx, tap);
    const found = workflows.ofCommand(tap.cmd);
    const answer = found && Object.hasOwn(this.answers, found.type) ? this.answers[found.type] : undefined;
    return found && answer ? (tx, tapped) => answer(tx, { tap, tapped, workflow: found.workflow }) : null;
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
   * Turns a page, or brings a list asked for on another card. A list belongs to the person who asked for it: others would
   * find their own records in its place.
   */
  private async turn(tx: Tx, { tap, tapped }: Asked): Promise<Reply> {
    const { catalogues } = this.parts;
    const { list, words = '', by, before, after } = tap.fields;
    const oldest = catalogues[0]?.workflow ?? '';
    if (!isList(list)) return UNKNOWN;
    if (by !== undefined && by !== tap.operatorId) return { warning: 'not_your_list' };
    const [earlier, later] = [readEdge(before, oldest), readEdge(after, oldest)];
    const from = earlier ? { before: earlier } : later ? { after: later } : null;
    const said = await listFor(tx, catalogues, { list, words, from }, this.as(tap));
    const isPage = tapped.sent?.notice.kind !== 'message' || tapped.sent.notice.name === 'list';
    return isPage ? { card: said } : { says: said, inGroup: tap.fields.in === 'group' };
  }

  private async digest(tx: Tx, tap: Tap): Promise<Reply> {
    const said = await this.parts.words.answerWord(tx, { word: 'digest' }, this.as(tap));
    return said ? { says: said } : UNKNOWN;
  }

  /** Sends the record to the direct chat of the person who tapped, even from a list in a group. */
  private async show(tx: Tx, { tap, tapped, workflow }: Asked): Promise<Reply> {
    const catalogue = this.catalogueOf(workflow);
    if (!catalogue) return UNKNOWN;
    const { card } = tapped;
    const id = tap.recordId ?? card?.recordId ?? 0;
    const here = this.as(tap);
    // Whoever has the live card before them wants to see the rest of the record.
    const isWhole = card?.workflow === workflow.name && card.recordId === id && !card.retired;
    const inGroup = await (isWhole ? catalogue.show(tx, id, here) : this.live(tx, catalogue, id, here));
    if (here.actor.chatId === null) return inGroup.about ? { says: inGroup } : { warning: inGroup.name };
    const alone = await catalogue.show(tx, id, this.as(tap, { inGroup: false }));
    if (alone.about) return { says: alone, note: 'sent_to_you' };
    // The record's card hangs in this very group: its members know the record, without contact details.
    return inGroup.about ? { says: inGroup, note: 'sent_to_you' } : { warning: inGroup.name };
  }

  /** Sends the record's document to the direct chat of the person who tapped. */
  private async print(tx: Tx, { tap, tapped, workflow }: Asked): Promise<Reply> {
    const { recordId } = recordOf(workflow, tap, tapped);
    const said = await this.catalogueOf(workflow)?.print?.(tx, recordId, this.as(tap, { inGroup: false }));
    if (!said) return UNKNOWN;
    return said.command === undefined ? { warning: said.name } : { says: said, note: 'sent_to_you' };
  }

  /** Begins a record of the procedure that the button names. */
  private async begin(tx: Tx, { tap, workflow }: Asked): Promise<Reply> {
    const name = tap.fields.procedure ?? '';
    const said = await this.catalogueOf(workflow)?.begin?.(
      tx,
      { name, isWhole: true },
      this.as(tap, { inGroup: false }),
    );
    return said ? { says: said } : UNKNOWN;
  }

  /** The record's live card in the direct chat, if the person has one there; else the whole record. */
  private async live(tx: Tx, catalogue: Catalogue, id: number, context: Context): Promise<Said> {
    return (await catalogue.live?.(tx, id, context)) ?? catalogue.show(tx, id, context);
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

  private async note(tx: Tx, asked: Asked, { urges }: { urges: boolean }): Promise<Reply> {
    const about = this.aboutText(asked);
    return (about && (await this.texts.note(tx, about, { urges }))) ?? UNKNOWN;
  }

  private async undo(tx: Tx, asked: Asked): Promise<Reply> {
    const about = this.aboutText(asked);
    const undone = about && (await this.texts.undo(tx, about));
    if (!undone) return UNKNOWN;
    return 'outcome' in undone ? { toast: await this.refusal(tx, asked, undone) } : undone;
  }

  private aboutText({ tap, workflow }: Asked): AboutText | null {
    const number = this.catalogueOf(workflow)?.naming?.numberOf(tap.recordId ?? 0);
    return number === undefined ? null : { tap, workflow, number };
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
    return { toast: await this.refusal(tx, { tap, tapped, workflow }, told) };
  }

  /** Why not, in the words of the record's workflow. */
  private async refusal(
    tx: Tx,
    { tap, tapped, workflow }: Asked,
    { reason, detail }: { reason: string; detail: JsonObject },
  ): Promise<TapAnswer['toast']> {
    const { core } = this.parts;
    const record = await workflow.store(tx).get(recordOf(workflow, tap, tapped).recordId);
    const named = [...workflow.face.people(record, null, core.office()), tap.operatorId];
    const { nameOf } = await core.directory.namesWithin(named);
    const refused = { outcome: 'refused' as const, reason, detail };
    return workflow.face.toast(refused, record, readBy(tap.operatorId, cardContext(core, nameOf)));
  }

  private catalogueOf({ name }: AnyWorkflow): Catalogue | null {
    return this.parts.catalogues.find(({ workflow }) => workflow === name) ?? null;
  }
}
