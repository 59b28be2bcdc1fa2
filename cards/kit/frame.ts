import type { CardJson } from '../../src/domain/messaging';
import { cutToWidth } from '../../src/domain/text/width';
import type { Texts } from '../texts/texts';
import { type Colour, card, type Icon, type Tag } from './card';
import { fitted, type Room, WHOLE } from './card-size';
import type { CardContext } from './context';
import { type Element, lines } from './elements';
import { mask } from './mask';
import { clean, oneLine, shorten } from './plain-text';

/** What the frame of a card tells of its record. */
export interface FrameFacts {
  /** `FB-12`: under the title, in the preview, and where a long text is cut. */
  number: string;
  /** Whom the record concerns, and what it is about, as people typed it; either may be empty. */
  customer: string;
  subject: string;
  /** How much time is left, or when it ended; empty for none. */
  when: string;
  /** The status in words: in a tag and in the preview. */
  status: string;
  statusColour: Tag['colour'];
  icon: Icon;
  /** The card's colour while nothing presses. */
  colour: Colour;
  priority: 'normal' | 'high' | 'urgent';
  /** The deadline has come, or comes soon. */
  pressing: 'late' | 'soon' | null;
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
  /**
   * A typed text, masked for a group and cut to the room, or to `max` code points if that is less. A cut text ends with a
   * hint where to read the rest.
   */
  typed(text: string, max?: number): string;
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
    typed: (text, max = room.chars) => shorten(cleaned(text), Math.min(room.chars, max), hint),
  });
  return fitted((room) => draw(viewIn(room)), isWhole ? WHOLE : undefined);
}

/** A name and a subject are recognised by their beginning: so many Chinese characters, or twice as many Latin ones. */
const MAX_CUSTOMER = 10;
const MAX_READ_OF_NAME = 40;
const MAX_SUBJECT = 40;

/** `客户 · 事由` in one line, without the customer's name for a notification on a locked screen. */
function titleOf({ facts, texts, masked }: RecordView): { title: string; matter: string } {
  const shown = (typed: string, max: number) => oneLine(masked ? mask(typed) : typed, max);
  const customer = cutToWidth(shown(facts.customer, MAX_READ_OF_NAME), MAX_CUSTOMER);
  const subject = shown(facts.subject, MAX_SUBJECT);
  const isUrgent = facts.priority === 'urgent' && !facts.isAtRest;
  return {
    title: texts.card.title({ customer, subject, isUrgent }),
    matter: texts.card.title({ customer: '', subject: previewed(facts) || facts.number, isUrgent }),
  };
}

/** What is markup in the one text of a card that is no `plain_text`. */
const MARKS = /[<>&[\]()!*_~`|:#]/g;

/** The subject for a locked screen: without the customer's name, numbers to call, and anything a client might interpret. */
function previewed({ customer, subject }: FrameFacts): string {
  const named = customer === '' ? subject : subject.replaceAll(customer, '');
  return oneLine(mask(named).replace(MARKS, ' '), MAX_SUBJECT);
}

function tagsOf({ status, statusColour, priority, isAtRest }: FrameFacts, texts: Texts): Tag[] {
  const tags: Tag[] = [{ text: status, colour: statusColour }];
  if (priority === 'high' && !isAtRest) tags.unshift({ text: texts.priorities.high, colour: 'orange' });
  return tags;
}

/** The colour says how much it presses, before all else. */
function colourOf({ priority, pressing, isAtRest, colour }: FrameFacts): Colour {
  if (isAtRest) return 'grey';
  if (priority === 'urgent' || pressing === 'late') return 'red';
  return pressing === 'soon' ? 'orange' : colour;
}

/** What a card looks like above its elements, if not as its record says. */
export interface Look {
  colour?: Colour;
  icon?: Icon;
  /** In place of the time left. */
  when?: string;
  tags?: Tag[];
  /** In place of the status and the subject in the preview. */
  summary?: string;
  /** Begins the preview in place of number and status: what a message says. */
  said?: string;
}

/** The frame of a record's card: subject, number, time left, tags, colour, and a preview without personal data. */
export function frame(view: RecordView, elements: Element[], look: Look = {}): CardJson {
  const { facts, texts } = view;
  const { title, matter } = titleOf(view);
  const isAlarm = !facts.isAtRest && (facts.priority === 'urgent' || facts.pressing === 'late');
  return card({
    title,
    subtitle: texts.card.subtitle(facts.number, look.when ?? facts.when),
    colour: look.colour ?? colourOf(facts),
    icon: look.icon ?? (isAlarm ? 'alarm' : facts.icon),
    tags: look.tags ?? tagsOf(facts, texts),
    summary:
      look.summary ??
      (look.said === undefined
        ? texts.card.summary({ number: facts.number, status: facts.status, matter })
        : texts.card.noticeSummary(look.said, matter)),
    elements,
    isPrivate: true,
  });
}

/** A card without a use any more: a few grey lines, at most a way to the newer card, and no status that would grow old. */
export function quietCard(view: RecordView, words: (string | null)[], way: Element[] = []): CardJson {
  const calm = { ...view, facts: { ...view.facts, priority: 'normal' as const } };
  const look = { colour: 'grey' as const, icon: 'void' as const, when: '', tags: [], summary: view.facts.number };
  return frame(calm, [...lines(words, 'quiet'), ...way], look);
}

/** Replaces a card that was posted anew (the platform takes no updates after 14 days); `way` leads to the new one. */
export function retiredCard(facts: FrameFacts, ctx: CardContext, way: Element[]): CardJson {
  return drawn(facts, { ctx, audience: 'group' }, (view) =>
    quietCard(view, [ctx.texts.card.retired(facts.number)], way),
  );
}
