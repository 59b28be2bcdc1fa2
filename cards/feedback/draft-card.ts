import { type FeedbackField, FIELDS } from '../../src/domain/feedback/commands';
import { isFull } from '../../src/domain/feedback/intake/take-in';
import { type Feedback, numberOf, type SimilarCase } from '../../src/domain/feedback/model';
import { isClosed, notRecalled } from '../../src/domain/feedback/source-text';
import { subjectOf } from '../../src/domain/feedback/subject';
import type { CardJson } from '../../src/domain/messaging';
import { UNSURE } from '../../src/domain/org/org';
import { button } from '../kit/button';
import type { Tag } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Element, lines, ownWords } from '../kit/elements';
import { frame } from '../kit/frame';
import { categoryName, departmentName } from '../kit/names';
import { actRow, menu } from '../kit/parts/acts';
import { drawnCase, type View } from './case-frame';
import { caseBlock } from './case-line';
import { quotedWords } from './case-sections';
import { commandButton, commandForm } from './command-form';
import { A_ROW, attachments, forwardedNotes } from './forwarded-messages';
import { customerLine, customerWords } from './short-sections';

/** What the draft's form holds at first. */
function draftFields(feedback: Feedback): Record<string, string> {
  const { customer, contact, channel, kind, category, department, priority, note } = feedback;
  const subject = subjectOf(feedback);
  return { subject, customer, contact, channel, kind, category, department: department ?? UNSURE, priority, note };
}

/** Nothing in the words tells the kind, so that a rumour would start a clock: the rep is asked. */
const isKindUnknown = ({ guessedFrom: { kind, values } }: Feedback): boolean =>
  values !== undefined && kind.length === 0;

/** The required fields that are still open, in the form's order. */
function missingIn(feedback: Feedback, { org }: CardContext): FeedbackField[] {
  const has = draftFields(feedback);
  const isKnown = org.categories.some(({ key }) => key === feedback.category);
  const isOpen = ({ name }: FeedbackField) =>
    has[name] === '' || (name === 'kind' && isKindUnknown(feedback)) || (name === 'category' && !isKnown);
  return FIELDS.submit.filter((field) => field.required && isOpen(field));
}

/** The draft as it is understood: three lines in place of eight fields. */
function understood(view: View): (string | false)[] {
  const { feedback, ctx, texts } = view;
  const { kind, category, channel, department, priority, note } = feedback;
  const { customer, sortedAs, goesTo, labelled } = texts.card;
  const kindName = isKindUnknown(feedback) ? '' : texts.kinds[kind];
  const isKnown = ctx.org.categories.some(({ key }) => key === category);
  const sorts = [kindName, isKnown ? categoryName(category, ctx) : '', texts.channels[channel]];
  const to = department === null ? texts.card.draft.toClerks : departmentName(department, ctx);
  return [
    feedback.customer !== '' && customer(customerLine(view)),
    sortedAs(sorts.filter(Boolean).join(' · ')),
    goesTo(to, texts.priorities[priority]),
    note !== '' && labelled(texts.fields.note, view.typed(note, 120)),
  ];
}

function lead({ feedback, ctx, texts }: View, missing: number): Element[] {
  const { draft } = texts.card;
  const { priority, guessedFrom, sources } = feedback;
  const isMarked = priority === 'urgent';
  if (isMarked) {
    const words = guessedFrom.values?.priority === 'urgent' ? quotedWords(guessedFrom.priority, ctx) : '';
    return lines([draft.urgent(words)], 'alarm');
  }
  const said = missing > 0 ? draft.missing(missing) : sources.length > 1 ? draft.burst(sources.length) : draft.ready;
  return [ownWords(`**${said}**`)];
}

/** The acts on a draft from which nothing is missing. */
function readyActs(view: View): Element[] {
  const { feedback, texts } = view;
  const { id, priority, sources } = feedback;
  const submit = commandButton(view, 'submit', {
    look: 'primary',
    ...(priority === 'urgent' ? { word: texts.card.draft.submitUrgently } : {}),
  });
  const discard = commandButton(view, 'discard');
  const more =
    sources.length > 1 ? menu({ cmd: 'feedback.ask', id }, [{ act: 'split', word: texts.commands.split }]) : [];
  const notUrgent = commandButton(view, 'set_priority', {
    word: texts.card.draft.notUrgent,
    values: { priority: 'normal' },
  });
  if (priority !== 'urgent') return actRow([submit, editButton(view, texts.card.draft.edit), discard], more);
  return [...actRow([submit]), ...actRow([editButton(view, texts.card.draft.edit), notUrgent, discard], more)];
}

