import type { FieldType } from '../../domain/procedure/definition';
import type { Path } from '../yaml-file';
import { FILLED_MONTHS } from './grammar/moments';
import { entriesOf, itemsOf, type Partly } from './partly';
import type {
  WrittenDefinition,
  WrittenField,
  WrittenLife,
  WrittenStage,
  WrittenStart,
  WrittenSubprocedure,
} from './schema';

export type FieldPart = Partly<WrittenField>;
export type StagePart = Partly<WrittenStage>;
export type StartPart = Partly<WrittenStart>;
export type LifePart = Partly<WrittenLife>;

/** A stage, and where it stands in the file. */
export interface PlacedStage {
  path: Path;
  key: string | undefined;
  stage: StagePart;
}

/** The names that a procedure or subprocedure knows. What has a fault may be missing from it. */
export interface Scope {
  /** Of the procedure, or of the subprocedure. */
  name: string;
  path: Path;
  life: LifePart;
  fields: ReadonlyMap<string, FieldPart>;
  /** False if the fields cannot be read at all: then nothing can be said of a name. */
  hasFields: boolean;
  stages: readonly PlacedStage[];
  ends: readonly string[];
  /** What begins a record; empty for a subprocedure. */
  starts: readonly (StartPart | undefined)[];
  /** The `month` field that `previous_month` and the like are about; null if there is none, or more than one. */
  monthField: string | null;
  parent: Scope | null;
  children: ReadonlyMap<string, Scope>;
}

/** The scope of a procedure, with those of its subprocedures. */
export function scopeOf(definition: Partly<WrittenDefinition>): Scope {
  const children = new Map<string, Scope>();
  const own = ownScope(definition.procedure ?? '', [], definition, definition.start ?? []);
  const scope: Scope = { ...own, parent: null, children };
  for (const [name, sub] of entriesOf<Partly<WrittenSubprocedure>>(definition.subprocedures)) {
    const path = ['subprocedures', name];
    children.set(name, { ...ownScope(name, path, sub, []), parent: scope, children: new Map() });
  }
  return scope;
}

function ownScope(
  name: string,
  path: Path,
  life: LifePart,
  starts: readonly (StartPart | undefined)[],
): Omit<Scope, 'parent' | 'children'> {
  // A field with a fault still has its name.
  const fields = new Map(Object.entries(life.fields ?? {}).map(([key, field]) => [key, field ?? {}]));
  const filled = itemsOf(starts)
    .flatMap(({ item }) => entriesOf(item.fill))
    .filter(([, value]) => FILLED_MONTHS.some((month) => month === value))
    .map(([key]) => key);
  const months = [...fields].filter(([, { type }]) => type === 'month').map(([key]) => key);
  const monthField = months.find((key) => filled.includes(key)) ?? (months.length === 1 ? months[0] : null) ?? null;
  return {
    ...{ name, path, life, fields, starts, monthField, hasFields: life.fields !== undefined },
    ends: Object.keys(life.ends ?? {}),
    stages: itemsOf(life.stages).map(({ index, item }) => ({
      path: [...path, 'stages', index],
      key: item.key,
      stage: item,
    })),
  };
}

/** The kind that a stage has, or has if it names none. */
export const kindOf = ({ kind }: StagePart): NonNullable<WrittenStage['kind']> => kind ?? 'fill';

/** Undefined for a field that is not there, or whose type has a fault. */
export const typeOf = ({ fields }: Scope, name: string): FieldType | undefined => fields.get(name)?.type;

export const stageKeys = ({ stages }: Scope): string[] => stages.flatMap(({ key }) => (key === undefined ? [] : [key]));

/** The stage of this key. */
export const placedStage = ({ stages }: Scope, key: string): PlacedStage | undefined =>
  stages.find((one) => one.key === key);

/** The records that a campaign made go by this name, unless a field has it. */
const CAMPAIGN_ITEMS = 'items';

/** Whether the name means the records that the campaign of this procedure made. */
export const isCampaignItems = (scope: Scope, name: string): boolean =>
  name === CAMPAIGN_ITEMS && !scope.fields.has(name) && scope.stages.some(({ stage }) => kindOf(stage) === 'campaign');
