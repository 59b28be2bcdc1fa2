import { documentField } from '../document/field';
import type { DocumentField, DocumentPart, DocumentSection, DocumentTable } from '../document/model';
import { longTime } from '../time';
import type { Computed, Definition, FieldDefinition } from './definition';
import { childrenTable, linesTable, type Paper, rowsTable, sees, shown } from './document-tables';
import { type ChildView, momentOf, type ProcedureRecord, type Row, type Value } from './record';
import type { Stage } from './stages';

const WIDE_TYPES: readonly FieldDefinition['type'][] = ['long', 'files', 'records', 'choices', 'people', 'rows'];

/** A field with its value as text; the text is empty for whoever may not see it. */
export function fieldOf(field: FieldDefinition, paper: Paper): DocumentField {
  const { locale } = paper.options;
  const isTable = field.type === 'rows';
  const text = isTable || !sees(field, paper) ? '' : shown(field, paper.record.values[field.key], paper);
  return documentField(field.key, field.label[locale], text, WIDE_TYPES.includes(field.type));
}

/** One section for each stage that was reached, in the definition's order, after what belongs to no stage. */
export function sectionsOf(paper: Paper): DocumentSection[] {
  const { record, words, options } = paper;
  const reached = record.definition.stages.filter((stage) => isReached(record, stage));
  const places = placesOf(record, reached);
  const childrenAt = childrenByStage(record, reached);
  const sections = [
    { title: words.basics, parts: basicsOf(places, paper) },
    ...reached.map((stage) => ({
      title: stage.name[options.locale],
      parts: [
        ...partsOf(places.get(stage.key) ?? [], paper),
        ...(stage.kind === 'each' && record.lines.length > 0
          ? [tablePart(linesTable(stage, record.lines, paper))]
          : []),
        ...tablesOfChildren(childrenAt.get(stage.key) ?? [], paper).map(tablePart),
      ],
    })),
    { title: words.children, parts: tablesOfChildren(childrenAt.get(null) ?? [], paper).map(tablePart) },
  ];
  return sections.filter(({ parts }) => parts.length > 0);
}

/** Every table of the record, by the name of its field, subprocedure or stage. */
export function tablesOf(paper: Paper): Record<string, DocumentTable> {
  const { record } = paper;
  const { fields, stages, subprocedures } = record.definition;
  const tables = [
    ...Object.values(fields)
      .filter(({ type }) => type === 'rows')
      .map((field) => rowsTable(field, sees(field, paper) ? rowsOf(record.values[field.key]) : [], paper)),
    ...stages.flatMap((stage) => (stage.kind === 'each' ? [linesTable(stage, linesOf(record, stage), paper)] : [])),
    ...Object.values(fields).flatMap(({ key, label, of }) =>
      of !== null && subprocedures[of] ? [childrenTable(key, of, label[paper.options.locale], [], paper)] : [],
    ),
    ...tablesOfChildren(record.children, paper),
  ];
  return Object.fromEntries(tables.map((table) => [table.key, table]));
}

const linesOf = (record: ProcedureRecord, stage: Stage) => (isReached(record, stage) ? record.lines : []);

const tablePart = (table: DocumentTable): DocumentPart => ({ kind: 'table', table });

function isReached(record: ProcedureRecord, stage: Stage): boolean {
  if (record.isOpen && record.stage === stage.key) return true;
  return momentOf(record, stage.key, 'entered') !== null || momentOf(record, stage.key, 'done') !== null;
}

/** The fields of a stage, in the form's order; those of an approval only once they are filled in. */
function fieldsOf(record: ProcedureRecord, stage: Stage): string[] {
  switch (stage.kind) {
    case 'fill':
      return [...stage.form.map(({ field }) => field), ...stage.show];
    case 'outside':
      return stage.form.map(({ field }) => field);
    case 'approve':
      return stage.steps
        .flatMap(({ form }) => form.map(({ field }) => field))
        .filter((key) => record.values[key] !== undefined);
    default:
      return [];
  }
}

/** By stage: the fields that are printed there, each field once; under null those that no stage prints. */
function placesOf(record: ProcedureRecord, reached: Stage[]): Map<string | null, string[]> {
  const { fields } = record.definition;
  const places = new Map<string | null, string[]>();
  const placed = new Set<string>();
  for (const stage of reached) {
    const own = fieldsOf(record, stage).filter((key) => fields[key] !== undefined && !placed.has(key));
    places.set(stage.key, [...new Set(own)]);
    for (const key of own) placed.add(key);
  }
  const ownTables = new Set(record.children.map(tableKeyOf));
  const rest = Object.keys(fields).filter(
    (key) => !placed.has(key) && !ownTables.has(key) && record.values[key] !== undefined,
  );
  for (const key of rest) place(key, places, record.definition);
  return places;
}

