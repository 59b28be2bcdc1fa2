import { UNSURE } from '../org/org';
import type { CardCommand } from './commands';
import type { Feedback } from './model';
import { shareable } from './shareable';
import { subjectOf } from './subject';

/** What a command's fields are if nobody says otherwise. */
function asTheRecordHasIt(type: CardCommand, feedback: Feedback): Record<string, string> {
  const { customer, contact, channel, kind, category, department, priority, note, guessedFrom } = feedback;
  switch (type) {
    case 'submit':
    case 'save': {
      const subject = subjectOf(feedback);
      return { subject, customer, contact, channel, kind, category, department: department ?? UNSURE, priority, note };
    }
    case 'route':
      return { department: department ?? guessedFrom.values?.department ?? '' };
    case 'instruct':
      return { department: department ?? '' };
    case 'close':
      return { told_customer: shareable(feedback.answer, [], '') };
    default:
      return {};
  }
}

/**
 * The fields of a command, with what a short card does not ask for as the record has it (design §3.3). A form that shows
 * all fields says so by `whole`: what it leaves empty was emptied.
 */
export function completed(
  type: CardCommand,
  fields: Record<string, string>,
  feedback: Feedback,
): Record<string, string> {
  const given = type === 'close' && fields.reason ? { customer_words: fields.reason, ...fields } : fields;
  return fields.whole === undefined ? { ...asTheRecordHasIt(type, feedback), ...given } : given;
}
