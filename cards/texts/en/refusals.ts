import type { REFUSALS_ZH } from '../zh/refusals';

const OWNERS = {
  rep: 'the sales rep',
  department: 'a member of the responsible department',
  holder: 'whoever claimed it',
  lead: 'the lead of the department',
  clerk: 'a marketing clerk',
  manager: 'the manager',
  admin: 'an admin',
};

/** {@link REFUSALS_ZH} in English. */
export const REFUSALS_EN: typeof REFUSALS_ZH = {
  refusals: {
    no_longer_applies: ({ by, at, deed, status }) =>
      deed && by && at
        ? `${by} ${deed} on ${at}. It is now "${status}".`
        : `Things have changed. It is now "${status}".`,
    not_yours: ({ who, names, department }) => {
      const owner =
        who === 'department' && department ? `members of the ${department} group` : who ? OWNERS[who] : 'someone else';
      return `This is for ${owner}${names ? ` (${names})` : ''} to do.`;
    },
    not_noted: ({ names, department }) =>
      `Your reply was not recorded${department ? `: the case is with ${department} now` : ''}. Please tell the sales rep${names ? ` (${names})` : ''}.`,
    unknown_department: () => 'There is no such department. Please choose again.',
    unknown_category: () => 'There is no such category. Please choose again.',
    department_without_group: ({ department }) =>
      `${department || 'That department'} has no group yet. Choose another one, or ask an admin to bind its group.`,
    same_department: () => 'It is with that department already. Please choose another one.',
    urged_recently: ({ nextAt }) =>
      `A nudge has just been sent. You can send another ${nextAt ? `after ${nextAt}` : 'later'}.`,
    until_not_later: ({ due }) => `The new time must be after ${due || 'the present one'}.`,
    until_too_late: () => 'The new time must lie within a year. Please choose an earlier one.',
    unknown_assignee: () => 'Please choose a colleague of the department from the list.',
    nothing_changed: () => 'You have not changed anything yet.',
    nobody_to_route: () => 'No clerk is set up to route it. Please choose the department yourself.',
    card_unknown: () => 'This card is no longer valid. Please use the latest one.',
    field_faults: ({ faults }) => `${faults.join('; ')}.`,
    too_late_to_undo: () => 'Too late to undo: that works for ten minutes. Please add a word of correction instead.',
    nothing_to_split: () => 'That message is the first of the draft, or no longer in it. Please choose another one.',
    no_contact: () => 'No contact details were given. Please ask the sales rep.',
    empty_answer: () => 'Nothing follows "Answer:", so nothing was submitted. Please write the answer behind it.',
    empty_draft: () => 'There is nothing from the customer left in this draft. Please forward the message again.',
    busy: () => 'Somebody else is changing it right now. Please try again in a moment.',
    duplicate: () => 'That has already been received.',
  },
  refused: 'That did not work. Please look at the latest card, or try again later.',
  faults: {
    missing: (field) => `"${field}" is missing`,
    not_a_choice: (field) => `"${field}" must be chosen from the list`,
    not_a_time: (field) => `"${field}" is not a time`,
    too_long: (field) => `"${field}" is too long`,
  },
};
