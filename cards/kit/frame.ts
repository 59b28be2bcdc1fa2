import type { CardJson } from '../../src/domain/messaging';
import type { Texts } from '../texts/texts';
import { type Colour, card, type Tag } from './card';
import { fitted, type Room, WHOLE } from './card-size';
import type { CardContext } from './context';
import { type Element, lines } from './elements';
import { mask } from './mask';
import { clean, shorten } from './plain-text';

/** What the frame of a card tells of its record. None of it is typed by a person. */
export interface FrameFacts {
  /** `FB-12`: in the preview, and where a long text is cut. */
  number: string;
  title: string;
  /** The status in words: in the first tag and in the preview. */
  status: string;
  /** The card's colour while the record is on time. */
  colour: Colour;
  /** A priority above the normal one, in words: a red tag; null for none. */
  priority: string | null;
  isOverdue: boolean;
  /** Nobody works on the record any more: neither priority nor lateness is shown. */
  isAtRest: boolean;
}

/** Who sees the card: a group, or a person who may not see contact details, gets them masked. */
export type Audience = 'one_person' | 'group';

/** A record's card while it is drawn. */
export interface RecordView {
  facts: FrameFacts;
  ctx: CardContext;
  texts: Texts;
  room: Room;
  /** Contact details are hidden. */
  masked: boolean;
  /** A typed text, cut to the room and masked for a group. A cut text ends with a hint where to read the rest. */
  typed(text: string): string;
}

/** How a record's card is drawn. */
export interface Drawing {
  ctx: CardContext;
  audience: Audience;
  /** The card shows the whole record: the hints of the other cards lead here. */
  isWhole?: boolean;
}

/** Longer than any text on a card: the rest is neither cleaned nor masked. */
export const MAX_READ = 20_000;

/** Works each text out once, although a card may be drawn several times until it fits. */
function remembered(work: (text: string) => string): (text: string) => string {
  const done = new Map<string, string>();
  return (text) => {
    const known = done.get(text) ?? work(text.slice(0, MAX_READ));
    done.set(text, known);
    return known;
  };
}

/** Draws a record's card small enough for the platform; contact details are masked for a group (design §2). */
export function drawn(
  facts: FrameFacts,
  { ctx, audience, isWhole = false }: Drawing,
  draw: (view: RecordView) => CardJson,
): CardJson {
  const { texts } = ctx;
  const hint = isWhole ? '' : texts.card.fullTextIn(facts.number);
  const masked = audience === 'group';
  const cleaned = remembered(masked ? mask : clean);
  const viewIn = (room: Room): RecordView => ({
    ...{ facts, ctx, texts, room, masked },
    typed: (text) => shorten(cleaned(text), room.chars, hint),
  });
  return fitted((room) => draw(viewIn(room)), isWhole ? WHOLE : undefined);
}

function tagsOf({ status, priority, isOverdue, isAtRest }: FrameFacts, texts: Texts): Tag[] {
  const tags: Tag[] = [{ text: status, colour: 'neutral' }];
  if (priority !== null && !isAtRest) tags.push({ text: priority, colour: 'red' });
  if (isOverdue && !isAtRest) tags.push({ text: texts.card.overdue, colour: 'red' });
  return tags;
}

function framed(
  { facts, texts, masked }: RecordView,
  { colour, tags }: { colour: Colour; tags: Tag[] },
  elements: Element[],
) {
  const { title, number, status } = facts;
  return card({ title, colour, tags, summary: texts.card.summary(number, status), elements, isPrivate: !masked });
}

/** The frame of a record's card: title, tags, colour, and a preview without personal data. */
export function frame(view: RecordView, elements: Element[], colour?: Colour): CardJson {
  const { isOverdue, isAtRest, colour: own } = view.facts;
  const shown = colour ?? (isOverdue && !isAtRest ? 'red' : own);
  return framed(view, { colour: shown, tags: tagsOf(view.facts, view.texts) }, elements);
}

/** A card without a use any more: a few grey lines, no buttons, and no status that would grow old. */
export function quietCard(view: RecordView, words: (string | null)[]): CardJson {
  return framed(view, { colour: 'grey', tags: [] }, lines(words, 'quiet'));
}

/** Replaces a card that was posted anew (the platform takes no updates after 14 days). */
export function retiredCard(facts: FrameFacts, ctx: CardContext): CardJson {
  return drawn(facts, { ctx, audience: 'group' }, (view) => quietCard(view, [ctx.texts.card.retired(facts.number)]));
}
