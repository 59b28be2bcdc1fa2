import { type Ask, stageKeyOf } from '../../../src/domain/procedure/asks';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import { type ButtonLook, button } from '../../kit/button';
import type { CardContext } from '../../kit/context';
import type { Element } from '../../kit/elements';
import { actRow } from '../../kit/parts/acts';
import { askButton, commandButton, mayActs, moreActs, printButton, showButton } from '../parts/acts';
import { replyForm } from '../plain-shapes';
import { isConfirming, turnOf, type View } from '../record-frame';
import type { ProcedureMessageName } from './message-kinds';

/** What a row of a list offers first. */
export type RowAct = 'show' | 'claim' | 'fill' | 'approve' | 'confirm' | 'tell' | 'read' | 'reply';

/** What this ask wants of its reader, in a word. */
function actOfAsk(ask: Ask | null): RowAct {
  if (!ask) return 'show';
  return isConfirming(ask) ? 'confirm' : ask.kind;
}

/** What an act of a row needs to know of its record. */
export interface RowTarget {
  id: number;
  act: RowAct;
  stage: string;
  ver: number;
}

/** What the record asks of the reader, for a row. */
export const targetOf = (record: ProcedureRecord, ask: Ask | null): RowTarget => ({
  ...{ id: record.id, act: actOfAsk(ask), ver: record.turn },
  stage: ask ? stageKeyOf(record, ask) : record.stage,
});

/** To claim is done at once; anything else brings the record, with its form for whoever must act. */
export function actButton({ id, act, stage, ver }: RowTarget, { texts }: CardContext, look: ButtonLook): Element {
  const word = texts.procedure.rowActs[act];
  return act === 'claim'
    ? button({ cmd: 'record.claim', id, word, look, values: { stage, ver } })
    : button({ cmd: 'record.show', id, word, look: act === 'show' ? 'default' : look });
}

/** The act that is asked for, and the stage's rights beside it. */
function ownAct(view: View): Element[] {
  const { record, ask, ctx, texts } = view;
  const target = targetOf(record, ask);
  const [first, ...rest] = mayActs(view);
  const beside = target.act === 'claim' ? showButton(view, 'default', texts.procedure.acts.view) : [];
  return actRow(
    [actButton(target, ctx, 'primary'), ...beside, ...(first && ask?.kind === 'fill' ? [askButton(view, first)] : [])],
    moreActs(view, [...(ask?.kind === 'fill' ? rest : []), ...(ask ? (['note'] as const) : [])], {
      shows: target.act !== 'show',
    }),
  );
}

const lookButton = (view: View): Element[] => showButton(view, 'default', view.texts.procedure.acts.view);

const looking = (view: View): Element[] => actRow(lookButton(view));

/** Whoever is above can hurry it. */
function urge(view: View): Element[] {
  const { record, texts } = view;
  const urging = commandButton(view, 'urge', { word: texts.procedure.acts.urgeBelow, look: 'primary' });
  return actRow(
    [...(record.asked.length > 0 ? [urging] : []), ...lookButton(view)],
    moreActs(view, ['note'], { shows: false }),
  );
}

const result = (view: View): Element[] => actRow([...printButton(view, 'text'), ...showButton(view, 'text')]);

function mend(view: View): Element[] {
  const { record, ask, texts } = view;
  const { change } = texts.procedure.acts;
  const values = turnOf(record, ask);
  return actRow([
    button({ cmd: 'record.edit', id: record.id, word: change, look: 'primary', values }),
    ...lookButton(view),
    ...(mayActs(view).includes('withdraw') ? [askButton(view, 'withdraw')] : []),
  ]);
}

const answer = (view: View): Element[] => [...replyForm(view), ...actRow(showButton(view))];

/** Whoever must agree to an extension says so in one tap. */
function nod(view: View): Element[] {
  const { acts } = view.texts.procedure;
  return actRow([
    commandButton(view, 'allow_extension', { word: acts.allow, look: 'primary', values: { allow: 'yes' } }),
    commandButton(view, 'allow_extension', { word: acts.refuse, values: { allow: 'no' } }),
    ...lookButton(view),
  ]);
}

const people = (view: View): Element[] =>
  actRow([
    button({ cmd: 'org.people', id: 0, word: view.texts.procedure.acts.people, look: 'primary' }),
    ...lookButton(view),
  ]);

/** What a message lets its reader do at once: at least look at the record. */
export const MESSAGE_ACTS: Record<ProcedureMessageName, (view: View) => Element[]> = {
  your_turn: ownAct,
  reminder: ownAct,
  escalation: urge,
  urged: ownAct,
  approved: result,
  rejected: result,
  voided: result,
  closed: result,
  returned: mend,
  question: answer,
  replied: ownAct,
  extension: looking,
  extension_refused: looking,
  extension_asked: nod,
  handed_over: ownAct,
  handed_over_told: looking,
  stand_in: looking,
  nobody: people,
  nobody_approves: people,
  file_kept: looking,
  added_note: ownAct,
  late: urge,
};
