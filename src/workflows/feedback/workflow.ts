import { wordingFor } from '../../../cards/feedback/customer-wording';
import { bundleLine } from '../../../cards/feedback/messages/bundle-line';
import { refusalText } from '../../../cards/feedback/messages/refusal';
import { renderWall } from '../../../cards/feedback/wall-card';
import { FeedbackStore } from '../../db/feedback-store';
import { foldSearchTextAgain } from '../../db/upkeep/search-refold';
import { wishOf } from '../../domain/feedback/acts';
import { remind } from '../../domain/feedback/clock/remind';
import { setBack } from '../../domain/feedback/clock/set-back';
import { type Command, isCardCommand, parseCommand } from '../../domain/feedback/commands';
import { completed } from '../../domain/feedback/completed';
import { decide, refusalByRight, refusalOfForm } from '../../domain/feedback/decide';
import { refill } from '../../domain/feedback/intake/take-in';
import { type Feedback, numberOf, OPEN_STATUSES, type Status } from '../../domain/feedback/model';
import { rescueOf } from '../../domain/feedback/rescue';
import { maySee } from '../../domain/feedback/visibility';
import { wallsOf } from '../../domain/feedback/walls';
import type { Brought } from '../../domain/registers/register';
import type { Face, ParsedCommand, Rules, Workflow } from '../../engine/workflow';
import { BATCHES } from './batches';
import { composeMessage, formFor, greyed, holdsForms, nextBest, tapped } from './messages';
import { peopleIn } from './people';
import { bundled } from './reminder-messages';
import { messages } from './source-messages';

const rules: Rules<Feedback, Command> = {
  parse,
  wish: wishOf,
  refusesForm: (feedback, act, context) => refusalOfForm(feedback, act, context),
  decide,
  refusal: (feedback, type, context) => (isCardCommand(type) ? refusalByRight(feedback, type, context) : null),
  remind: (feedback, context) => refill(feedback, context, context.now) ?? remind(feedback, context, context.now),
  setBack: (feedback, context) => setBack(feedback, context, context.now),
  rescue: (feedback, gone, { org }) => rescueOf(feedback, org, gone),
  nextBest: (notice, feedback, { org }) => nextBest(notice, feedback, org),
};

const face: Face<Feedback> = {
  walls: (feedback, { org }) => wallsOf(feedback, org),
  card: (feedback, wall, context, retired) => renderWall(feedback, wall, context, { retired }),
  message: ({ notice, record }, context) => composeMessage(notice, record, context),
  words: ({ notice, record }, context) => (notice.name === 'wording' ? wordingFor(record, context) : undefined),
  line: (about, context) => bundleLine(bundled(about), context),
  form: (feedback, asked, context) => formFor(feedback, asked, context),
  holdsForms,
  tapped,
  settled: greyed,
  maySee: (feedback, personId, { org }) => maySee(feedback, personId, org),
  toast: (outcome, feedback, context) => {
    const { texts } = context;
    if (outcome.outcome === 'refused') {
      return { type: 'warning', content: refusalText(outcome.reason, outcome.detail, context, feedback) };
    }
    const { type } = outcome;
    const number = feedback === null ? '' : numberOf(feedback);
    const waits = type === 'extend' && (feedback?.askedExtension ?? null) !== null;
    const done = number !== '' && isCardCommand(type) ? texts.done[type](number) : '';
    const content = waits ? texts.extensionAsked(number) : done;
    return { type: 'success', content };
  },
  people: peopleIn,
};

/** What somebody decided to hand in, and has not taken back. */
const SUBMITTED: Status[] = [...OPEN_STATUSES, 'closed'];

/** The first workflow: a customer's feedback, from the forwarded message to the archive. */
export const feedbackWorkflow: Workflow<Feedback, Command> = {
  name: 'feedback',
  store: (tx) => new FeedbackStore(tx),
  rules,
  face,
  messages,
  moments: [],
  batches: BATCHES,
  catchUp: foldSearchTextAgain,
  brings,
};

/** A case brings its customer from the submission on. */
function brings({ status, customer }: Feedback): Brought[] {
  return SUBMITTED.includes(status) && customer !== '' ? [{ register: 'customers', name: customer }] : [];
}

function parse(
  type: string,
  fields: Record<string, string>,
  { zone, record }: { zone?: string; record?: Feedback } = {},
): ParsedCommand<Command> {
  if (!isCardCommand(type)) return { ok: false, reason: 'card_unknown', detail: {} };
  const parsed = parseCommand(type, record ? completed(type, fields, record) : fields, zone);
  if (parsed.ok) return parsed;
  const faults = parsed.faults.map(({ field, fault }) => ({ field, fault }));
  return { ok: false, reason: 'field_faults', detail: { command: type, faults } };
}
