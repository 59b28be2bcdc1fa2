import { type Entry, isMessage, type Message, momentOf } from './message';
import { dayKey } from './time-text';

const TOGETHER_MS = 5 * 60_000;

/** An entry with its place in the conversation. */
export interface Placed {
  entry: Entry;
  /** Whether a new day begins, with a heading above the entry. */
  opensDay: boolean;
  /** Whether the same person sent the entry above shortly before, so that name and picture are left out. */
  continues: boolean;
  /** Id of the answered message to quote above; null if the entry above is that message or answers it, too. */
  quotes: string | null;
  /** Whether the entry is in a thread, below the message that opened it. */
  inThread: boolean;
}

const repliedTo = (message: Message) => message.parentId ?? message.rootId;

/** Sorts the entries of a chat by time and gives each its place. */
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
