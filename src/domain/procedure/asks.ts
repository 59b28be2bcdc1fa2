import type { Choice } from './definition';
import {
  type Asked,
  askedOf,
  currentStage,
  isStageOpen,
  type Line,
  type ProcedureRecord,
  type Question,
  type Reader,
} from './record';
import type { ApproveStage, ApproveStep, EachStage, FillStage, FormField } from './stages';

/** What a record asks of one reader now: which of the seven shapes their card has. */
export type Ask =
  /** Somebody of the department must take the record first. */
  | { kind: 'claim'; asked: Asked; stage: FillStage }
  | { kind: 'fill'; asked: Asked; stage: FillStage; form: FormField[]; buttons: Choice[] }
  | { kind: 'approve'; asked: Asked; stage: ApproveStage; step: ApproveStep; form: FormField[] }
  /** The next line of an `each` stage; `left` counts the reader's open lines, this one included. */
  | { kind: 'tell'; asked: Asked; stage: EachStage; index: number; line: Line; left: number }
  | { kind: 'read'; asked: Asked }
  | { kind: 'reply'; question: Question };

/** The key that a button of this ask carries as `stage`: the step's in an approve stage, else the stage's. */
export const stageKeyOf = (record: ProcedureRecord, ask: Ask): string =>
  ask.kind === 'approve' ? ask.step.key : record.stage;

/** What the record asks of the reader; null if it is somebody else's turn. A question to them comes first. */
export function askFor(record: ProcedureRecord, reader: Reader): Ask | null {
  const { question } = record;
  if (question && reader.type === 'person' && question.to === reader.id) return { kind: 'reply', question };
  const [asked] = askedOf(record, reader);
  const stage = currentStage(record);
  if (!asked || !stage || !isStageOpen(record)) return null;
  switch (stage.kind) {
    case 'fill':
      return stage.claim && asked.personId === null
        ? { kind: 'claim', asked, stage }
        : { kind: 'fill', asked, stage, form: stage.form, buttons: stage.buttons };
    case 'approve':
      return approveAsk(record, stage, asked);
    case 'each': {
      const mine = record.lines.filter(({ state, personId }) => state === 'open' && personId === asked.personId);
      const line = mine[0];
      return line ? { kind: 'tell', asked, stage, index: record.lines.indexOf(line), line, left: mine.length } : null;
    }
    case 'notify':
      return { kind: 'read', asked };
    default:
      return null;
  }
}

function approveAsk(record: ProcedureRecord, stage: ApproveStage, asked: Asked): Ask | null {
  const step = stepOf(record, stage, asked.step);
  return step && { kind: 'approve', asked, stage, step, form: step.form };
}

/** A step of the stage, or one that somebody added (加签); null for an unknown key. */
export function stepOf({ approval }: ProcedureRecord, { steps }: ApproveStage, key: string): ApproveStep | null {
  const own = steps.find((step) => step.key === key);
  if (own) return own;
  const added = approval?.added.find((one) => one.key === key);
  const name = steps.find((step) => step.key === added?.after)?.name ?? { zh: '', en: '' };
  return added ? { key, name, who: [{ kind: 'starter' }], due: null, form: [], when: null, sample: null } : null;
}
