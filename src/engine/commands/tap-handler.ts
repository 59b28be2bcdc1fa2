import { CANCEL } from '../../../cards/kit/callback';
import type { CardContext } from '../../../cards/kit/context';
import { readBy } from '../../../cards/kit/names';
import { NO_LONGER_APPLIES } from '../../domain/decision';
import type { CardJson, Tap, TapAnswer } from '../../domain/messaging';
import { type Core, cardContext } from '../core';
import type { TapEvent } from '../desk';
import { drawTapped } from '../outbox/notice-items';
import type { AnyWorkflow, Outcome } from '../workflow';
import type { CommandHandler } from './command-handler';
import { untilFresh } from './commit';
import { hashOf, ShownCards } from './shown-cards';
import { type DecidedTap, decideTap, LOOK_AGAIN } from './tap-decision';
import { tappedHere } from './tapped';

/** The answer to a tap, and what to record once the answer has left. */
export interface Answered {
  answer: TapAnswer;
  sent(): Promise<void>;
}

/**
 * Answers taps on records' buttons: decides in one transaction, draws the answer, notes the version that the card
 * shows.
 */
export class TapHandler {
  private readonly shown: ShownCards;

  constructor(
    private readonly core: Core,
    private readonly commands: CommandHandler,
  ) {
    this.shown = new ShownCards(core);
  }

  /** Null if the button belongs to no workflow. */
  async tap(event: TapEvent): Promise<Answered | null> {
    const { core, commands } = this;
    const found = core.workflows.ofCommand(event.tap.cmd) ?? (await this.leftAlone(event));
    if (!found) return null;
    const given = { ...found, fields: event.tap.fields };
    const decided = await untilFresh(core.inTransaction, (tx) => decideTap(tx, { core, commands }, given, event));
    core.wake();
    return this.answer(decided, event.tap);
  }

  /** The workflow of a card whose form the person does not want after all; null for any other tap. */
  private async leftAlone({ tap }: TapEvent): Promise<{ workflow: AnyWorkflow; type: string } | null> {
    const { inTransaction, office, workflows } = this.core;
    if (tap.cmd !== CANCEL) return null;
    const { card, sent } = await inTransaction((tx) => tappedHere(tx, tap, office().org));
    const workflow = workflows.named(card?.workflow ?? sent?.workflow);
    return workflow && { workflow, type: LOOK_AGAIN };
  }

  private async answer(decided: DecidedTap, tap: Tap): Promise<Answered> {
    const { card, record, executed } = decided;
    const { nameOf, complete } = await this.core.directory.namesWithin(this.named(decided, tap));
    const answer: TapAnswer = {};
    const outcome = outcomeOf(decided);
    const context = cardContext(this.core, nameOf);
    if (outcome) answer.toast = decided.workflow.face.toast(outcome, record, readBy(tap.operatorId, context));
    // A refused form keeps the typed fields, because a new card would empty them; unless the card itself is out of
    // date. If nothing was typed, the card asks for what is missing.
    const keepsForm = executed.outcome === 'refused' && executed.reason !== NO_LONGER_APPLIES && hasTyped(tap);
    if (!record || keepsForm) return { answer, sent: () => this.shown.unchanged(card) };
    const drawn = this.redrawn(decided, tap, context);
    if (!drawn) return { answer, sent: () => this.shown.unchanged(card) };
    const hash = hashOf(drawn);
    // With a name missing the card stays due: the patch that follows waits for the name.
    const sent = async () => {
      if (complete) await this.shown.version(card, record.version, hash);
      await this.shown.forOthers(card, hash);
    };
    return { answer: { ...answer, card: drawn }, sent };
  }

  private named({ workflow, record, message }: DecidedTap, { operatorId }: Tap): string[] {
    const office = this.core.office();
    const own = record ? workflow.face.people(record, null, office) : [];
    const items = (message?.items ?? []).flatMap((item) => item.workflow.face.people(item.record, null, office));
    return [...new Set([...own, ...items, operatorId])];
  }

  /** The tapped card or message as it is now; null if it must not or need not be drawn into this chat. */
  private redrawn(decided: DecidedTap, { chatId, operatorId }: Tap, context: CardContext): CardJson | null {
    const { workflow, card, message, to, record } = decided;
    const office = this.core.office();
    if (!record) return null;
    if (to === null) return this.inItsGroup(decided, chatId, context);
    // A message is drawn for its recipient, as their rights are now.
    if (message) return drawTapped(message, context);
    // A group's card has no contact details; a person may have lost the right to what the card on their wall shows.
    const maySee = to.type === 'chat' || (workflow.face.maySee?.(record, operatorId, office) ?? true);
    return card && maySee ? workflow.face.card(record, card.wall, context, card.retired) : null;
  }

  /**
   * If a crash kept us from recording a group's card, its group tells which card it is. A copy that was forwarded to any
   * other chat, or to a person, stays as it is: nobody knows who reads it there.
   */
  private inItsGroup({ workflow, record }: DecidedTap, chatId: string, context: CardContext): CardJson | null {
    if (!record) return null;
    const walls = workflow.face.walls(record, this.core.office());
    const here = walls.find(({ to }) => to.type === 'chat' && to.id === chatId);
    return here ? workflow.face.card(record, here.wall, context, false) : null;
  }
}

/** Whether the tap brought a form, beside what its button carries. */
const hasTyped = ({ fields, values = {} }: Tap): boolean => Object.keys(fields).some((name) => !(name in values));

/** Null for a tap that was pushed before: its answer is the card as it is now. */
function outcomeOf({ executed, type }: DecidedTap): Outcome | null {
  if (executed.outcome === 'done') return { outcome: 'done', type };
  return executed.outcome === 'refused' ? executed : null;
}