const editButton = ({ feedback }: View, word: string): Element =>
  button({ cmd: 'feedback.edit', id: feedback.id, word });

/** Only what is missing is asked for; all else is as the draft has it. */
function missingActs(view: View, missing: FeedbackField[]): Element[] {
  const { feedback, texts } = view;
  const { id, sources } = feedback;
  const more =
    sources.length > 1 ? menu({ cmd: 'feedback.ask', id }, [{ act: 'split', word: texts.commands.split }]) : [];
  return [
    commandForm(view, {
      command: 'submit',
      look: 'primary',
      only: missing.map(({ name }) => name),
      departments: { unsure: true },
    }),
    ...actRow([editButton(view, texts.card.draft.editRest), commandButton(view, 'discard')], more),
  ];
}

/** Another case of the customer is open: the draft may be one more word about it. */
function sameActs(view: View, similar: SimilarCase, missing: number): Element[] {
  const { feedback, texts } = view;
  const { id } = feedback;
  const { draft } = texts.card;
  const number = numberOf(similar);
  const merge = commandButton(view, 'merge', {
    look: 'primary',
    word: draft.merge(number),
    values: { into: similar.id },
  });
  const isNew =
    missing > 0 ? editButton(view, draft.completeNew) : commandButton(view, 'submit', { word: draft.isNew });
  const more = menu({ cmd: 'feedback.ask', id }, [
    { act: 'edit', word: draft.edit },
    { act: 'discard', word: texts.commands.discard },
  ]);
  const see = button({ cmd: 'feedback.show', id: similar.id, word: draft.see(number) });
  return [
    ownWords(`**${draft.same}**`),
    ...caseBlock(similar, view.ctx, 'orange'),
    ...actRow([merge]),
    ...actRow([isNew, see], more),
    ...lines([draft.mergeTells], 'quiet'),
  ];
}

/** The whole form of a draft, asked for by 修改, and all of the customer's words. */
export function editForm(view: View): Element[] {
  const { feedback, texts } = view;
  const { id } = feedback;
  const values = { whole: 'yes' };
  return [
    commandForm(view, {
      command: 'submit',
      initial: draftFields(feedback),
      departments: { unsure: true },
      submits: [
        { cmd: 'feedback.submit', id, word: texts.commands.submit, look: 'primary', values },
        { cmd: 'feedback.save', id, word: texts.commands.save, values },
      ],
    }),
    ...customerWords(view, { named: false, isWhole: true }),
  ];
}

/** What was understood, and one tap to hand it in; or only what is missing. */
const ownActs = (view: View, missing: FeedbackField[]): Element[] => [
  ...lead(view, missing.length),
  ...(missing.length > 0 ? missingActs(view, missing) : []),
  ...lines(understood(view), missing.length > 0 ? 'quiet' : 'normal'),
  ...(missing.length > 0 ? [] : readyActs(view)),
];

const maybeSame = ({ statuses, card }: View['texts']): Tag[] => [
  { text: statuses.draft, colour: 'blue' },
  { text: card.draft.maybeSame, colour: 'orange' },
];

/** The rep's draft: what was understood, one tap to hand it in, and the customer's words. */
export function draftCard(feedback: Feedback, ctx: CardContext): CardJson {
  return drawnCase(feedback, { ctx, audience: 'one_person' }, (view) => {
    const { texts } = view;
    const missing = missingIn(feedback, ctx);
    const { similar } = feedback;
    return frame(
      view,
      [
        ...lines([notRecalled(feedback.sources).some(isClosed) && texts.platform.closedForward], 'alarm'),
        ...(similar ? sameActs(view, similar, missing.length) : ownActs(view, missing)),
        ...customerWords(view, { named: false }),
        ...attachments(view, A_ROW),
        ...forwardedNotes(view),
        ...lines([...doubts(feedback, ctx), isFull(feedback) && texts.card.draftFull], 'quiet'),
      ],
      similar ? { when: texts.card.draft.when, tags: maybeSame(texts) } : { when: texts.card.draft.when },
    );
  });
}

/** Between which departments the words do not decide; what else is missing is asked for. */
function doubts({ guessedFrom, department }: Feedback, ctx: CardContext): (string | false)[] {
  const { texts } = ctx;
  const { values, rivals = [] } = guessedFrom;
  if (!values || department !== null) return [];
  const tied = rivals.map((one) =>
    texts.card.mentionedOf(departmentName(one.department, ctx), quotedWords(one.words, ctx)),
  );
  return [tied.length > 0 ? texts.card.departmentsTied(tied) : texts.card.noDepartmentGuessed];
}
