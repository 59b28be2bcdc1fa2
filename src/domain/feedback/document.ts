import { documentField } from '../document/field';
import type {
  DocumentField,
  DocumentModel,
  DocumentNames,
  DocumentSection,
  DocumentSignature,
} from '../document/model';
import { DOCUMENT_WORDS, type DocumentLocale } from '../document/words';
import { type Instant, longTime } from '../time';
import { deadlineOf } from './clock/deadline';
import {
  type Channel,
  type Feedback,
  type Kind,
  numberOf,
  type Priority,
  type Satisfaction,
  type Status,
} from './model';
import { notRecalled, textOf } from './source-text';
import { subjectOf } from './subject';

type FieldName =
  | ('subject' | 'customer' | 'contact' | 'channel' | 'kind' | 'category' | 'department' | 'priority' | 'note')
  | ('instruction' | 'answer' | 'cause' | 'prevention')
  | ('told_customer' | 'satisfaction' | 'customer_words' | 'goodwill');

/** The words of the cards about a case: the texts of the bot have this shape. */
export interface FeedbackWords {
  fields: Readonly<Record<FieldName, string>>;
  statuses: Readonly<Record<Status, string>>;
  kinds: Readonly<Record<Kind, string>>;
  channels: Readonly<Record<Channel, string>>;
  priorities: Readonly<Record<Priority, string>>;
  satisfactions: Readonly<Record<Satisfaction, string>>;
  card: Readonly<Record<'rep' | 'words' | 'attachments' | 'claimedBy' | 'picture', string>>;
  sheet: Readonly<Record<'submittedAt' | 'dueAt' | 'answeredAt' | 'closedAt', string>>;
}

export interface FeedbackDocumentOptions {
  timeZone: string;
  locale: DocumentLocale;
  /** Oldest first. */
  timeline: { at: Instant; who: string; what: string }[];
  texts: FeedbackWords;
  categoryOf(key: string): string;
  /** Hides contact details from whoever may not see them; the text as it is for whoever may. */
  hide(text: string): string;
  /** The same for the field of contact details. */
  hideContact(text: string): string;
  printedAt: Instant;
  /** The open_id of the person for whom it is printed. */
  printedBy: string;
  /** Printed at the head; empty for none. */
  company: string;
}

const OWN_WORDS = {
  zh: {
    title: '客户信息反馈表',
    sections: { customer: '客户信息', words: '反馈内容', handling: '处理情况', reply: '回复客户' },
    steps: { submit: '登记', instruct: '批示', answer: '处理', close: '回复客户并归档' },
  },
  en: {
    title: 'Customer feedback form',
    sections: { customer: 'Customer', words: 'Feedback', handling: 'Handling', reply: 'Reply to the customer' },
    steps: { submit: 'Recorded', instruct: 'Instructed', answer: 'Handled', close: 'Replied and archived' },
  },
} satisfies Record<DocumentLocale, object>;

/** A case as the form 客户信息反馈表. Contact details are on it as far as `hide` and `hideContact` leave them. */
export function feedbackDocument(
  feedback: Feedback,
  names: DocumentNames,
  options: FeedbackDocumentOptions,
): DocumentModel {
  const { locale, timeZone, texts } = options;
  const words = DOCUMENT_WORDS[locale];
  const fields = fieldsOf(feedback, names, options);
  const sections = sectionsOf(fields, OWN_WORDS[locale].sections);
  return {
    locale,
    words,
    company: options.company,
    title: OWN_WORDS[locale].title,
    number: numberOf(feedback),
    edition: '',
    version: '',
    state: texts.statuses[feedback.status],
    sections,
    signatures: signaturesOf(feedback, names, options),
    timeline: options.timeline.map(({ at, who, what }) => ({
      at: longTime(at, timeZone),
      who,
      what: options.hide(what),
    })),
    printed: {
      at: longTime(options.printedAt, timeZone),
      by: names.nameOf(options.printedBy),
      recordVersion: words.recordVersion(feedback.version),
    },
    fields: Object.fromEntries(Object.values(fields).flatMap((group) => group.map((field) => [field.key, field]))),
    tables: {},
  };
}

