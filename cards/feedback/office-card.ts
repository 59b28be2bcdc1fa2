import type { Feedback, Kind, Priority } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines, section } from '../kit/elements';
import { frame } from '../kit/frame';
import { categoryName, departmentName } from '../kit/names';
import { drawnCase, type View } from './case-frame';
import { answer, background, facts, outcome, quotedWords } from './case-sections';
import { commandForm } from './command-form';
import { footerButtons } from './footer-buttons';
import { attachments, forwardedMessages } from './forwarded-messages';
import { type OfficeRole, officeForms } from './office-forms';
import { situationOf, standing } from './situation';

/** The form of the turn, and the elements before it. */
type Acting = (view: View) => { before?: Element[]; form: Element };

/** The card of a clerk or a manager: a form while it is their turn, afterwards only folded forms. */
function officeCard(
  feedback: Feedback,
  ctx: CardContext,
  { turn, roles }: { turn: 'triage' | 'review'; roles: OfficeRole[] },
  acting: Acting,
): CardJson {
  return drawnCase(feedback, { ctx, audience: 'one_person' }, (view) => {
    const isTurn = feedback.status === turn;
    const lead = isTurn ? ctx.texts.todos[turn](situationOf(feedback, ctx)) : standing(feedback, ctx);
    const { before = [], form } = acting(view);
    const chooses = ctx.org.departments.length > 0 ? [form] : lines([ctx.texts.card.noDepartments], 'alarm');
    return frame(view, [
      ...lines([lead]),
      ...facts(view),
      ...background(view),
      ...forwardedMessages(view),
      ...attachments(view),
      ...(isTurn ? [...before, hr(), ...chooses] : [...answer(view), ...outcome(view), ...officeForms(view, roles)]),
      ...footerButtons(view),
    ]);
  });
}

/** What the rules guessed from which of the customer's words, and what the rep decided otherwise. */
function guesses({ feedback, ctx, texts }: View): Element[] {
  const { kind, category, department, priority, values } = feedback.guessedFrom;
  const guess = (
    field: 'department' | 'category' | 'kind' | 'priority',
    words: string[],
    name: (key: string) => string,
  ) => {
    if (words.length === 0) return null;
    const guessed = values?.[field] ?? null;
    const now = feedback[field] ?? '';
    return texts.card.guess(texts.fields[field], {
      value: guessed === null ? '' : name(guessed),
      words: quotedWords(words, ctx),
      now: guessed === null || guessed === now || now === '' ? '' : name(now),
    });
  };
  return section(
    texts.card.guesses,
    lines([
      guess('department', department, (key) => departmentName(key, ctx)) ??
        (values?.department === null && texts.card.noDepartmentGuessed),
      guess('category', category, (key) => categoryName(key, ctx)),
      guess('kind', kind, (key) => texts.kinds[key as Kind]),
      guess('priority', priority, (key) => texts.priorities[key as Priority]),
    ]),
  );
}

/** A clerk's card: the clerk routes a case that nobody has routed; the department is the rules' guess. */
export function clerkCard(feedback: Feedback, ctx: CardContext): CardJson {
  const { category, priority } = feedback;
  const department = feedback.department ?? feedback.guessedFrom.values?.department ?? '';
  const initial = { department, category, priority };
  const roles: OfficeRole[] = [ctx.org.clerks.length > 0 ? 'clerk' : 'admin'];
  return officeCard(feedback, ctx, { turn: 'triage', roles }, (view) => ({
    before: guesses(view),
    form: commandForm(view, { command: 'route', initial, look: 'primary' }),
  }));
}

/** A manager's card: the manager writes an instruction (批示) before the department starts. */
export function managerCard(feedback: Feedback, ctx: CardContext): CardJson {
  const initial = { department: feedback.department ?? '' };
  return officeCard(feedback, ctx, { turn: 'review', roles: ['manager'] }, (view) => ({
    form: commandForm(view, { command: 'instruct', initial, look: 'primary' }),
  }));
}
