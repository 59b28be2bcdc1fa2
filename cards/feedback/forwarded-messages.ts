import {
  attachmentsOf,
  attachmentsOfDepartment,
  isPassedOn,
  PICTURES_ON_CARD,
} from '../../src/domain/feedback/attachments';
import type { Attachment, Source } from '../../src/domain/feedback/model';
import { countOf } from '../../src/domain/merged-forward';
import { columns, type Element, image, lines } from '../kit/elements';
import { MAX_READ } from '../kit/frame';
import { conversationLines, messageText } from '../kit/message-text';
import { timeText } from '../kit/names';
import { cut, oneLine } from '../kit/plain-text';
import type { View } from './case-frame';

const MAX_NAME = 200;
/** Short enough that the mark behind the text is never cut off. */
const MAX_RECALLED = 200;
const MAX_EARLIER = 200;
const PICTURES_PER_ROW = 3;

function sourceLines(source: Source, view: View): string[] {
  const { texts, masked, ctx } = view;
  const { recalledAt, inside = [], leftOut = 0, earlier = [], attachments } = source;
  if (recalledAt !== null) {
    const words = inside.length > 0 ? texts.card.conversation(countOf(inside)) : source.text;
    return [texts.card.recalled(masked ? '' : cut(words, MAX_RECALLED))];
  }
  if (inside.length > 0) {
    const pictures = new Set(attachments.filter(({ kind }) => kind === 'image').map(({ key }) => key));
    return [
      texts.card.conversation(countOf(inside)),
      ...conversationLines(inside, pictures, view),
      ...(leftOut > 0 ? [texts.card.leftOut(leftOut)] : []),
    ];
  }
  const last = earlier.at(-1);
  const edited = last ? [texts.card.edited(timeText(last.until, ctx), cut(last.text, MAX_EARLIER)).trim()] : [];
  return [messageText(source, texts), ...edited];
}

/** A picture or file without a text has no line: it stands among the attachments. */
const isSaid = ({ text, recalledAt, attachments, inside = [] }: Source): boolean =>
  text !== '' || recalledAt !== null || attachments.length === 0 || inside.length > 0;

/**
 * What the customer wrote, message by message. An edited message stands with its former text; a recalled one is marked,
 * and in a group its text is hidden.
 */
export function forwardedText(view: View): string {
  const words: string[] = [];
  let length = 0;
  for (const source of view.feedback.sources.filter(isSaid)) {
    // No card shows more.
    if (length > MAX_READ) break;
    const said = sourceLines(source, view);
    length += said.reduce((sum, line) => sum + line.length, 0);
    words.push(...said);
  }
  return words.join('\n');
}

/** What the words of a case do not hold: messages that cannot be read, and originals that follow in the group. */
export function forwardedNotes({ feedback, texts, masked }: View): Element[] {
  const standing = feedback.sources.filter(({ recalledAt }) => recalledAt === null);
  const isUnread = standing.some(({ raw }) => raw !== undefined);
  return lines(
    [
      isUnread && feedback.status === 'draft' && texts.card.unread,
      masked && standing.some(isPassedOn) && texts.card.passedOn,
    ],
    'quiet',
  );
}

function pictures(view: View, kept: Attachment[], most: number): Element[] {
  const shown = kept.slice(0, view.room.items >= 10 ? most : PICTURES_ON_CARD);
  const rows: Element[] = [];
  for (let start = 0; start < shown.length; start += PICTURES_PER_ROW) {
    const row = shown.slice(start, start + PICTURES_PER_ROW);
    const cells = row.map(({ keptKey }) => [image(keptKey ?? '', view.texts.card.picture)]);
    while (cells.length < PICTURES_PER_ROW) cells.push([]);
    rows.push(columns(cells));
  }
  return rows;
}

/** `0:12` */
function lengthOf({ durationMs }: Attachment): string {
  if (durationMs === undefined) return '';
  const seconds = Math.max(1, Math.round(durationMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function fileLine(file: Attachment, { texts, typed }: View): string {
  const { keptKey, lost, why } = file;
  const length = lengthOf(file);
  const name = texts.card.fileName(oneLine(typed(file.name), MAX_NAME), length);
  if (lost) return why === 'too_large' ? texts.card.fileTooLarge(name) : texts.card.fileLost(name);
  return keptKey ? texts.card.file(name) : texts.card.filePending(name);
}

/** How the department gets attachments that are not on the record; null if all are. */
function missing({ feedback, masked, texts }: View): string | null {
  const lossy = feedback.sources.filter(
    ({ recalledAt, attachments }) => recalledAt === null && attachments.some(({ lost }) => lost),
  );
  if (lossy.length === 0) return null;
  const isPassedOnWhole = lossy.every(isPassedOn);
  if (masked) return isPassedOnWhole ? null : texts.card.askRep;
  return isPassedOnWhole ? texts.card.willBePassedOn : texts.card.sendAgain;
}

/** One row of pictures and a few files, for a reader who has them elsewhere in full. */
export const A_ROW = { pictures: PICTURES_PER_ROW, files: 2 };

/** Thumbnails of some pictures, a line for some files, and how many there are besides, are not kept yet, or are lost. */
export function attachments(
  view: View,
  { pictures: most, files: mostFiles }: typeof A_ROW = { pictures: PICTURES_ON_CARD, files: view.room.items },
): Element[] {
  const { feedback, texts } = view;
  const all = attachmentsOf(feedback);
  const images = all.filter(({ kind }) => kind === 'image');
  const files = all.filter(({ kind }) => kind === 'file');
  const lost = images.filter(({ lost }) => lost);
  const kept = images.filter(({ lost, keptKey }) => !lost && keptKey);
  const pending = images.length - lost.length - kept.length;
  const rows = pictures(view, kept, most);
  const unshown = kept.length - rows.length * PICTURES_PER_ROW;
  const { more, picturesLost, picturesMore, picturesPending } = texts.card;
  return [
    ...rows,
    ...lines(
      [
        unshown > 0 && picturesMore(unshown),
        pending > 0 && picturesPending(pending),
        lost.length > 0 && picturesLost(lost.length),
        ...files.slice(0, mostFiles).map((file) => fileLine(file, view)),
        files.length > mostFiles && more(files.length - mostFiles),
        missing(view),
      ],
      'quiet',
    ),
  ];
}

/** What the department photographed, for the rep to see and pass on. Files reach the rep as messages. */
export function departmentPictures(view: View): Element[] {
  const images = attachmentsOfDepartment(view.feedback).filter(({ kind }) => kind === 'image');
  const kept = images.filter(({ lost, keptKey }) => !lost && keptKey);
  const lost = images.filter((image) => image.lost).length;
  return [
    ...pictures(view, kept, PICTURES_ON_CARD),
    ...lines([lost > 0 && view.texts.card.picturesLost(lost)], 'quiet'),
  ];
}