/** A computed value stands behind the last of those that it is computed from; any other goes to the basics. */
function place(key: string, places: Map<string | null, string[]>, { fields }: Definition): void {
  const sources = sourcesOf(fields[key]?.computed ?? null);
  const home = [...places].findLast(([, keys]) => keys.some((one) => sources.includes(one)));
  if (home === undefined) {
    places.set(null, [...(places.get(null) ?? []), key]);
    return;
  }
  const [stage, keys] = home;
  const behind = keys.findLastIndex((one) => sources.includes(one)) + 1;
  places.set(stage, keys.toSpliced(behind, 0, key));
}

function sourcesOf(computed: Computed | null): string[] {
  switch (computed?.kind) {
    case 'sum':
      return [computed.rows];
    case 'minus':
    case 'over':
      return [computed.left, computed.right];
    default:
      return [];
  }
}

function basicsOf(places: Map<string | null, string[]>, paper: Paper): DocumentPart[] {
  const { record, names, words, options } = paper;
  const { starterId, holderId, origin, createdAt } = record;
  const own = [
    documentField('starter', words.starter, names.nameOf(starterId)),
    ...(holderId === starterId ? [] : [documentField('holder', words.holder, names.nameOf(holderId))]),
    documentField('createdAt', words.createdAt, longTime(createdAt, options.timeZone)),
    ...(origin ? [documentField('origin', words.origin, [origin.number, origin.title].filter(Boolean).join(' '))] : []),
  ];
  return joined([{ kind: 'fields', fields: own }, ...partsOf(places.get(null) ?? [], paper)]);
}

/** Fields and tables in their order; fields between two tables are one part. */
function partsOf(keys: string[], paper: Paper): DocumentPart[] {
  const { definition, values } = paper.record;
  const visible = keys.flatMap((key) => definition.fields[key] ?? []).filter((field) => sees(field, paper));
  return joined(
    visible.map((field) =>
      field.type === 'rows'
        ? tablePart(rowsTable(field, rowsOf(values[field.key]), paper))
        : { kind: 'fields', fields: [fieldOf(field, paper)] },
    ),
  );
}

function joined(parts: DocumentPart[]): DocumentPart[] {
  const done: DocumentPart[] = [];
  for (const part of parts) {
    const last = done.at(-1);
    if (last?.kind === 'fields' && part.kind === 'fields') last.fields.push(...part.fields);
    else done.push(part.kind === 'fields' ? { kind: 'fields', fields: [...part.fields] } : part);
  }
  return done;
}

/** The rows of a value; values of other shapes have none. */
const rowsOf = (value: Value | undefined): Row[] =>
  Array.isArray(value) ? value.filter((one): one is Row => typeof one === 'object') : [];

const tableKeyOf = ({ field, procedure }: ChildView): string => field ?? procedure;

function tablesOfChildren(children: ChildView[], paper: Paper): DocumentTable[] {
  const { fields, subprocedures } = paper.record.definition;
  const { locale } = paper.options;
  const keys = [...new Set(children.map(tableKeyOf))];
  return keys.map((key) => {
    const label = fields[key]?.label ?? subprocedures[key]?.label;
    const own = children.filter((child) => tableKeyOf(child) === key);
    return childrenTable(key, own[0]?.procedure ?? key, label?.[locale] ?? paper.words.children, own, paper);
  });
}

/** Children stand at the first stage that was reached and has to do with them; under null those of no stage. */
function childrenByStage(record: ProcedureRecord, reached: Stage[]): Map<string | null, ChildView[]> {
  const at = new Map<string | null, ChildView[]>();
  for (const child of record.children) {
    const home = reached.find((stage) => concerns(stage, child))?.key ?? null;
    at.set(home, [...(at.get(home) ?? []), child]);
  }
  return at;
}

function concerns(stage: Stage, { field, procedure }: ChildView): boolean {
  switch (stage.kind) {
    case 'fill':
      return stage.children?.of === procedure || stage.opensRecord?.of === procedure;
    case 'campaign':
      return stage.items.of === procedure;
    case 'wait': {
      const { until } = stage;
      return until.kind === 'children' && (until.procedure === procedure || (field !== null && until.field === field));
    }
    default:
      return false;
  }
}