type Fields = Record<keyof (typeof OWN_WORDS)['zh']['sections'], DocumentField[]>;

function fieldsOf(feedback: Feedback, names: DocumentNames, options: FeedbackDocumentOptions): Fields {
  const { texts, timeZone, hide, hideContact, categoryOf } = options;
  const labels = texts.fields;
  const moment = (at: Instant | null) => (at === null ? '' : longTime(at, timeZone));
  const person = (id: string | null) => (id === null ? '' : names.nameOf(id));
  const typed = (key: FieldName, text: string) => documentField(key, labels[key], hide(text), true);
  const chosen = (key: FieldName, text: string) => documentField(key, labels[key], text);
  const { department, satisfaction } = feedback;
  return {
    customer: [
      documentField('customer', labels.customer, hide(feedback.customer)),
      documentField('contact', labels.contact, hideContact(feedback.contact)),
      chosen('channel', texts.channels[feedback.channel]),
      chosen('kind', texts.kinds[feedback.kind]),
      chosen('category', categoryOf(feedback.category)),
      chosen('priority', texts.priorities[feedback.priority]),
      documentField('rep', texts.card.rep, person(feedback.repId)),
      documentField('submitted_at', texts.sheet.submittedAt, moment(feedback.submittedAt)),
    ],
    words: [
      typed('subject', subjectOf(feedback)),
      documentField('words', texts.card.words, hide(textOf(feedback)), true),
      documentField('attachments', texts.card.attachments, hide(attachmentsOf(feedback, texts.card.picture)), true),
      typed('note', feedback.note),
    ],
    handling: [
      chosen('department', department === null ? '' : names.departmentOf(department)),
      documentField('claimed_by', texts.card.claimedBy, person(feedback.claimedBy)),
      documentField('due_at', texts.sheet.dueAt, moment(deadlineOf(feedback))),
      documentField('answered_at', texts.sheet.answeredAt, moment(feedback.answeredAt)),
      typed('instruction', feedback.instruction),
      typed('answer', feedback.answer),
      typed('cause', feedback.cause),
      typed('prevention', feedback.prevention),
    ],
    reply: [
      typed('told_customer', feedback.toldCustomer),
      chosen('satisfaction', satisfaction === null ? '' : texts.satisfactions[satisfaction]),
      documentField('closed_at', texts.sheet.closedAt, moment(feedback.closedAt)),
      typed('customer_words', feedback.customerWords),
      typed('goodwill', feedback.goodwill),
    ],
  };
}

function sectionsOf(fields: Fields, titles: Record<keyof Fields, string>): DocumentSection[] {
  const keys: (keyof Fields)[] = ['customer', 'words', 'handling', 'reply'];
  return keys.map((key) => ({ title: titles[key], parts: [{ kind: 'fields', fields: fields[key] }] }));
}

/** The names of the attachments of all messages that were not recalled; pictures have none of their own. */
function attachmentsOf({ sources }: Feedback, picture: string): string {
  const attachments = notRecalled(sources).flatMap((source) => source.attachments);
  return attachments.map(({ name, kind }) => (kind === 'image' ? picture : name)).join('\n');
}

function signaturesOf(feedback: Feedback, names: DocumentNames, options: FeedbackDocumentOptions): DocumentSignature[] {
  const { steps } = OWN_WORDS[options.locale];
  const { verdicts } = DOCUMENT_WORDS[options.locale];
  const signed: [keyof typeof steps, string | null, Instant | null][] = [
    ['submit', feedback.repId, feedback.submittedAt],
    ['instruct', feedback.instructedBy, feedback.instructedAt],
    ['answer', feedback.answeredBy, feedback.answeredAt],
    ['close', feedback.closedBy, feedback.closedAt],
  ];
  return signed.flatMap(([key, by, at]) =>
    by === null || at === null
      ? []
      : [
          {
            key,
            step: steps[key],
            verdict: key === 'instruct' ? '' : verdicts.submit,
            who: names.nameOf(by),
            at: longTime(at, options.timeZone),
            remark: key === 'instruct' ? options.hide(feedback.instruction) : '',
          },
        ],
  );
}
