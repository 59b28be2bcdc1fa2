import type { MessageName } from '../../texts/texts';

/**
 * How a notice sounds: a `call` asks its reader to act now, a `turn` says that it is the reader's turn, `news` asks for
 * nothing, `good` is good news, and with an `end` there is nothing more to do.
 */
export type Tone = 'call' | 'turn' | 'news' | 'good' | 'end';

const TONES: Partial<Record<MessageName, Tone>> = {
  answer_amended: 'turn',
  answer_recalled: 'call',
  info_provided: 'turn',
  urged: 'call',
  withdrawn: 'end',
  extension_asked: 'turn',
  extension_refused: 'turn',
  released: 'call',
  moved: 'end',
  closed_rep: 'end',
  released_holder: 'turn',
  answered_holder: 'good',
  transferred_holder: 'end',
  alive: 'good',
  which_record: 'turn',
  priority_raised: 'call',
  undeliverable: 'turn',
  holder_left: 'call',
  rep_left: 'turn',
  assigned_holder: 'turn',
  taken_over_holder: 'end',
  instructed: 'turn',
  moved_holder: 'end',
  urgent: 'call',
  adopted: 'end',
  freed: 'call',
  freed_former: 'turn',
};

/** Reminders and escalations call. */
export function toneOf(message: MessageName): Tone {
  const isChase = message.startsWith('reminder.') || message.startsWith('escalation.');
  return isChase ? 'call' : (TONES[message] ?? 'news');
}

/** In a group these mention the one who must act (design §2, chasing is considerate): nobody else, and no list. */
const MENTIONS = new Set<MessageName>([
  'urged',
  'info_provided',
  'released',
  'priority_raised',
  'holder_left',
  'instructed',
  'freed',
]);

/** Whether the message mentions the one who must act, if a group reads it. */
export const mentions = (message: MessageName): boolean => message.startsWith('reminder.') || MENTIONS.has(message);
