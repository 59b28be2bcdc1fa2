import { person } from '../../messaging';
import { departmentSideOf, groupOf } from '../holders';
import type { Attachment, Feedback } from '../model';
import { attachmentsOf, notice, type Of, type Outcome, type PolicyContext } from './shared';

export function note(feedback: Feedback, command: Of<'note'>, { now, actor, org }: PolicyContext): Outcome {
  const byRep = actor.id === feedback.repId && actor.chatId !== groupOf(feedback, org)?.id;
  const written = {
    at: now,
    by: actor.id ?? '',
    from: byRep ? ('rep' as const) : ('department' as const),
    department: byRep ? null : feedback.department,
    text: command.text,
    ...(feedback.cycle > 1 ? { cycle: feedback.cycle } : {}),
  };
  const params = { text: command.text, by: actor.id, department: feedback.department };
  return {
    changes: { notes: [...feedback.notes, written] },
    notices: (next) => {
      if (!byRep) return [notice('progress', person(next.repId), params)];
      const side = next.assignedAt === null ? [] : departmentSideOf(next, org);
      return side.map((to) => notice('rep_note', to, params));
    },
    detail: { text: command.text },
  };
}

export function recall(feedback: Feedback, command: Of<'recall'>, { now }: PolicyContext): Outcome {
  const isDraft = feedback.status === 'draft';
  const sources = isDraft
    ? feedback.sources.filter(({ messageId }) => messageId !== command.messageId)
    : feedback.sources.map((source) =>
        source.messageId === command.messageId ? { ...source, recalledAt: now } : source,
      );
  const changes: Partial<Feedback> = isDraft && sources.length === 0 ? { sources, status: 'discarded' } : { sources };
  return { changes, detail: { messageId: command.messageId } };
}

export function keepAttachment(feedback: Feedback, command: Of<'keep_attachment'>, { org }: PolicyContext): Outcome {
  const settle = (attachment: Attachment): Attachment =>
    attachment.key === command.key
      ? { ...attachment, keptKey: command.keptKey, lost: command.keptKey === null }
      : attachment;
  const kept = attachmentsOf(feedback).find(({ key }) => key === command.key);
  const group = feedback.assignedAt === null ? null : groupOf(feedback, org);
  const goesToGroup = group && kept?.kind === 'file' && command.keptKey !== null;
  return {
    changes: {
      sources: feedback.sources.map((source) => ({ ...source, attachments: source.attachments.map(settle) })),
    },
    ...(goesToGroup ? { notices: () => [{ kind: 'file', to: group, fileKey: command.keptKey as string }] } : {}),
  };
}
