import type { Feedback, Note } from './model';
import { internalIn, withoutInternal } from './shareable';

/** What a colleague wrote for colleagues only (内部：…). */
export interface InternalRemark {
  by: string | null;
  text: string;
}

/** The texts of a case in which colleagues write to each other, each with its writer. */
function textsOf(feedback: Feedback): [by: string | null, text: string][] {
  const { notes, questions, answer, answeredBy, cause, prevention, extension, transferReason } = feedback;
  return [
    [null, transferReason],
    ...notes.flatMap((note): [string, string][] => (note.recalledAt || note.isAnswer ? [] : [[note.by, note.text]])),
    ...questions.map(({ by, question }): [string, string] => [by, question]),
    [extension?.by ?? null, extension?.reason ?? ''],
    ...[answer, cause, prevention].map((text): [string | null, string] => [answeredBy, text]),
  ];
}

/** All internal remarks of a case. */
export function internalRemarksOf(feedback: Feedback): InternalRemark[] {
  return textsOf(feedback).flatMap(([by, text]) => {
    const remark = internalIn(text);
    return remark === '' ? [] : [{ by, text: remark }];
  });
}

/** A note that said nothing but an internal remark is left out. */
function openNote(note: Note): Note[] {
  const text = withoutInternal(note.text);
  const isEmpty = text === '' && note.text !== '' && (note.attachments ?? []).length === 0;
  const earlier = note.earlier?.map((one) => ({ ...one, text: withoutInternal(one.text) }));
  return isEmpty ? [] : [{ ...note, text, ...(earlier ? { earlier } : {}) }];
}

/** The case as it may stand beside the customer's words, where somebody may copy from: without internal remarks. */
export function withoutRemarks(feedback: Feedback): Feedback {
  const { answer, cause, prevention, transferReason, extension } = feedback;
  return {
    ...feedback,
    answer: withoutInternal(answer),
    cause: withoutInternal(cause),
    prevention: withoutInternal(prevention),
    transferReason: withoutInternal(transferReason),
    extension: extension && { ...extension, reason: withoutInternal(extension.reason) },
    notes: feedback.notes.flatMap(openNote),
    questions: feedback.questions.map((one) => ({ ...one, question: withoutInternal(one.question) })),
  };
}
