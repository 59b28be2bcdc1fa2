import type { Texts } from '../texts';
import { CLOCK_MESSAGES_EN } from './clock';

const customer = (name: string) => `Customer: ${name}`;
const dueLine = (due: string) => (due ? `Answer due: ${due}` : '');

export const MESSAGES_EN: Pick<Texts, 'messages' | 'undeliverable' | 'digest'> = {
  messages: {
    ...CLOCK_MESSAGES_EN,
    answered: (f) => ({
      title: `${f.number} has an answer`,
      lines: [
        customer(f.customer),
        `Answer: ${f.text}`,
        f.due ? `Please tell the customer before ${f.due}, then close it on the card.` : f.todo,
      ],
    }),
    question: (f) => ({
      title: `${f.number} needs information from you`,
      lines: [
        customer(f.customer),
        `${f.department}: ${f.text}`,
        'Please add it on the card. The time to answer the customer stays the same.',
        dueLine(f.due),
      ],
    }),
    progress: (f) => ({
      title: `${f.number}: progress`,
      lines: [customer(f.customer), `${f.by} (${f.department}): ${f.text}`],
    }),
    rep_note: (f) => ({
      title: `${f.number}: a note from the sales rep`,
      lines: [customer(f.customer), `${f.by}: ${f.text}`],
    }),
    originals: (f) => ({
      title: `${f.number}: the customer's own messages`,
      lines: ['Some of it does not fit on the card; the messages themselves follow here.'],
    }),
    info_provided: (f) => ({
      title: `${f.number}: information added`,
      lines: [customer(f.customer), `Information: ${f.text}`, 'Please carry on.', dueLine(f.due)],
    }),
    urged: (f) => ({
      title: `${f.number}: please hurry`,
      lines: [
        `${f.by} is asking for a quick answer; the customer is waiting.`,
        customer(f.customer),
        f.todo,
        dueLine(f.due),
      ],
    }),
    withdrawn: (f) => ({
      title: `${f.number} withdrawn`,
      lines: [
        customer(f.customer),
        'The sales rep has withdrawn it. There is nothing more to do.',
        f.text ? `Reason: ${f.text}` : '',
      ],
    }),
    extended: (f) => ({
      title: `${f.number} extended to ${f.until}`,
      lines: [
        customer(f.customer),
        `${f.department} asked for it. Reason: ${f.text}`,
        f.due
          ? `The sales rep still owes the customer an interim reply, due ${f.due}.`
          : 'Please give the customer an interim reply first.',
      ],
    }),
    reopened: (f) => ({
      title: `${f.number} reopened`,
      lines: [customer(f.customer), f.text ? `Reason: ${f.text}` : '', f.todo, dueLine(f.due)],
    }),
    released: (f) => ({
      title: `${f.number} is free to claim again`,
      lines: [
        customer(f.customer),
        `${f.by} has released it. Please claim it if you can take over.`,
        f.text ? `Reason: ${f.text}` : '',
        dueLine(f.due),
      ],
    }),
    moved: (f) => ({
      title: `${f.number} was moved`,
      lines: [
        customer(f.customer),
        `${f.by} has moved it to ${f.department}. Nothing more to do here.`,
        f.text ? `Reason: ${f.text}` : '',
      ],
    }),
    moved_rep: (f) => ({
      title: `${f.number} was moved`,
      lines: [
        customer(f.customer),
        `${f.by} has moved it to ${f.department}. You will get its answer.`,
        f.text ? `Reason: ${f.text}` : '',
        dueLine(f.due),
      ],
    }),
    priority_raised: (f) => ({
      title: `${f.number}: priority is now ${f.text}`,
      lines: [customer(f.customer), `Changed by ${f.by}. Please take it first.`, dueLine(f.due)],
    }),
    undeliverable: (f) => ({
      title: `${f.number}: a message was not delivered`,
      lines: [
        `To: ${f.to}`,
        `Reason: ${f.text}`,
        "Please check the department's group and the people who belong to it.",
      ],
    }),
    holder_left: (f) => ({
      title: `${f.number} is free to be claimed`,
      lines: [
        customer(f.customer),
        `${f.by} had claimed it and cannot be reached any more. Please claim it; all that is known is on the card.`,
        dueLine(f.due),
      ],
    }),
    rep_left: (f) => ({
      title: `${f.number} is yours now`,
      lines: [
        customer(f.customer),
        `${f.by} cannot be reached any more; please answer this customer.`,
        f.text,
        dueLine(f.due),
      ],
    }),
    moved_holder: (f) => ({
      title: `${f.number} was moved`,
      lines: [
        customer(f.customer),
        `Departments have changed. It is now with ${f.holder}, notes included; there is nothing more for you to do.`,
      ],
    }),
    'reminder.unclaimed': (f) => ({
      title: `${f.number} has not been claimed`,
      lines: [
        customer(f.customer),
        `With ${f.department} since ${f.assignedAt}, and nobody has claimed it.`,
        'This reminder stops when somebody taps "Claim" on the card.',
        dueLine(f.due),
      ],
    }),
    'reminder.before': (f) => ({
      title: `${f.number} is due soon`,
      lines: [
        customer(f.customer),
        `The customer is to be answered before ${f.due}. Now "${f.status}", with ${f.holder}.`,
        `${f.todo} After that, this reminder no longer comes to you.`,
      ],
    }),
    'reminder.due': (f) => ({
      title: `${f.number} is due`,
      lines: [
        customer(f.customer),
        `The answer was due ${f.due}. Now "${f.status}", with ${f.holder}.`,
        `${f.todo} After that, this reminder no longer comes to you.`,
      ],
    }),
    'reminder.overdue': (f) => ({
      title: `${f.number} is overdue`,
      lines: [
        customer(f.customer),
        `The customer should have been answered before ${f.due}. Now "${f.status}", with ${f.holder}.`,
        `${f.todo} After that, this reminder no longer comes to you.`,
      ],
    }),
    'escalation.due': (f) => ({
      title: `${f.number} is due and needs attention`,
      lines: [
        customer(f.customer),
        `The answer was due ${f.due}, and the customer has none yet.`,
        `Now "${f.status}", with ${f.holder}.`,
        'This reminder stops when the customer has been answered.',
      ],
    }),
    'escalation.overdue': (f) => ({
      title: `${f.number} is overdue and needs attention`,
      lines: [
        customer(f.customer),
        `The customer should have been answered before ${f.due}, and has no answer yet.`,
        `Now "${f.status}", with ${f.holder}.`,
        'This reminder stops when the customer has been answered.',
      ],
    }),
  },
  undeliverable: {
    feishu_person_left: "the person has left, or is outside the bot's availability range",
    feishu_group_lost: 'the group was dissolved, or the bot was removed from it',
    feishu_target_gone: 'the group is gone, the bot was removed from it, or the person has left',
    feishu_not_allowed: 'the bot may not write to them',
    feishu_content_refused: 'the platform refused the content',
    feishu_card_rejected: 'the platform refused the card',
  },
  digest: {
    title: (date) => `Customer feedback, ${date}`,
    summary: (date) => `Customer feedback, ${date}`,
    newYesterday: 'New yesterday',
    closedYesterday: 'Closed yesterday',
    onTimeRate: 'On time',
    open: 'Open',
    overdue: 'Overdue',
    department: 'Department',
    dueToday: 'Due today',
    overdueCases: 'Overdue',
    byDepartment: 'By department',
    unrouted: 'Not routed',
    counted: (title, count) => `${title} (${count})`,
    nothingDue: 'Nothing is overdue or due today.',
    caseLine: (number, who, holder, status, due) => `${due} ${number} ${who} | ${holder} | ${status}`,
  },
};

