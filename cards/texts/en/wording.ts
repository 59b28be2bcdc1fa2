import type { Kind } from '../../../src/domain/feedback/model';
import type { WORDING_ZH } from '../zh/wording';

const ABOUT: Partial<Record<Kind, string>> = { inquiry: 'your question', suggestion: 'your suggestion' };

const CLOSINGS: Partial<Record<Kind, string>> = {
  complaint: 'We are sorry for the trouble. If you have any further questions, please let me know.',
  suggestion: 'Thank you again; if you have more ideas, please let me know.',
};

/** {@link WORDING_ZH} in English. */
export const WORDING_EN: typeof WORDING_ZH = {
  answer: (kind, { subject, answer, cause, prevention }) =>
    [
      `Hello, about ${ABOUT[kind] ?? 'what you reported'}${subject ? ` ("${subject}")` : ''}: ${answer}.`,
      cause && `Cause: ${cause}.`,
      prevention && `To keep it from happening again: ${prevention}.`,
      CLOSINGS[kind] ?? 'If you have any further questions, please let me know.',
    ]
      .filter(Boolean)
      .join(' '),
  interim: (until) =>
    `Hello, we are working on your case and expect to have a final answer for you before ${until}. I will keep you posted. Thank you for your patience.`,
  colleague: 'our team',
};
