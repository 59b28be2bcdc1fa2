import { type Entry, isMessage, type Message, momentOf } from './message';
import { dayKey } from './time-text';

const TOGETHER_MS = 5 * 60_000;

/** An entry with what stands around it. */
export interface Placed {
  entry: Entry;
  /** A new day begins: its heading stands above. */
  opensDay: boolean;
  /** Said by the same one soon after the entry above, so that name and picture need not stand there again. */
  continues: boolean;
  /** What it answers, to be quoted above it; null where the entry above answers the same or is that very message. */
  quotes: string | null;
  /** Stands in a thread, below the message that opened it. */
  inThread: boolean;
}

const repliedTo = (message: Message) => message.parentId ?? message.rootId;

/** The entries of a chat in order of time, each with its place. */
export function flowOf(entries: readonly Entry[]): Placed[] {
  const ordered = [...entries].sort((one, other) => momentOf(one) - momentOf(other));
  return ordered.map((entry, index) => {
    const before = ordered[index - 1];
    const opensDay = !before || dayKey(momentOf(before)) !== dayKey(momentOf(entry));
    if (!isMessage(entry)) return { entry, opensDay, continues: false, quotes: null, inThread: false };
    const above = before && isMessage(before) && !opensDay ? before : undefined;
    const answered = repliedTo(entry);
    const follows = above !== undefined && (above.id === answered || repliedTo(above) === answered);
    return {
      entry,
      opensDay,
      continues: above !== undefined && goesOn(above, entry),
      quotes: answered !== null && !follows ? answered : null,
      inThread: answered !== null,
    };
  });
}

function goesOn(above: Message, message: Message): boolean {
  return (
    above.sender.id === message.sender.id &&
    !above.recalled &&
    !message.recalled &&
    repliedTo(above) === repliedTo(message) &&
    message.createdAt - above.createdAt < TOGETHER_MS
  );
}
