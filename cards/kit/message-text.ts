import { countOf, speakersIn } from '../../src/domain/merged-forward';
import type { MergedItem } from '../../src/domain/messaging';
import type { Texts } from '../texts/texts';
import type { RecordView } from './frame';
import { timeText } from './names';
import { oneLine } from './plain-text';

const MAX_SPEAKER = 40;
/** An em space: a plain one is taken together with the next. */
const INDENT = '\u2003';

/** Forms whose words alone would not say what they are. */
const MARKED = new Set(
  'location share_chat share_user share_calendar_event calendar general_calendar video_chat todo vote hongbao interactive folder'.split(
    ' ',
  ),
);

/** What stands for a message without words: a sticker, a place, or a kind not known yet. */
export function formName(form: string, { chat }: Texts): string {
  return chat.forms[form] ?? chat.unknownForm;
}

/** A message's words, with what kind of thing it is where they do not say so. */
export function messageText({ form, text }: { form: string; text: string }, texts: Texts): string {
  if (text === '') return formName(form, texts);
  return MARKED.has(form) ? `${formName(form, texts)}${text}` : text;
}

/** What a merged forward holds, a line for each thing said: when, who, what; a bundle in it under a title, set in. */
export function conversationLines(items: MergedItem[], pictures: ReadonlySet<string>, view: RecordView): string[] {
  const { texts, ctx } = view;
  const unnamed = speakersIn(items)
    .filter(({ speaker }) => speaker === '')
    .map(({ by }) => by);
  const nameOf = ({ by, speaker }: MergedItem) =>
    oneLine(speaker, MAX_SPEAKER) || texts.chat.speaker(unnamed.indexOf(by) + 1);
  let day = '';
  /** The date only where it is another one than in the line before. */
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
