import { type Feedback, isAtRest, numberOf, type Priority, type Status } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import { fitted, type Room, WHOLE } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { type Colour, card, type Element, lines, type Tag } from '../kit/elements';
import { mask } from '../kit/mask';
import { clean, shorten } from '../kit/plain-text';
import type { Texts } from '../texts/texts';

/** A record as one card shows it: how much room there is, and whether the customer's contact details are hidden. */
export interface View {
  feedback: Feedback;
  number: string;
  ctx: CardContext;
  texts: Texts;
  room: Room;
  masked: boolean;
  /** What somebody typed, cut to the room; masked in a group, whoever wrote it. The hint says where the rest can be read. */
  typed(text: string): string;
}

/** Far more than any card shows: what lies beyond need not be cleaned and masked. */
export const MAX_READ = 20_000;

/** A card may be drawn several times until it fits; a long text is gone through once. */
function remembered(work: (text: string) => string): (text: string) => string {
  const done = new Map<string, string>();
  return (text) => {
    const known = done.get(text) ?? work(text.slice(0, MAX_READ));
    done.set(text, known);
    return known;
  };
}

export type Audience = 'one_person' | 'group';

/**
 * Draws a card of a record so that the platform takes it; in a group, contact details are masked (design §2). The whole
 * one is what the others refer to for what they cut.
 */
export function drawn(
  feedback: Feedback,
  ctx: CardContext,
  audience: Audience,
  draw: (view: View) => CardJson,
  { isWhole = false } = {},
): CardJson {
  const number = numberOf(feedback);
  const hint = isWhole ? '' : ctx.texts.card.fullTextIn(number);
  const masked = audience === 'group';
  const cleaned = remembered(clean);
  const hidden = masked ? remembered(mask) : cleaned;
  return fitted(
    (room) =>
      draw({
        feedback,
        number,
        ctx,
        texts: ctx.texts,
        room,
        masked,
        typed: (text) => shorten(hidden(text), room.chars, hint),
      }),
    isWhole ? WHOLE : undefined,
  );
}

const COLOURS: Record<Status, Colour> = {
  draft: 'blue',
  triage: 'wathet',
  review: 'purple',
  assigned: 'orange',
  handling: 'turquoise',
  waiting: 'yellow',
  answered: 'green',
  closed: 'grey',
  withdrawn: 'grey',
  discarded: 'grey',
};

const PRIORITY_COLOURS: Record<Priority, Tag['colour'] | null> = { normal: null, high: 'red', urgent: 'red' };

function tagsOf({ feedback, texts }: View): Tag[] {
  const tags: Tag[] = [{ text: texts.statuses[feedback.status], colour: 'neutral' }];
  const priority = PRIORITY_COLOURS[feedback.priority];
  if (priority && !isAtRest(feedback)) tags.push({ text: texts.priorities[feedback.priority], colour: priority });
  if (feedback.overdue && !isAtRest(feedback)) tags.push({ text: texts.card.overdue, colour: 'red' });
  return tags;
}

/** The frame of every card of a record: number, status, colour, and a summary without personal data. */
export function frame(view: View, elements: Element[], colour?: Colour, tags = tagsOf(view)): CardJson {
  const { feedback, number, texts } = view;
  const isAlarming = feedback.overdue && !isAtRest(feedback);
  return card({
    title: texts.card.title(number),
    colour: colour ?? (isAlarming ? 'red' : COLOURS[feedback.status]),
    tags,
    summary: texts.card.summary(number, texts.statuses[feedback.status]),
    elements,
  });
}

/** A card that has been replaced, or whose case has gone elsewhere: a few grey words, no buttons, no status to go stale. */
export function quietCard(view: View, words: (string | null)[]): CardJson {
  return frame(view, lines(words, 'quiet'), 'grey', []);
}

/** What stands on a card that was posted anew elsewhere (the platform takes no updates after 14 days). */
export function retiredCard(feedback: Feedback, ctx: CardContext): CardJson {
  return drawn(feedback, ctx, 'group', (view) => quietCard(view, [ctx.texts.card.retired(view.number)]));
}
