import type { CardJson, Recipient } from '../../src/domain/messaging';
import { fitted, type Room } from './card-size';
import type { CardContext } from './context';
import { card, type Element, hr, lines } from './elements';

/** One record's line in a message about several records. */
export interface BundleLine {
  /** Which record it is. */
  head: string;
  /** Why it is listed. */
  why: string;
  /** Its status, who has it, and until when. */
  facts: string;
  /** What the reader can do at once. */
  acts: Element[];
  dueAt: number | null;
  /** False if what the line asks for is done. */
  isOpen: boolean;
  /** The reader holds the record, and is no superior. */
  isReminder: boolean;
  isLate: boolean;
}

/** Enough for a morning, few enough for a phone. */
const shownIn = (room: Room): number => room.items * 3;

/** One person's (or group's) due records as one message, the most urgent first; contact details are masked. */
export function bundleCard(to: Recipient, bundled: BundleLine[], ctx: CardContext): CardJson {
  const { clock, card: words } = ctx.texts;
  const sorted = [...bundled].sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
  const open = sorted.filter(({ isOpen }) => isOpen);
  const isTheirs = open.some(({ isReminder }) => isReminder);
  const titleOf =
    to.type === 'chat' ? clock.bundleForGroup : isTheirs ? clock.bundleForHolder : clock.bundleForSuperior;
  const title = titleOf(open.length);
  return fitted((room) => {
    const shown = sorted.slice(0, shownIn(room));
    const hidden = sorted.length - shown.length;
    return card({
      title,
      colour: open.length === 0 ? 'grey' : open.some(({ isLate }) => isLate) ? 'red' : 'orange',
      summary: title,
      elements: [
        ...shown.flatMap((line, i) => [...(i > 0 ? [hr()] : []), ...elementsOf(line)]),
        ...lines([hidden > 0 && words.more(hidden)]),
        ...lines([clock.bundleEnds], 'quiet'),
      ],
    });
  });
}

const elementsOf = ({ head, why, facts, acts }: BundleLine): Element[] => [...lines([head, why, facts]), ...acts];
