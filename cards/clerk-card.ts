import type { Feedback } from '../src/domain/feedback/model';
import type { CardJson } from '../src/domain/messaging';
import { commandForm } from './command-form';
import type { CardContext } from './context';
import { type Element, lines, section } from './elements';
import { officeCard } from './office-card';
import { oneLine } from './text';
import type { View } from './view';

const MAX_WORD = 20;
const MAX_WORDS = 5;

/** From which of the customer's words the rules guessed what stands in the form. */
function guesses({ feedback, texts }: View): Element[] {
  const { kind, category, department, priority } = feedback.guessedFrom;
  const guess = (field: string, words: string[]) =>
    words.length > 0 &&
    texts.card.guess(field, texts.card.list(words.slice(0, MAX_WORDS).map((word) => oneLine(word, MAX_WORD))));
  return section(
    texts.card.guesses,
    lines([
      guess(texts.fields.department, department),
      guess(texts.fields.category, category),
      guess(texts.fields.kind, kind),
      guess(texts.fields.priority, priority),
    ]),
  );
}

/** A clerk's card: routes what nobody has routed; quiet from then on. */
export function clerkCard(feedback: Feedback, ctx: CardContext): CardJson {
  const { department, category, priority } = feedback;
  const initial = { department: department ?? '', category, priority };
  return officeCard(feedback, ctx, 'triage', (view) => ({
    before: guesses(view),
    form: commandForm(view, 'route', { initial, look: 'primary' }),
  }));
}