export const CHAT_EN: Texts['chat'] = {
  help: {
    title: 'What I can do',
    lines: [
      "Forward me a customer's message, check the card and submit it. The department gets it, and you get its answer.",
      'You can also send me:',
      'mine: what you have submitted or claimed',
      'todo: what is waiting for you',
      'overdue: what is overdue',
      '#12: one case',
      'search words: find by customer, phone number or what was written',
      "digest: today's summary",
      'export 2026-11: a spreadsheet of that month',
      'setup: departments, people and times (admins only)',
    ],
  },
  welcome: {
    title: 'Hello, I take care of customer feedback',
    lines: [
      "Please forward your customers' messages to me: text, pictures, files, chat histories.",
      'I make a card of them. Once you have checked and submitted it, the department gets it, and you get its answer.',
      'Send "help" to see what else I can do.',
    ],
  },
  groupHint:
    "In a group, tap a card's buttons or reply to it. To submit feedback, forward the customer's message to me directly.",
  nothingFound: 'There is no such case. Please check the number.',
  notForYou: 'Only the people working on it, clerks and managers can see that.',
  stillWorking: 'Received. The card will change in a moment.',
  botName: 'Customer feedback',
  notAMonth: 'Please name a month, such as "export 2026-11".',
  emptyMonth: (month) => `There is no feedback from ${month} that you can see.`,
  hints: {
    search_hint:
      'What should I look for? For example "search leak". Customers, phone numbers and what was written all count.',
    show_hint: 'Which one? Please send its number, for example "#12".',
    direct_only: "In a group I only show that department's feedback. Please ask me for the rest in our direct chat.",
  },
  wordMeant: (word) => `Answered as "${word}".`,
  takenIn: 'Recorded as feedback. Please check the draft card and submit it.',
  messageGone: 'That message cannot be found any more. Please forward it again.',
  unheard: (to, why) => `A message to ${to} could not be delivered: ${why}.`,
  intakeFailed: 'I could not record that message. Please forward it again in a moment.',
  maskedByRules:
    "Your company's data rules let no full contact details through. Please ask the sales rep if you need them.",
  cardRefused: 'The card cannot be shown right now. This is what it says:',
  forms: {
    image: '[picture]',
    file: '[file]',
    folder: '[folder]',
    audio: '[voice message]',
    media: '[video]',
    sticker: '[sticker]',
    post: '[rich text]',
    merge_forward: '[chat history]',
    share_chat: '[group card]',
    share_user: '[contact card]',
    location: '[location]',
    interactive: '[card]',
    share_calendar_event: '[event]',
    calendar: '[event]',
    general_calendar: '[event]',
    video_chat: '[video meeting]',
    todo: '[task]',
    vote: '[poll]',
    hongbao: '[red packet]',
  },
  unknownForm: '[a message that cannot be read yet]',
  period: (from, to) => (from && to ? ` (${from} to ${to})` : to ? ` (by ${to})` : from ? ` (from ${from})` : ''),
  speaker: (place) => `Speaker ${place}`,
};
