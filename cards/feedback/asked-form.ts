import { commandOf } from '../../src/domain/feedback/acts';
import { departmentDeadlineOf } from '../../src/domain/feedback/clock/deadline';
import type { CardCommand } from '../../src/domain/feedback/commands';
import type { Feedback } from '../../src/domain/feedback/model';
import { subjectOf } from '../../src/domain/feedback/subject';
import type { CardJson } from '../../src/domain/messaging';
import { UNSURE } from '../../src/domain/org/org';
import { DAY, longTime } from '../../src/domain/time';
import { button } from '../kit/button';
import { CANCEL } from '../kit/callback';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { type Audience, frame } from '../kit/frame';
import { timeText } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { drawnCase, type View } from './case-frame';
import { commandForm, type FormPlan } from './command-form';
import { suggestedWording } from './customer-wording';
import { editForm } from './draft-card';
import { standing } from './situation';
import { unsatisfiedForm } from './unsatisfied-form';

/** A form that somebody asked for (design §3.3, short cards). */
export interface FormAsked {
  act: string;
  /** What the person has filled in already. */
  fields: Record<string, string>;
  /** A person who may not see the contact details gets a card like a group's: masked. */
  audience: Audience;
}

/** What the fields of a command hold at first. */
function initialOf(command: CardCommand, view: View): Record<string, string> {
  const { feedback, ctx } = view;
  const { category, department, priority, extension } = feedback;
  switch (command) {
    case 'correct':
      return { category, department: department ?? '', priority };
    case 'route':
      return { category, department: department ?? feedback.guessedFrom.values?.department ?? '', priority };
    case 'extend':
      return { until: longTime((departmentDeadlineOf(feedback) ?? ctx.now) + DAY, ctx.timeZone) };
    case 'instruct':
      return { department: department ?? '' };
    case 'close':
      return { told_customer: suggestedWording(view.feedback, view.ctx) };
    case 'interim':
      return { told_customer: ctx.texts.wording.interim(timeText(extension?.until ?? null, ctx)) };
    case 'reopen':
      return { reason: feedback.customerWords };
    case 'set_priority':
      return { priority };
    default:
      return {};
  }
}

function planOf(command: CardCommand, view: View, fields: Record<string, string>): FormPlan {
  const { ctx, feedback, texts } = view;
  const hasRouters = ctx.org.clerks.length > 0 || ctx.org.admins.length > 0;
  const plan: FormPlan = { command, look: 'primary', initial: { ...initialOf(command, view), ...fields } };
  if (command === 'answer') plan.only = ['answer'];
  // Once the department works on the case, an instruction does not move it.
  if (command === 'instruct' && feedback.status !== 'review') plan.only = ['instruction'];
  if (command === 'transfer') plan.departments = { except: feedback.department, unsure: hasRouters };
  return command === 'withdraw' ? { ...plan, confirm: texts.confirms.withdraw } : plan;
}

function formFor(act: string, view: View, fields: Record<string, string>): Element[] | null {
  if (act === 'edit') return view.feedback.status === 'draft' ? editForm(view) : null;
  if (act === 'close_unsatisfied') return unsatisfiedForm(view, fields);
  const command = commandOf(act);
  return command && [commandForm(view, planOf(command, view, fields))];
}

/** The one form that an act needs, on a card of its own; beside it stands only the way out. Null for an unknown act. */
export function askedFormCard(
  feedback: Feedback,
  { act, fields, audience }: FormAsked,
  ctx: CardContext,
): CardJson | null {
  const { asked, card } = ctx.texts;
  if (act !== 'edit' && act !== 'close_unsatisfied' && commandOf(act) === null) return null;
  return drawnCase(feedback, { ctx, audience }, (view) => {
    const { id } = feedback;
    const form = formFor(act, view, fields) ?? [];
    const lead = asked.leads[act] ?? '';
    const note = asked.notes[act] ?? '';
    return frame(
      view,
      [
        ...lines([lead]),
        ...form,
        ...actRow([button({ cmd: CANCEL, id, word: asked.cancel })]),
        ...lines([note], 'quiet'),
      ],
      { when: asked.when[act] ?? card.onlyYou },
    );
  });
}

/** A form in a message of its own, once it was sent or is not wanted: how the case stands now. */
export function usedFormCard(feedback: Feedback, audience: Audience, ctx: CardContext): CardJson {
  return drawnCase(feedback, { ctx, audience }, (view) =>
    frame(view, [
      ...lines([standing(feedback, ctx)]),
      ...actRow([button({ cmd: 'feedback.show', id: feedback.id, word: ctx.texts.list.view, look: 'text' })]),
    ]),
  );
}

/** What the draft's form holds at first. */
export function draftFields(feedback: Feedback): Record<string, string> {
  const { customer, contact, channel, kind, category, department, priority, note } = feedback;
  const subject = subjectOf(feedback);
  return { subject, customer, contact, channel, kind, category, department: department ?? UNSURE, priority, note };
}
