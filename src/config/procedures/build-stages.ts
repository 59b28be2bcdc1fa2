import type { Who } from '../../domain/procedure/definition';
import type {
  ApproveStage,
  ApproveStep,
  CampaignStage,
  EachStage,
  FillStage,
  MayAct,
  NotifyStage,
  OutsideStage,
  Stage,
  StageBase,
  WaitStage,
  Way,
} from '../../domain/procedure/stages';
import { choicesOf, fieldsOf } from './build-fields';
import { conditionOf, dueOf, momentIn, openingOf } from './build-times';
import type { WrittenWho } from './grammar/who';
import { whoOf } from './meaning-of-who';
import type { WrittenStage } from './schema';
import { kindOf, type Scope } from './scope';

/** The stages as the kit reads them. */
export function stagesOf(stages: readonly WrittenStage[], scope: Scope): Stage[] {
  return stages.map((written, index) => {
    const following = stages[index + 1]?.key ?? scope.ends[0] ?? 'void';
    const base: StageBase = {
      ...{ key: written.key, name: written.name, ladder: written.ladder ?? null },
      due: dueOf(scope, written.due),
      opens: openingOf(scope, written.opens),
      skip: conditionOf(written.skip, scope.fields),
      next: waysOf(written, following, scope),
    };
    return BUILDERS[kindOf(written)](written, base, scope);
  });
}

function waysOf({ next }: WrittenStage, following: string, scope: Scope): Way[] {
  return (next ?? [{ to: following }]).map(({ when, to, count, again_after }) => ({
    ...{ when: conditionOf(when, scope.fields), to, needs: when?.needs ?? null },
    ...{ countsRound: count === 'rounds', againAfterMs: again_after ?? null },
  }));
}

const people = (scope: Scope, who: readonly WrittenWho[] = []): Who[] => who.map((one) => whoOf(one, scope));

type Builder<S extends Stage> = (written: WrittenStage, base: StageBase, scope: Scope) => S;

const fill: Builder<FillStage> = (written, base, scope) => {
  const { form = [], show = [], may = [], buttons, submit = null, needs_one = [], children, opens_record } = written;
  return {
    ...{ kind: 'fill', ...base, who: people(scope, written.who), form, show, submit },
    claim: written.claim ?? may.includes('claim'),
    may: may.filter((act): act is MayAct => act !== 'claim'),
    buttons: choicesOf(buttons),
    needsOne: needs_one,
    notBy: written.not_by ?? null,
    children: children ? { of: children.of, field: children.field, atLeast: children.at_least ?? 0 } : null,
    opensRecord: opens_record ? { of: opens_record.of, copy: opens_record.copy ?? {} } : null,
    approveBy: written.approve_by ? whoOf(written.approve_by, scope) : null,
    gate: written.gate ?? null,
    bulk: written.bulk ?? false,
    group: written.group ?? null,
  };
};

const stepOf = (written: NonNullable<WrittenStage['steps']>[number], scope: Scope): ApproveStep => ({
  ...{ key: written.key, name: written.name, who: people(scope, written.who), form: written.form ?? [] },
  due: dueOf(scope, written.due),
  when: conditionOf(written.when, scope.fields),
  sample: written.sample ? { share: written.sample.share, atLeast: written.sample.at_least ?? 1 } : null,
});

const approve: Builder<ApproveStage> = (written, base, scope) => {
  const lateDue = dueOf(scope, written.late);
  return {
    ...{ kind: 'approve', ...base, words: written.words ?? null },
    steps: (written.steps ?? []).map((step) => stepOf(step, scope)),
    together: written.together ?? false,
    returnTo: written.return_to ?? null,
    onReject: written.on_reject ?? null,
    editVoids: written.edit_voids ?? [],
    samePerson: written.same_person ?? 'once',
    late: lateDue ? { after: lateDue, to: people(scope, written.late?.to) } : null,
  };
};

const wait: Builder<WaitStage> = ({ until }, base, scope) => {
  if (until?.date) return { kind: 'wait', ...base, until: { kind: 'date', moment: momentIn(scope, until.date) } };
  const awaited = until?.children ?? null;
  const isField = awaited !== null && scope.fields.has(awaited);
  return {
    ...{ kind: 'wait', ...base },
    until: { kind: 'children', field: isField ? awaited : null, procedure: isField ? null : awaited },
  };
};

const each: Builder<EachStage> = (written, base, scope) => ({
  ...{ kind: 'each', ...base, over: written.over ?? '', who: people(scope, written.who) },
  ...{ fields: fieldsOf(written.fields ?? {}), form: written.form ?? [], group: written.group ?? null },
  again: againOf(written),
});

function againOf({ again, fields = {} }: WrittenStage): EachStage['again'] {
  const when = conditionOf(again?.when, new Map(Object.entries(fields)));
  return again && when ? { when, items: again.items } : null;
}

const notify: Builder<NotifyStage> = (written, base, scope) => ({
  ...{ kind: 'notify', ...base, to: people(scope, written.to), receipt: dueOf(scope, written.receipt?.due) },
});

const outside: Builder<OutsideStage> = (written, base, scope) => ({
  ...{ kind: 'outside', ...base, who: people(scope, written.who), form: written.form ?? [] },
});

const campaign: Builder<CampaignStage> = (written, base, scope) => {
  const { items, worklist, closes, progress } = written;
  return {
    ...{ kind: 'campaign', ...base },
    items: {
      ...{ of: items?.of ?? '', oneFor: items?.one_for ?? [], from: items?.from ?? '', holder: items?.holder ?? '' },
      keepHolderOf: items?.keep_holder_of ?? null,
    },
    worklist: { per: worklist?.per ?? 'holder', group: worklist?.group ?? null },
    closes: {
      whenAllEnded: closes === undefined || closes.when !== undefined,
      or: dueOf(scope, closes?.or),
      by: people(scope, closes?.by),
    },
    progress: progress
      ? { to: whoOf(progress.to, scope), at: progress.at, workdaysOnly: progress.on !== 'days' }
      : null,
  };
};

const BUILDERS = { fill, approve, wait, each, notify, outside, campaign } satisfies Record<string, Builder<Stage>>;
