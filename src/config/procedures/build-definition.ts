import type {
  CorrectRule,
  Definition,
  FigureDefinition,
  Label,
  Recurrence,
  Start,
  VoidRule,
  Who,
} from '../../domain/procedure/definition';
import { fieldsOf, plainValue } from './build-fields';
import { stagesOf } from './build-stages';
import type { WrittenWho } from './grammar/who';
import { whoOf } from './meaning-of-who';
import type { WrittenDefinition, WrittenLife, WrittenStart, WrittenSubprocedure } from './schema';
import { type Scope, scopeOf, typeOf } from './scope';

const VOID: Label = { zh: '已作废', en: 'Void' };

/** The definition that a checked file means. */
export function buildDefinition(written: WrittenDefinition): Definition {
  const scope = scopeOf(written);
  const { procedure, version, number, title, edition = null, start = [], document, figures = {} } = written;
  return {
    ...lifeOf(written, scope, null),
    ...{ name: procedure, version, number, title, edition, parent: null },
    start: start.flatMap((one) => startsOf(one, scope)),
    subprocedures: Object.fromEntries(
      Object.entries(written.subprocedures ?? {}).map(([name, sub]) => [
        name,
        subprocedureOf(name, sub, written, scope),
      ]),
    ),
    document: document
      ? { template: document.template, signatures: document.signatures ?? [], sheets: document.sheets ?? [] }
      : null,
    figures: Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, figureOf(key, figure)])),
  };
}

function subprocedureOf(name: string, written: WrittenSubprocedure, of: WrittenDefinition, parent: Scope): Definition {
  const scope = parent.children.get(name) ?? parent;
  return {
    ...lifeOf(written, scope, of.ladder ?? null),
    ...{ name, version: of.version, edition: null, parent: of.procedure },
    number: written.number ?? '{parent}-{seq:2}',
    title: written.title ?? usualTitle(name, written, of),
    ...{ start: [], subprocedures: {}, document: null, figures: {} },
  };
}

/** What a campaign makes the records for, else the first field of the first form. */
function usualTitle(name: string, { stages, fields }: WrittenSubprocedure, { stages: own }: WrittenDefinition): string {
  const items = own.flatMap(({ items: made }) => (made?.of === name ? [made] : []))[0];
  const first = stages[0]?.form?.[0]?.field ?? Object.keys(fields)[0] ?? '';
  return (items?.one_for ?? [first]).map((field) => `{${field}}`).join(' ');
}

type Life = Pick<Definition, 'label' | 'fields' | 'ladder' | 'stages' | 'ends' | 'void' | 'correct'>;

function lifeOf(written: WrittenLife, scope: Scope, ladder: string | null): Life {
  const { name: label, fields, stages, ends } = written;
  return {
    label,
    fields: fieldsOf(fields),
    ladder: written.ladder ?? ladder,
    stages: stagesOf(stages, scope),
    ends: { ...ends, void: ends.void ?? VOID },
    void: voidRule(written, scope),
    correct: correctRule(written, scope),
  };
}

const people = (scope: Scope, who: readonly WrittenWho[]): Who[] => who.map((one) => whoOf(one, scope));

function voidRule({ void: rule }: WrittenLife, scope: Scope): VoidRule | null {
  return rule ? { by: people(scope, rule.by), reason: rule.reason ?? true, until: rule.until ?? null } : null;
}

function correctRule({ correct: rule }: WrittenLife, scope: Scope): CorrectRule | null {
  return rule ? { until: rule.until, by: people(scope, rule.by ?? [{ part: 'holder' }]) } : null;
}

/** Whoever starts a record holds it: both words mean that anyone may. */
const starting = (who: WrittenWho): WrittenWho => (who.part === 'holder' ? { part: 'starter' } : who);

/** Every quarter is four days of the year. */
function startsOf(written: WrittenStart, scope: Scope): Start[] {
  const { by, every, after, give_to, propose_to, when, from = [], copy = {} } = written;
  const fill = Object.fromEntries(
    Object.entries(written.fill ?? {}).map(([name, value]) => [name, plainValue(typeOf(scope, name), value)]),
  );
  if (by) return [{ kind: 'by', who: people(scope, by.map(starting)), from, copy, fill }];
  if (propose_to && when) {
    const { count, same, at_least: atLeast, within: withinMs } = when;
    return [{ kind: 'propose', to: whoOf(propose_to, scope), when: { count, same, atLeast, withinMs } }];
  }
  const giveTo = whoOf(give_to ?? { part: 'admin' }, scope);
  if (every) {
    const forEach = written.for_each ?? null;
    return recurrencesOf(every).map((one) => ({ kind: 'every', every: one, forEach, giveTo, fill }));
  }
  if (!after) return [];
  return [
    { kind: 'after', procedure: after.of, end: after.ended, add: after.add ?? 0, unit: after.unit ?? 'day', giveTo },
  ];
}

const QUARTERS = [1, 4, 7, 10];
const NINE = 9 * 60;

function recurrencesOf({
  month,
  quarter,
  year,
  week,
  roll,
  at = NINE,
}: NonNullable<WrittenStart['every']>): Recurrence[] {
  const rolled = roll === 'none' ? null : (roll ?? 'previous_workday');
  const days: Recurrence['on'][] = [
    ...(month === undefined ? [] : [{ unit: 'month' as const, day: month }]),
    ...(quarter === undefined ? [] : QUARTERS.map((one) => ({ unit: 'year' as const, month: one, day: quarter }))),
    ...(year === undefined ? [] : [{ unit: 'year' as const, ...year }]),
    ...(week === undefined ? [] : [{ unit: 'week' as const, day: week }]),
  ];
  return days.map((on) => ({ on, roll: rolled, at }));
}

function figureOf(key: string, { name: label, ...of }: { name: Label; [entry: string]: unknown }): FigureDefinition {
  return { key, label, of };
}
