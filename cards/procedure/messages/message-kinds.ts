import { currentStage } from '../../../src/domain/procedure/record';
import type { Texts } from '../../texts/texts';
import { endedWell, isReturned, type View } from '../record-frame';

/** What decides which message a reader gets. */
export type Situation = Pick<View, 'record' | 'reader' | 'ask' | 'texts'>;

/** The name of a message in the texts. */
export type ProcedureMessageName = keyof Texts['procedure']['messages'];

/**
 * How a message sounds: a `call` asks its reader to act now, a `turn` says that it is the reader's turn, `news` asks for
 * nothing, `good` is good news, and with an `end` there is nothing more to do.
 */
export type Tone = 'call' | 'turn' | 'news' | 'good' | 'end';

export const TONES: Record<ProcedureMessageName, Tone> = {
  your_turn: 'turn',
  reminder: 'call',
  escalation: 'call',
  urged: 'call',
  approved: 'good',
  rejected: 'end',
  voided: 'end',
  closed: 'good',
  returned: 'call',
  question: 'call',
  replied: 'turn',
  extension: 'news',
  extension_asked: 'turn',
  extension_refused: 'news',
  handed_over: 'turn',
  handed_over_told: 'news',
  stand_in: 'news',
  nobody: 'call',
  nobody_approves: 'call',
  file_kept: 'good',
  added_note: 'news',
  late: 'call',
};

const isName = (name: string, { procedure }: Texts): name is ProcedureMessageName =>
  Object.hasOwn(procedure.messages, name);

/** How the record came out: a verdict may come while the record goes on. */
function resultOf({ record }: Situation): ProcedureMessageName {
  if (record.isOpen) return record.deeds.findLast(({ verdict }) => verdict === 'reject') ? 'rejected' : 'approved';
  if (endedWell(record)) return 'closed';
  return record.stage === 'void' ? 'voided' : 'rejected';
}

/** Names of notices that are worded by how the record stands with the reader. */
const BY_STATE: Record<string, (situation: Situation) => ProcedureMessageName> = {
  result: resultOf,
  reminder: ({ ask }) => (ask ? 'reminder' : 'escalation'),
  extension: ({ record, reader }) =>
    reader !== null && record.extension?.waitsFor === reader.id ? 'extension_asked' : 'extension',
  note: () => 'added_note',
  handed_over: ({ ask }) => (ask ? 'handed_over' : 'handed_over_told'),
  nobody: ({ record }) => (currentStage(record)?.kind === 'approve' ? 'nobody_approves' : 'nobody'),
};

/** The message of a notice for its reader; null for an unknown name. */
export function messageNameOf(name: string, situation: Situation): ProcedureMessageName | null {
  const byState = Object.hasOwn(BY_STATE, name) ? BY_STATE[name] : undefined;
  if (byState) return byState(situation);
  return isName(name, situation.texts) ? name : null;
}

const hasAsk = ({ ask }: Situation): boolean => ask !== null;
const isOpen = ({ record }: Situation): boolean => record.isOpen;

/** Whether what the message asks for is still to be done. A message without an entry asks for nothing. */
const WANTED: Partial<Record<ProcedureMessageName, (situation: Situation) => boolean>> = {
  your_turn: hasAsk,
  reminder: hasAsk,
  urged: hasAsk,
  handed_over: hasAsk,
  escalation: isOpen,
  late: ({ record }) => currentStage(record)?.kind === 'approve',
  returned: ({ record, ask }) => ask !== null && isReturned(record),
  question: ({ ask }) => ask?.kind === 'reply',
  extension_asked: isOpen,
  nobody: ({ record }) => record.isOpen && record.asked.length === 0,
  nobody_approves: ({ record }) => record.isOpen && record.asked.length === 0,
};

/** Whether the message is still true: one that asks for something done already must not be sent. */
export const isWanted = (message: ProcedureMessageName, situation: Situation): boolean =>
  WANTED[message]?.(situation) ?? true;

/** Whether the message ever asks its reader for something: it turns grey once that is done. */
export const asksForSomething = (message: ProcedureMessageName): boolean => WANTED[message] !== undefined;
