import type { Feedback } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import { button } from '../kit/button';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { frame } from '../kit/frame';
import { departmentName } from '../kit/names';
import { actRow, type MenuAct, menu } from '../kit/parts/acts';
import { type CaseRole, caseActs } from './case-acts';
import { drawnCase, type View } from './case-frame';
import { background, quotedWords } from './case-sections';
import { commandForm } from './command-form';
import { A_ROW, attachments, forwardedNotes } from './forwarded-messages';
import { answerLine, customerWords, factLine, progress } from './short-sections';
import { standing } from './situation';

/** So many departments stand as buttons; the others are in the form that the menu asks for. */
const BUTTONS = 2;

/** The card of a clerk or a manager: what to do on their turn, afterwards what the office may do. */
function officeCard(
  feedback: Feedback,
  ctx: CardContext,
  { turn, roles }: { turn: 'triage' | 'review'; roles: CaseRole[] },
  acting: (view: View) => Element[],
): CardJson {
  return drawnCase(feedback, { ctx, audience: 'one_person' }, (view) => {
    const isTurn = feedback.status === turn;
    const noDepartments = ctx.org.departments.length === 0;
    const acts = noDepartments ? lines([ctx.texts.card.noDepartments], 'alarm') : acting(view);
    return frame(
      view,
      [
        ...(isTurn ? acts : lines([standing(feedback, ctx), answerLine(view)])),
        ...(isTurn ? [] : caseActs(view, roles)),
        ...customerWords(view),
        ...attachments(view, A_ROW),
        ...forwardedNotes(view),
        ...factLine(view),
        ...background(view),
        ...progress(view),
      ],
      isTurn
        ? {}
        : { colour: view.facts.colour === 'blue' && view.facts.pressing === null ? 'wathet' : view.facts.colour },
    );
  });
}

/** The department that the rules make out first, then the company's others. */
function departmentsByGuess({ feedback, ctx }: View): string[] {
  const guessed = feedback.department ?? feedback.guessedFrom.values?.department ?? null;
  const rivals = (feedback.guessedFrom.rivals ?? []).map(({ department }) => department);
  const all = ctx.org.departments.map(({ key }) => key);
  return [...new Set([...(guessed === null ? [] : [guessed]), ...rivals, ...all])].filter((key) => all.includes(key));
}

/** Which department, with the guess and its reason: one tap hands the case over. */
function routing(view: View): Element[] {
  const { feedback, ctx, texts } = view;
  const { id, guessedFrom } = feedback;
  const guessed = feedback.department ?? guessedFrom.values?.department ?? null;
  const keys = departmentsByGuess(view);
  const words = guessed === null ? '' : quotedWords(guessedFrom.department, ctx);
  const name = (key: string) => departmentName(key, ctx);
  const shown = keys.slice(0, BUTTONS).map((key, at) => {
    const isGuess = at === 0 && key === guessed;
    const word = isGuess ? texts.acts.routeTo(name(key)) : name(key);
    const look = isGuess ? ('primary' as const) : guessed === null ? ('choice' as const) : ('default' as const);
    return button({ cmd: 'feedback.route', id, word, look, values: { department: key } });
  });
  const others: MenuAct[] = [
    ...keys.slice(BUTTONS, BUTTONS + 4).map((key) => ({ act: `route_${key}`, word: name(key) })),
    { act: 'route', word: texts.acts.routeWith },
    { act: 'reassign', word: texts.commands.correct },
    { act: 'show', word: texts.acts.whole },
  ];
  return [
    ...lines([texts.card.routeLead(guessed === null ? '' : name(guessed), words)]),
    ...actRow(shown, menu({ cmd: 'feedback.ask', id }, others)),
  ];
}

/** A clerk's card: the clerk routes a case that nobody has routed. */
export function clerkCard(feedback: Feedback, ctx: CardContext): CardJson {
  const roles: CaseRole[] = [ctx.org.clerks.length > 0 ? 'clerk' : 'admin'];
  return officeCard(feedback, ctx, { turn: 'triage', roles }, routing);
}

/** An instruction in one tap, or in the manager's own words, before the department starts. */
function instructing(view: View): Element[] {
  const { feedback, texts } = view;
  const { id, department } = feedback;
  const canned = department === null ? [] : [texts.card.instructions.usual, texts.card.instructions.causeFirst];
  return [
    commandForm(view, { command: 'instruct', look: 'primary', initial: { department: department ?? '' } }),
    ...actRow(
      canned.map(({ word, instruction }) =>
        button({ cmd: 'feedback.instruct', id, word, values: { department, instruction } }),
      ),
    ),
  ];
}

/** A manager's card: the manager writes an instruction (批示) before the department starts. */
export function managerCard(feedback: Feedback, ctx: CardContext): CardJson {
  return officeCard(feedback, ctx, { turn: 'review', roles: ['manager'] }, instructing);
}
