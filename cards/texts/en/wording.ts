import type { Kind } from '../../../src/domain/feedback/model';
import type { WORDING_ZH } from '../zh/wording';

const OPENINGS: Partial<Record<Kind, string>> = {
  complaint: 'Hello, we have looked into the problem you reported:',
  inquiry: 'Hello, here is the answer to your question:',
  suggestion: 'Hello, thank you for your suggestion. Our answer:',
};
const CLOSINGS: Partial<Record<Kind, string>> = {
  complaint: 'We are sorry for the trouble. If you have any further questions, please let me know.',
  suggestion: 'Thank you again; if you have more ideas, please let me know.',
};

/** {@link WORDING_ZH} in English. */
export const WORDING_EN: typeof WORDING_ZH = {
  answer: (kind, { answer, cause, prevention }) =>
    [
      `${OPENINGS[kind] ?? 'Hello, here is our answer:'} ${answer}.`,
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
