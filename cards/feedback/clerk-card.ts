import type { Feedback, Kind, Priority } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { type Element, lines, section } from '../kit/elements';
import { categoryName, departmentName } from '../kit/names';
import { oneLine } from '../kit/plain-text';
import type { View } from './case-frame';
import { commandForm } from './command-form';
import { officeCard } from './office-card';
import type { Desk } from './office-forms';

const MAX_WORD = 20;
const MAX_WORDS = 5;

/** From which of the customer's words the rules guessed what, and where the rep decided otherwise. */
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
      words: texts.card.list(words.slice(0, MAX_WORDS).map((word) => oneLine(word, MAX_WORD))),
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

/** A clerk's card: routes what nobody has routed; what the rep was not sure of, the rules may have guessed. */
export function clerkCard(feedback: Feedback, ctx: CardContext): CardJson {
  const { category, priority } = feedback;
  const department = feedback.department ?? feedback.guessedFrom.values?.department ?? '';
  const initial = { department, category, priority };
  const desks: Desk[] = [ctx.org.clerks.length > 0 ? 'clerk' : 'admin'];
  return officeCard(feedback, ctx, { turn: 'triage', desks }, (view) => ({
    before: guesses(view),
    form: commandForm(view, 'route', { initial, look: 'primary' }),
  }));
}
