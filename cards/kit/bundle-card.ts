import type { CardJson, Recipient } from '../../src/domain/messaging';
import type { Instant } from '../../src/domain/time';
import { button, type Confirm } from './button';
import { card } from './card';
import { fitted, type Room } from './card-size';
import type { CardContext } from './context';
import { type Element, hr, lines, ownWords } from './elements';
import { type ListRow, listRow } from './list-row';
import { actRow } from './parts/acts';
import { deadlineShort } from './time-left';

/** One tap for all records of a bundle that have it. */
export interface TogetherAct {
  cmd: string;
  /** The word on the button, for so many records. */
  word(count: number): string;
  confirm?: Confirm;
}

/** One record in a bundle of due records: a workflow writes the texts, the kit draws them. */
export interface BundleLine extends ListRow {
  /** The deadline that the reminder is about; null if there is none. */
  dueAt: Instant | null;
  /** Nothing is to be done any more: the record does not count. */
  isSettled: boolean;
  /** The reader is to act; false if the reader is only told that others are. */
  isReadersTurn: boolean;
  isUrgent: boolean;
  /** In a group: the one who must act, by open_id; null for nobody. */
  mention: string | null;
  /** What a tap on the whole bundle does; null for nothing. */
  together: TogetherAct | null;
}

/** The person hears no more today of what others have to do. */
const MUTE_TODAY = 'feedback.mute_today';

/** How many records are listed: enough for a morning, few enough for a phone. */
const MAX_ROWS = 6;
const shownIn = (room: Room): number => Math.min(MAX_ROWS, room.items);

const rank = ({ isSettled, isReadersTurn, isUrgent }: BundleLine): number =>
  (isSettled ? 4 : 0) + (isReadersTurn ? 0 : 2) + (isUrgent ? 0 : 1);

/** What waits for the reader, then what is urgent, then what is overdue longest or due soonest. */
const sorted = (bundle: BundleLine[]): BundleLine[] =>
  [...bundle].sort((a, b) => rank(a) - rank(b) || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));

const earliestOf = (open: BundleLine[]): Instant | null => {
  const known = open.map(({ dueAt }) => dueAt).filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
};

function titleOf(to: Recipient, open: BundleLine[], ctx: CardContext): string {
  const { bundleForGroup, bundleForHolder, bundleForSuperior, bundleLate } = ctx.texts.clock;
  if (to.type === 'chat') return bundleForGroup(open.length);
  if (open.some(({ isReadersTurn }) => isReadersTurn)) return bundleForHolder(open.length);
  const late = open.filter(({ dueAt }) => dueAt !== null && dueAt <= ctx.now);
  if (late.length === 0 || late.length < open.length) return bundleForSuperior(open.length);
  return bundleLate(late.length, deadlineShort(earliestOf(late), ctx));
}

/** In a group the one who must act is mentioned, never a list of people. */
function mentioned(to: Recipient, open: BundleLine[], { texts }: CardContext): Element[] {
  const people = new Set(open.map(({ mention }) => mention).filter((id) => id !== null));
  const [who, ...others] = people;
  if (to.type === 'person' || who === undefined || others.length > 0) return [];
  return [ownWords(`<at id=${who}></at> ${texts.clock.bundleAsk}`)];
}

/** One tap for several records, and for a superior a way to hear no more today. */
function togetherActs(to: Recipient, open: BundleLine[], { texts }: CardContext): Element[] {
  const byCmd = new Map<string, { act: TogetherAct; count: number }>();
  for (const { together } of open) {
    if (together) byCmd.set(together.cmd, { act: together, count: (byCmd.get(together.cmd)?.count ?? 0) + 1 });
  }
  const several = [...byCmd.values()].filter(({ count }) => count > 1);
  const buttons = several.map(({ act: { cmd, word, confirm }, count }) =>
    button({ cmd, id: 0, word: word(count), confirm }),
  );
  const isSuperior = to.type === 'person' && open.length > 0 && open.every(({ isReadersTurn }) => !isReadersTurn);
  const mute = isSuperior ? [button({ cmd: MUTE_TODAY, id: 0, word: texts.acts.mute })] : [];
  const acts = actRow([...buttons, ...mute]);
  return acts.length === 0 ? [] : [hr(), ...acts];
}

/** The due records of one person or group as one message, the most urgent first. */
export function bundleCard(to: Recipient, bundle: BundleLine[], ctx: CardContext): CardJson {
  const { clock } = ctx.texts;
  const rows = sorted(bundle);
  const open = rows.filter(({ isSettled }) => !isSettled);
  const title = titleOf(to, open, ctx);
  const due = earliestOf(open);
  const isLate = due !== null && due <= ctx.now;
  const urgent = open.filter(({ isUrgent }) => isUrgent).length;
  const isAlarm = isLate || urgent > 0;
  const tag = urgent === 0 ? '' : clock.bundleUrgent(urgent);
  return fitted((room) => {
    const shown = rows.slice(0, shownIn(room));
    const hidden = rows.length - shown.length;
    return card({
      title,
      subtitle: due === null || isLate ? '' : clock.bundleEarliest(deadlineShort(due, ctx)),
      colour: open.length === 0 ? 'grey' : isAlarm ? 'red' : 'orange',
      icon: isAlarm && open.length > 0 ? 'alarm' : 'reminder',
      tags: tag === '' ? [] : [{ text: tag, colour: 'red' }],
      summary: tag === '' ? title : `${title}${ctx.texts.card.comma}${tag}`,
      elements: [
        ...mentioned(to, open, ctx),
        ...shown.flatMap((line, i) => [...(i > 0 ? [hr()] : []), listRow(line)]),
        ...lines([hidden > 0 && clock.bundleMore(hidden)], 'quiet'),
        ...togetherActs(to, open, ctx),
      ],
    });
  });
}
