import { countOf, speakersIn } from '../../src/domain/merged-forward';
import type { MergedItem } from '../../src/domain/messaging';
import type { Texts } from '../texts/texts';
import type { RecordView } from './frame';
import { timeText } from './names';
import { oneLine } from './plain-text';

const MAX_SPEAKER = 40;
/** An em space: clients draw several plain spaces as one. */
const INDENT = '\u2003';

/** Forms of messages that need a name in front of their text, such as a location or a vote. */
const MARKED = new Set(
  'location share_chat share_user share_calendar_event calendar general_calendar video_chat todo vote hongbao interactive folder'.split(
    ' ',
  ),
);

/** Names a message without a text: a sticker, a place, or a form that the program does not know. */
export function formName(form: string, { chat }: Texts): string {
  return chat.forms[form] ?? chat.unknownForm;
}

/** A message's text; its form stands before the text if the text does not tell it. */
export function messageText({ form, text }: { form: string; text: string }, texts: Texts): string {
  if (text === '') return formName(form, texts);
  return MARKED.has(form) ? `${formName(form, texts)}${text}` : text;
}

/** The items of a merged forward, one a line: when, who, what. The items of a nested one are indented under a title. */
export function conversationLines(items: MergedItem[], pictures: ReadonlySet<string>, view: RecordView): string[] {
  const { texts, ctx } = view;
  const unnamed = speakersIn(items)
    .filter(({ speaker }) => speaker === '')
    .map(({ by }) => by);
  const nameOf = ({ by, speaker }: MergedItem) =>
    oneLine(speaker, MAX_SPEAKER) || texts.chat.speaker(unnamed.indexOf(by) + 1);
  let day = '';
  /** With the date only if it differs from the line before. */
  const timeOf = (at: number): string => {
    const [date = '', time = ''] = timeText(at, ctx).split(' ');
    const isSameDay = date === day;
    day = date;
    return isSameDay ? time : `${date} ${time}`;
  };
  const lineOf = (item: MergedItem, indent: string): string[] => {
    const { inside = [], attachments, at } = item;
    const head = `${indent}${timeOf(at)} ${nameOf(item)}`;
    if (inside.length > 0) {
      const title = texts.card.labelled(head, texts.card.conversation(countOf(inside)));
      return [title, ...inside.flatMap((each) => lineOf(each, indent + INDENT))];
    }
    const shown = attachments.filter((key) => pictures.has(key)).map(() => texts.chat.forms.image);
    const besides = item.text === '' ? '' : shown.join('');
    return [texts.card.labelled(head, `${messageText(item, texts)}${besides}`)];
  };
  return items.flatMap((item) => lineOf(item, ''));
}
