import type { Kind } from '../src/domain/feedback/model';
import type { Texts } from './texts';
import { CARD_EN } from './texts-en-card';
import { CHAT_EN, MESSAGES_EN } from './texts-en-chat';
import { SETUP_EN } from './texts-en-setup';
import { TIMELINE_EN } from './texts-en-timeline';

const OWNERS = {
  rep: 'the sales rep',
  department: 'a member of the responsible department',
  clerk: 'a marketing clerk',
  manager: 'the manager',
  admin: 'an admin',
};

const OPENINGS: Partial<Record<Kind, string>> = {
  complaint: 'Hello, we have looked into what you told us:',
  inquiry: 'Hello, here is the answer to your question:',
  suggestion: 'Hello, thank you for your suggestion. Our answer:',
};
const CLOSINGS: Partial<Record<Kind, string>> = {
  complaint: 'We are sorry for the trouble. If anything is still open, please let me know.',
  suggestion: 'Thank you again; if you have more ideas, please let me know.',
};

export const EN: Texts = {
  locale: 'en-US',

  statuses: {
    draft: 'Draft',
    triage: 'To be routed',
    review: 'To be reviewed',
    assigned: 'To be claimed',
    handling: 'In progress',
    waiting: 'Information needed',
    answered: 'Customer to be told',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    discarded: 'Discarded',
  },
  kinds: {
    inquiry: 'Inquiry',
    suggestion: 'Suggestion',
    complaint: 'Complaint',
    customer: 'Customer news',
    competitor: 'Competitor news',
    market: 'Market news',
  },
  channels: {
    visit: 'Visit',
    letter: 'Letter',
    phone: 'Phone',
    fax: 'Fax',
    email: 'E-mail',
    wechat: 'WeChat',
    social: 'Social media',
    survey: 'Survey',
    web: 'Website',
    other: 'Other',
  },
  categories: {
    quality: 'Product quality',
    service: 'Service',
    after_sales: 'After-sales',
    price: 'Price',
    delivery: 'Delivery',
    other: 'Other',
  },
  priorities: { normal: 'Normal', high: 'High', urgent: 'Urgent' },
  satisfactions: { satisfied: 'Satisfied', neutral: 'Neutral', unsatisfied: 'Unsatisfied' },

  fields: {
    customer: 'Customer',
    contact: 'Contact',
    channel: 'Channel',
    kind: 'Kind',
    category: 'Category',
    department: 'Department',
    priority: 'Priority',
    note: 'Note',
    instruction: 'Instruction',
    answer: 'Answer',
    cause: 'Cause',
    prevention: 'Prevention',
    question: 'Information needed',
    info: 'Information',
    until: 'Extended to',
    told_customer: 'What the customer is told',
    satisfaction: 'Satisfaction',
    customer_words: "Customer's words",
    goodwill: 'Goodwill',
  },
  reasons: {
    transfer: 'Reason for the transfer',
    release: 'Reason (optional)',
    correct: 'Reason (needed for another department)',
    extend: 'Reason for the extension',
    withdraw: 'Reason (optional)',
    reopen: 'Reason for reopening',
  },
  reason: 'Reason',
  hints: {
    customer: 'Name or company',
    contact: 'Phone, e-mail; partly hidden in the department group',
    note: 'What else the department should know (optional)',
    instruction: 'What is to be done',
    answer: 'What was done, or will be; not told to the customer: what follows "internal:"',
    cause: 'May be told to the customer, except what follows "internal:" (optional)',
    prevention: 'How to avoid it from now on, except what follows "internal:" (optional)',
    question: 'What the customer or the rep should add',
    info: 'What the department asked for',
    told_customer: 'Edit it, then send it to the customer',
    customer_words: 'What the customer said to it (optional)',
    goodwill: 'Compensation or discount, if any (optional)',
  },
  typeHere: 'Type here',
  chooseHere: 'Choose one',
  unsure: 'Not sure, let a clerk decide',

  commands: {
    submit: 'Submit',
    discard: 'Discard',
    route: 'Route',
    instruct: 'Instruct',
    claim: 'Claim',
    release: 'Release',
    answer: 'Send the answer',
    answer_with_reply: 'Use this reply as the answer',
    transfer: 'Transfer',
    request_info: 'Ask for information',
    provide_info: 'Send the information',
    extend: 'Extend',
    interim: 'The customer was told',
    correct: 'Correct',
    urge: 'Urge',
    withdraw: 'Withdraw',
    close: 'Close',
    reopen: 'Reopen',
    bind: 'Bind',
  },
  asides: {
    request_info: 'Something missing? Ask the sales rep',
    extend: 'Not possible in time? Ask for an extension',
    transfer: 'Not yours? Transfer it',
    release: 'Cannot go on? Release it',
    interim: 'Please give the customer an interim reply first, and note it here',
    correct: 'Wrong category, department or priority? Correct it',
    close: 'Customer told? Close it',
    withdraw: 'No longer needed? Withdraw it',
    reopen: 'Not solved for the customer? Reopen it',
  },
  confirms: {
    discard: {
      title: 'Discard this draft?',
      text: "Nothing more will be done. Forward the customer's message again to start over.",
    },
    withdraw: { title: 'Withdraw this feedback?', text: 'The department will stop working on it.' },
  },

  done: {
    submit: (number) => `${number} submitted`,
    discard: (number) => `${number} discarded`,
    route: (number) => `${number} routed`,
    instruct: (number) => `Instruction given for ${number}`,
    claim: (number) => `You have claimed ${number}`,
    release: (number) => `${number} is free to claim again`,
    answer_with_reply: (number) => `The sales rep now has the answer to ${number}`,
    answer: (number) => `The sales rep now has the answer to ${number}`,
    transfer: (number) => `${number} transferred`,
    request_info: (number) => `The sales rep was asked about ${number}`,
    provide_info: (number) => `The department now has the information for ${number}`,
    extend: (number) => `Extension of ${number} noted, the sales rep was told`,
    interim: (number) => `Interim reply to ${number} noted`,
    correct: (number) => `${number} corrected`,
    urge: (number) => `${number} urged`,
    withdraw: (number) => `${number} withdrawn`,
    close: (number) => `${number} closed, thank you`,
    reopen: (number) => `${number} reopened`,
  },
  bound: (chat, department) => `${chat ? `"${chat}"` : 'This group'} is now the group of ${department}`,
  deeds: {
    submit: 'submitted it',
    discard: 'discarded it',
    route: 'routed it',
    instruct: 'gave an instruction',
    claim: 'claimed it',
    release: 'released it',
    answer: 'sent the answer',
    answer_with_reply: 'sent the answer',
    correct: 'corrected it',
    transfer: 'transferred it',
    request_info: 'asked for information',
    provide_info: 'sent the information',
    withdraw: 'withdrew it',
    close: 'closed it',
    reopen: 'reopened it',
  },
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
    unknown_department: () => 'There is no such department. Please choose again.',
    unknown_category: () => 'There is no such category. Please choose again.',
    department_without_group: ({ department }) =>
      `${department || 'That department'} has no group yet. Choose another one, or ask an admin to bind its group.`,
    same_department: () => 'It is with that department already. Please choose another one.',
    urged_recently: ({ nextAt }) => `It was urged just now. Try again ${nextAt ? `after ${nextAt}` : 'later'}.`,
    until_not_later: ({ due }) => `The new time must be after ${due || 'the present one'}.`,
    nothing_changed: () => 'Nothing has been changed yet. Change something, then send it.',
    nobody_to_route: () => 'No clerk is set up to route it. Please choose the department yourself.',
    card_unknown: () => 'This card is no longer valid. Please use the latest one.',
    field_faults: ({ faults }) => `${faults.join('; ')}.`,
    empty_draft: () => "Nothing of the customer's is left in this draft. Please forward the message again.",
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

  card: CARD_EN,

  wording: {
    answer: (kind, { answer, cause, prevention }) =>
      [
        `${OPENINGS[kind] ?? 'Hello, here is our answer:'} ${answer}.`,
        cause && `The cause: ${cause}.`,
        prevention && `To keep it from happening again: ${prevention}.`,
        CLOSINGS[kind] ?? 'If anything is still open, please let me know.',
      ]
        .filter(Boolean)
        .join(' '),
    interim: (until) =>
      `Hello, we are working on what you told us and expect to have the final answer before ${until}. I will keep you posted. Thank you for your patience.`,
    colleague: 'our team',
  },

  situations: {
    draft: () => 'Check it, then submit.',
    triage: () => 'A clerk is to choose the department.',
    review: () => 'The manager is to give an instruction.',
    assigned: ({ department }) => `With ${department}, to be claimed.`,
    handling: ({ holder }) => `${holder} is working on it.`,
    waiting: () => 'The sales rep was asked for more information.',
    answered: () => 'Answered. The sales rep is to tell the customer.',
    closed: () => 'The customer has been told. Closed.',
    withdrawn: () => 'Withdrawn by the sales rep. Nothing more to do.',
    discarded: () => 'The draft was discarded and never submitted.',
  },
  todos: {
    draft: () => 'Please check, complete and submit it.',
    triage: () => 'Please complete it and choose the department.',
    review: () => 'Please give your instruction.',
    assigned: () => 'Please claim it.',
    handling: () => 'Please send the answer.',
    waiting: ({ department }) => `${department} needs more information. Please add it.`,
    answered: () => 'Please tell the customer, note the reaction, then close it.',
    closed: () => '',
    withdrawn: () => '',
    discarded: () => '',
  },
  holders: {
    clerks: 'Clerks',
    managers: 'Manager',
    nobody: 'Nobody',
    inDepartment: (name, department) => `${name} (${department})`,
  },

  ...MESSAGES_EN,
  timeline: TIMELINE_EN,
  sheet: {
    name: (month) => `Customer feedback ${month}`,
    number: 'Number',
    status: 'Status',
    submittedAt: 'Submitted',
    dueAt: 'Answer due',
    answeredAt: 'Answered by department',
    closedAt: 'Archived',
  },

  list: {
    titles: {
      mine: () => 'What I have submitted',
      todo: () => 'What waits for me',
      overdue: () => 'What is overdue',
      search: (words) => `Search: "${words}"`,
    },
    more: 'There are more: "search words" narrows it down.',
  },
  setup: SETUP_EN,
  chat: CHAT_EN,
};
