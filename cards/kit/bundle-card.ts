import type { CardJson, Recipient } from '../../src/domain/messaging';
import type { Instant } from '../../src/domain/time';
import { card } from './card';
import { fitted, type Room } from './card-size';
import type { CardContext } from './context';
import { type Element, hr, lines } from './elements';

/** One record in a bundle of due records: a workflow writes the texts, the kit draws them. */
export interface BundleLine {
  /** Number and subject: `FB-12 Acme`. */
  head: string;
  /** Why the record is in the bundle. */
  why: string;
  /** Status, holder and deadline. */
  facts: string;
  /** What the reader can do at once; empty if the record asks nothing. */
  acts: Element[];
  /** The deadline that the reminder is about; the earliest stands first. */
  dueAt: Instant | null;
  /** Nothing is to be done any more: the record does not count. */
  isSettled: boolean;
  /** The reader is to act; false if the reader is only told that others are. */
  isReadersTurn: boolean;
  /** The deadline has come. */
  isLate: boolean;
}

/** How many records are listed: enough for a morning, few enough for a phone. */
const shownIn = (room: Room): number => room.items * 3;

function titleOf(to: Recipient, open: BundleLine[], { texts }: CardContext): string {
  const { bundleForGroup, bundleForHolder, bundleForSuperior } = texts.clock;
  if (to.type === 'chat') return bundleForGroup(open.length);
  return (open.some(({ isReadersTurn }) => isReadersTurn) ? bundleForHolder : bundleForSuperior)(open.length);
}

const elementsOf = ({ head, why, facts, acts }: BundleLine): Element[] => [...lines([head, why, facts]), ...acts];

/** The due records of one person or group as one message, the most urgent first. */
export function bundleCard(to: Recipient, bundle: BundleLine[], ctx: CardContext): CardJson {
  const { clock, card: words } = ctx.texts;
  const sorted = [...bundle].sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
  const open = sorted.filter(({ isSettled }) => !isSettled);
  const title = titleOf(to, open, ctx);
  const isLate = open.some((line) => line.isLate);
  return fitted((room) => {
    const shown = sorted.slice(0, shownIn(room));
    const hidden = sorted.length - shown.length;
    return card({
      title,
      colour: open.length === 0 ? 'grey' : isLate ? 'red' : 'orange',
      summary: title,
      elements: [
        ...shown.flatMap((line, i) => [...(i > 0 ? [hr()] : []), ...elementsOf(line)]),
        ...lines([hidden > 0 && words.more(hidden)]),
        ...lines([clock.bundleEnds], 'quiet'),
      ],
    });
  });
}
