import type { Choice, Definition, FieldDefinition, FieldType, Label, Who } from '../../src/domain/procedure/definition';
import type {
  ApproveStage,
  ApproveStep,
  Condition,
  EachStage,
  FillStage,
  FormField,
  NotifyStage,
  Stage,
  StageBase,
  WaitStage,
  Way,
} from '../../src/domain/procedure/stages';

// Short forms for the sample definitions: the program reads its own from YAML files.

/** `中文 | English`, as a definition writes a label. */
export function label(text: string): Label {
  const [zh = '', en = zh] = text.split(' | ');
  return { zh, en };
}

/** `{ corrective: '纠正 | Corrective' }`. */
export const choices = (all: Record<string, string>): Choice[] =>
  Object.entries(all).map(([key, text]) => ({ key, label: label(text) }));

type FieldEntry = [text: string, type: FieldType, more?: Partial<FieldDefinition>];

/** Fields by key, each with its label, its type and what else it needs. */
export function fields(all: Record<string, FieldEntry>): Record<string, FieldDefinition> {
  const field = (key: string, [text, type, more = {}]: FieldEntry): FieldDefinition => ({
    ...{ key, label: label(text), type, choices: [], default: null, columns: [] },
    ...{ from: null, of: null, isPrivate: false, computed: null },
    ...more,
  });
  return Object.fromEntries(Object.entries(all).map(([key, entry]) => [key, field(key, entry)]));
}

/** `['cause*', 'note']`: a star for what is required. */
export const form = (...names: string[]): FormField[] =>
  names.map((name) => ({ field: name.replace('*', ''), required: name.endsWith('*') }));

/** The way to a stage or an end. */
export const to = (key: string, when: Condition | null = null, countsRound = false): Way => ({
  ...{ when, to: key, needs: null, countsRound, againAfterMs: null },
});

const base = (key: string, text: string, next: Way[]): StageBase => ({
  ...{ key, name: label(text), due: null, opens: null, ladder: null, skip: null, next },
});

/** A stage to fill in. */
export const fill = (key: string, text: string, more: Partial<FillStage>): FillStage => ({
  ...base(key, text, []),
  ...{ kind: 'fill', who: [], claim: false, form: [], show: [], may: [], buttons: [], needsOne: [], notBy: null },
  ...{ children: null, opensRecord: null, approveBy: null, gate: null, bulk: false, group: null },
  ...more,
});

/** A step of an approval. */
export const step = (key: string, text: string, who: Who, more: Partial<ApproveStep> = {}): ApproveStep => ({
  ...{ key, name: label(text), who: [who], due: null, form: [], when: null, sample: null },
  ...more,
});

/** A stage to approve. */
export const approve = (
  key: string,
  text: string,
  steps: ApproveStep[],
  more: Partial<ApproveStage>,
): ApproveStage => ({
  ...base(key, text, []),
  ...{ kind: 'approve', steps, together: false, returnTo: null, onReject: null, editVoids: [] },
  ...{ samePerson: 'once', late: null, words: null },
  ...more,
});

/** A stage that waits for its children, or for a date. */
export const wait = (key: string, text: string, until: WaitStage['until']): WaitStage => ({
  ...base(key, text, []),
  ...{ kind: 'wait', until },
});

/** A stage with a line for each linked record. */
export const each = (
  key: string,
  text: string,
  more: Pick<EachStage, 'over' | 'who' | 'fields' | 'form'>,
): EachStage => ({
  ...base(key, text, []),
  ...{ kind: 'each', again: null },
  ...more,
});

/** A stage whose readers say that they have read it. */
export const notify = (key: string, text: string, readers: Who[]): NotifyStage => ({
  ...base(key, text, []),
  ...{ kind: 'notify', to: readers, receipt: null },
});

type Core = Pick<Definition, 'name' | 'title' | 'number' | 'fields' | 'stages' | 'ends'>;

/** A definition of these fields and stages. */
export function definition(text: string, core: Core, more: Partial<Definition> = {}): Definition {
  return {
    ...{ label: label(text), version: 1, edition: null, start: [], ladder: null, void: null, correct: null },
    ...{ subprocedures: {}, parent: null, document: null, figures: {} },
    ...core,
    ...more,
  };
}

/** Stages in the order in which they follow each other: the last one leads to the end. */
export function inOrder(stages: Stage[], end: string): Stage[] {
  return stages.map((stage, at) => {
    const following = stages[at + 1]?.key ?? end;
    return stage.next.length > 0 ? stage : { ...stage, next: [to(following)] };
  });
}
