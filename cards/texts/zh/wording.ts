import type { Kind } from '../../../src/domain/feedback/model';

/** `11-27 18:00` as people write a time to a customer: `11月27日 18:00`. */
const spelledOut = (time: string) => time.replace(/^0?(\d+)-0?(\d+) /, '$1月$2日 ');

const CLOSINGS: Partial<Record<Kind, string>> = {
  complaint: '给您带来不便，深表歉意。如还有疑问，请随时联系我。',
  suggestion: '再次感谢您的建议，如还有想法，请随时联系我。',
};

const VERBS: Partial<Record<Kind, string>> = { inquiry: '咨询的', suggestion: '建议的' };

/** The parts come without the mark at their end; each may be empty but the answer. */
export interface WordingParts {
  subject: string;
  answer: string;
  cause: string;
  prevention: string;
}

/** The suggested texts for the customer: what they say is what was found and what is planned, and claims nothing more. */
export const WORDING_ZH = {
  answer: (kind: Kind, { subject, answer, cause, prevention }: WordingParts) =>
    [
      `您好，关于您${VERBS[kind] ?? '反馈的'}${subject ? `“${subject}”` : kind === 'inquiry' ? '问题' : '情况'}，回复如下：${answer}。`,
      cause && `原因是：${cause}。`,
      prevention && `为避免再次发生，我们会：${prevention}。`,
      CLOSINGS[kind] ?? '如还有疑问，请随时联系我。',
    ].join(''),
  interim: (until: string) =>
    `您好，您反馈的问题我们正在处理，预计 ${spelledOut(until)} 前给您最终答复。有进展我会及时告诉您，感谢您的耐心等待。`,
  /** Stands for the name of a colleague. */
  colleague: '工作人员',
};
