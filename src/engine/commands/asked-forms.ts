import { CardStore } from '../../db/card-store';
import { InboxStore } from '../../db/inbox-store';
import type { Tx } from '../../db/transaction';
import type { RecordBase, Refused } from '../../domain/decision';
import { type JsonObject, person } from '../../domain/messaging';
import { departmentServedBy } from '../../domain/org/membership';
import { SECOND } from '../../domain/time';
import { type Core, cardContext, contextOf } from '../core';
import type { TapEvent } from '../desk';

import { enqueueAll, untilFresh } from './commit';
import { hashOf, ShownCards } from './shown-cards';
import { recordOf } from './tap-decision';
import type { Answered } from './tap-handler';
import { actorOf, type Tapped, tappedHere } from './tapped';
import type { WishedForm } from './wished';

/** While Feishu shows the answer to a tap, it refuses other changes to that card. */
const ANSWER_HOLD_MS = 5 * SECOND;

interface Asked {
  tapped: Tapped;
  record: RecordBase | null;
  refused: Refused | null;
  /** The form takes the place of what was tapped; else it is sent to the person who tapped. */
  isInPlace: boolean;
}

/**
 * Hands out the form of an act: in place of the tapped card in a direct chat, in a message of its own to the person who
 * tapped a card that others see too.
 */
export class AskedForms {
  private readonly shown: ShownCards;

  constructor(private readonly core: Core) {
    this.shown = new ShownCards(core);
  }

  async ask(event: TapEvent, form: WishedForm): Promise<Answered> {
    const asked = await untilFresh(this.core.inTransaction, (tx) => this.decide(tx, event, form));
    this.core.wake();
    return this.answer(asked, event, form);
  }

  private async decide(tx: Tx, { tap, envelope, eventId, eventType }: TapEvent, form: WishedForm): Promise<Asked> {
    const { core } = this;
    const { workflow, act, fields } = form;
    const now = core.clock.now();
    const { org } = core.office();
    const isNew = await new InboxStore(tx).add({ eventId, eventType, messageId: null, envelope }, now, 'done');
    const tapped = await tappedHere(tx, tap, org);
    const { card, recordId } = recordOf(workflow, tap, tapped);
    const record = await workflow.store(tx).get(recordId);
    const actor = actorOf(tap, tapped, core.office());
    const refused = record && (workflow.rules.refusesForm?.(record, act, contextOf(core, actor)) ?? null);
    const isDirect = tapped.to?.type === 'person';
    const holdsForms =
      tapped.sent !== null && nameOf(tapped) !== null && workflow.face.holdsForms?.(nameOf(tapped) ?? '');
    const isInPlace = isDirect && (card !== null || holdsForms === true);
    if (record && !refused && !isInPlace && isNew) {
      const group = departmentServedBy(actor.chatId, org) === null ? null : actor.chatId;
      const params: JsonObject = { act, fields, ...(group === null ? {} : { actsIn: group }) };
      const notice = { kind: 'message' as const, name: 'form', to: person(tap.operatorId), params };
      await enqueueAll(tx, core, { workflow: workflow.name, recordId }, [notice]);
    }
    if (card && !card.dead) await new CardStore(tx).hold(card.messageId, now + ANSWER_HOLD_MS);
    return { tapped, record, refused, isInPlace };
  }

  private async answer(asked: Asked, { tap }: TapEvent, { workflow, act, fields }: WishedForm): Promise<Answered> {
    const { core } = this;
    const { record, refused, tapped, isInPlace } = asked;
    const asking = { kind: 'message' as const, name: 'form', to: person(tap.operatorId), params: { act } };
    const people = [null, asking].flatMap((notice) =>
      record ? workflow.face.people(record, notice, core.office()) : [],
    );
    const { nameOf } = await core.directory.namesWithin([...people, tap.operatorId]);
    const context = cardContext(core, nameOf);
    const unchanged = () => this.shown.unchanged(tapped.card);
    if (!record || refused) {
      const reason = refused?.reason ?? 'card_unknown';
      const outcome = { outcome: 'refused' as const, reason, detail: refused?.detail ?? {} };
      return { answer: { toast: workflow.face.toast(outcome, record, context) }, sent: unchanged };
    }
    if (!isInPlace) {
      return { answer: { toast: { type: 'info', content: core.texts.list.sentToYou } }, sent: unchanged };
    }
    const card = workflow.face.form?.(record, { act, fields, by: tap.operatorId }, context) ?? null;
    if (!card) return { answer: {}, sent: unchanged };
    // The next change of the record finds another card than its own, and draws its own again.
    return { answer: { card }, sent: () => this.shown.version(tapped.card, record.version, hashOf(card)) };
  }
}

const nameOf = ({ sent }: Tapped): string | null => (sent?.notice.kind === 'message' ? sent.notice.name : null);
