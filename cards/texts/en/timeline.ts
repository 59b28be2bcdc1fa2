import type { TIMELINE_ZH } from '../zh/timeline';

const quoted = (deed: string, text: string) => (text ? `${deed}: ${text}` : deed);

/** {@link TIMELINE_ZH} in English. */
export const TIMELINE_EN: typeof TIMELINE_ZH = {
  program: 'System',
  line: (deed, status) => (status ? `${deed} → ${status}` : deed),
  rungs: {
    unclaimed: 'not claimed',
    before: 'due soon',
    due: 'due now',
    overdue: 'overdue',
    silent: 'still on it?',
    silent_lead: 'nothing heard since the claim',
    draft: 'draft not submitted',
    draft_left: 'draft still not submitted',
    interim_before: 'interim reply due soon',
    interim_due: 'interim reply due',
    interim_overdue: 'interim reply overdue',
  },
  deeds: {
    draft: () => 'forwarded what the customer wrote: a draft',
    add_message: () => 'forwarded another message',
    refill: () => 'filled the draft in again from the new messages',
    submit: ({ department }) => (department ? `submitted to ${department}` : 'submitted'),
    discard: () => 'discarded the draft',
    adopt: () => 'took the draft over',
    route: ({ department }) => `routed to ${department}`,
    instruct: ({ department }) => `gave an instruction to ${department}`,
    claim: () => 'claimed',
    release: ({ text }) => quoted('released it', text),
    answer: () => 'answered',
    answer_with_reply: () => 'answered with a reply',
    amend_answer: ({ text }) => quoted('corrected the answer', text),
    transfer: ({ department, text }) =>
      quoted(department ? `transferred to ${department}` : 'back to the clerks', text),
    request_info: ({ text }) => quoted('asked the rep', text),
    provide_info: ({ text }) => quoted('gave information', text),
    extend: ({ text }) => quoted('asked for more time', text),
    interim: ({ text }) => quoted('gave the customer an interim reply', text),
    correct: ({ text }) => quoted('corrected category, department or priority', text),
    urge: () => 'sent a nudge',
    withdraw: ({ text }) => quoted('withdrew', text),
    close: ({ text }) => quoted('told the customer and closed it', text),
    reopen: ({ text }) => quoted('reopened', text),
    note: ({ text }) => quoted('reported progress', text),
    recall: () => 'recalled a message',
    edit: () => 'edited a message',
    forward_refused: () => 'could not pass a message on to the group',
    keep_attachment: () => 'kept an attachment',
    unassign: () => 'whoever had claimed it cannot be reached; free to be claimed',
    move_department: ({ department }) =>
      department
        ? `moved to ${department} with a change of departments`
        : 'back to the clerks with a change of departments',
    take_over: () => 'the rep cannot be reached; somebody else takes over',
    skip_review: () => 'no manager left to instruct; passed on',
    postpone: () => 'moved the reminder',
    remind: ({ rung }) => quoted('sent a reminder', rung),
    still_working: () => 'said to be still on it',
    reveal_contact: () => 'looked at the contact details',
    look: () => 'looked at the whole case, contact details included',
  },
};
