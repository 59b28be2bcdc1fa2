import type { CardJson } from '../../src/domain/messaging';
import { type ProcedureRecord, readerOf } from '../../src/domain/procedure/record';
import type { CardContext } from '../kit/context';
import type { Element } from '../kit/elements';
import { frame, type Look } from '../kit/frame';
import { approveParts } from './approve-card';
import { fillParts } from './fill-card';
import { claimParts, readParts, replyParts } from './plain-shapes';
import { drawnRecord, retiredRecord, type View } from './record-frame';
import { finishedParts, goneParts, partDoneParts } from './rest-shapes';
import { tellParts } from './tell-card';
import { waitParts } from './wait-card';

/** What the record asks of the reader, with everything needed to do it. */
export function askParts(view: View): Element[] {
  const { ask } = view;
  switch (ask?.kind) {
    case 'claim':
      return claimParts(view, ask);
    case 'fill':
      return fillParts(view, ask);
    case 'approve':
      return approveParts(view, ask);
    case 'tell':
      return tellParts(view, ask);
    case 'read':
      return readParts(view);
    case 'reply':
      return replyParts(view);
    case undefined:
      return [];
  }
}

function partsOf(view: View): Element[] {
  switch (view.shape) {
    case 'wait':
      return waitParts(view);
    case 'finished':
      return finishedParts(view);
    case 'part_done':
      return partDoneParts(view);
    case 'gone':
      return goneParts(view);
    default:
      return askParts(view);
  }
}

/** A card that must not change any more says nothing of the record's state in its preview either. */
function lookOf({ shape, facts, texts }: View): Look {
  return shape === 'part_done' || shape === 'gone' ? { summary: texts.card.subtitle(facts.number, facts.status) } : {};
}

/**
 * A record's card on the wall of one reader (`person:ou_…`, `department:after_sales`): what is asked of them, else how the
 * record stands. An unknown wall is drawn as for somebody who only looks. `retired`: a newer card hangs there.
 */
export function procedureCard(
  record: ProcedureRecord,
  wall: string,
  ctx: CardContext,
  { retired }: { retired: boolean },
): CardJson {
  const reader = readerOf(wall);
  if (retired) return retiredRecord(record, reader, ctx);
  return drawnRecord(record, ctx, { reader }, (view) => frame(view, partsOf(view), lookOf(view)));
}
