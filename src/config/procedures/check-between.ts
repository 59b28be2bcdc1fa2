import { nearest, unknownEntry } from '../unknown-entry';
import type { Path } from '../yaml-file';
import { faultAt, type ProcedureFault } from './faults';
import type { ReadText } from './read-definition';
import type { WrittenDefinition, WrittenStage } from './schema';
import type { WrittenCondition } from './schema-parts';

/** Workflows of the program that are no procedures. */
const WORKFLOWS = ['feedback'];

/** A definition without faults of its own, with the lines of its values. */
interface Known extends ReadText {
  written: WrittenDefinition;
}

/** A place at which a definition names another procedure. */
interface Mention {
  path: Path;
  name: string;
}

/** What must hold between definitions: names are there once, and nothing opens records in a circle. */
export function checkBetween(texts: readonly ReadText[]): ProcedureFault[] {
  const known = texts.filter((text): text is Known => text.written !== null);
  const names = [...known.flatMap(namesIn), ...texts.flatMap(({ name }) => name ?? []), ...WORKFLOWS];
  return [
    ...twice(known),
    ...known.flatMap((text) => nearMisses(text, [...new Set(names)])),
    ...known.flatMap((text) => unknownChildren(text, known)),
    ...known.flatMap((text) => wrongEnds(text, known)),
    ...circles(known),
  ];
}

const childrenOf = ({ written }: Known) => Object.keys(written.subprocedures ?? {});
const namesIn = (text: Known) => [text.written.procedure, ...childrenOf(text)];

/** The name of a subprocedure, like that of a procedure, means one thing. */
function twice(known: readonly Known[]): ProcedureFault[] {
  const taken = new Map<string, string>([...WORKFLOWS.map((name) => [name, 'the program'] as const)]);
  for (const { written, file } of known) if (!taken.has(written.procedure)) taken.set(written.procedure, file);
  const faults = known.flatMap((text) =>
    childrenOf(text).flatMap((name) => {
      const other = taken.get(name);
      if (other === undefined) taken.set(name, text.file);
      return other === undefined
        ? []
        : [faultAt(text, ['subprocedures', name], `is a name that ${other} has already; choose another one`)];
    }),
  );
  const own = known.filter(({ written }) => WORKFLOWS.includes(written.procedure));
  return [
    ...faults,
    ...own.map((text) => faultAt(text, ['procedure'], 'is a name of the program; choose another one')),
  ];
}

/** Procedures that nobody has written yet may be named; a name that is nearly a known one is a slip. */
function nearMisses(text: Known, names: readonly string[]): ProcedureFault[] {
  return mentionsIn(text.written).flatMap(({ path, name }) => {
    const meant = nearest(name, names);
    return meant === undefined || meant === name
      ? []
      : [faultAt(text, path, `${name} is not known; did you mean ${meant}?`)];
  });
}

function mentionsIn(written: WrittenDefinition): Mention[] {
  const starts = (written.start ?? []).flatMap(({ from = [], when, after }, index) => [
    ...from.map((name, at) => ({ path: ['start', index, 'from', at], name })),
    ...(when ? [{ path: ['start', index, 'when', 'count'], name: when.count }] : []),
    ...(after ? [{ path: ['start', index, 'after', 'of'], name: after.of }] : []),
  ]);
  const lists = Object.entries(written.fields).flatMap(([field, { of }]) =>
    of === undefined ? [] : [{ path: ['fields', field, 'of'], name: of }],
  );
  return [...starts, ...lists, ...openings(written), ...endings(written)];
}

/** All stages, those of subprocedures included. */
function stagesIn(written: WrittenDefinition): { path: Path; stage: WrittenStage; owner: string }[] {
  const own = written.stages.map((stage, index) => ({ path: ['stages', index], stage, owner: written.procedure }));
  const inner = Object.entries(written.subprocedures ?? {}).flatMap(([owner, { stages }]) =>
    stages.map((stage, index) => ({ path: ['subprocedures', owner, 'stages', index], stage, owner })),
  );
  return [...own, ...inner];
}

/** The procedures whose records a stage opens. */
const openings = (written: WrittenDefinition): (Mention & { owner: string })[] =>
  stagesIn(written).flatMap(({ path, stage, owner }) =>
    stage.opens_record ? [{ path: [...path, 'opens_record', 'of'], name: stage.opens_record.of, owner }] : [],
  );

/** Whoever adds child records needs to know what to fill in: there must be such a procedure. */
function unknownChildren(text: Known, known: readonly Known[]): ProcedureFault[] {
  const names = [...childrenOf(text), ...known.map(({ written }) => written.procedure)];
  return stagesIn(text.written).flatMap(({ path, stage: { children } }) =>
    !children || names.includes(children.of)
      ? []
      : [faultAt(text, [...path, 'children', 'of'], `${children.of} is no procedure; describe it under subprocedures`)],
  );
}

/** The ends of other records that conditions and starts ask about. */
function endings(written: WrittenDefinition): (Mention & { end: string; at: Path })[] {
  const children = stagesIn(written).flatMap(({ path, stage }) =>
    (stage.next ?? []).flatMap(({ when }, index) => childEnds(when, [...path, 'next', index, 'when'])),
  );
  const starts = (written.start ?? []).flatMap(({ after }, index) => {
    const path = ['start', index, 'after'];
    return after ? [{ path: [...path, 'of'], at: [...path, 'ended'], name: after.of, end: after.ended }] : [];
  });
  return [...children, ...starts];
}

function childEnds(condition: WrittenCondition | undefined, path: Path): (Mention & { end: string; at: Path })[] {
  if (!condition) return [];
  const { child, ended, any, all } = condition;
  const list = any ? 'any' : 'all';
  const inner = (any ?? all ?? []).flatMap((one, index) => childEnds(one, [...path, list, index]));
  if (child === undefined || ended === undefined) return inner;
  return [{ path: [...path, 'child'], at: [...path, 'ended'], name: child, end: ended }, ...inner];
}

/** A record of a known procedure must be able to end in the way that is asked about, and to take what is copied. */
function wrongEnds(text: Known, known: readonly Known[]): ProcedureFault[] {
  const lives = new Map(
    known.flatMap(({ written }) => [
      [written.procedure, written] as const,
      ...Object.entries(written.subprocedures ?? {}),
    ]),
  );
  const ends = endings(text.written).flatMap(({ at, name, end }) => {
    const life = lives.get(name);
    const possible = life && [...new Set([...Object.keys(life.ends), 'void'])];
    return !possible || possible.includes(end) ? [] : [faultAt(text, at, `${end} ${unknownEntry(end, possible)}`)];
  });
  const copies = stagesIn(text.written).flatMap(({ path, stage }) => {
    const fields = Object.keys(lives.get(stage.opens_record?.of ?? '')?.fields ?? {});
    return Object.keys(stage.opens_record?.copy ?? {})
      .filter((field) => fields.length > 0 && !fields.includes(field))
      .map((field) =>
        faultAt(text, [...path, 'opens_record', 'copy', field], `${field} ${unknownEntry(field, fields)}`),
      );
  });
  return [...ends, ...copies];
}

/** Records that open each other in a circle would never end. */
function circles(known: readonly Known[]): ProcedureFault[] {
  const opens = new Map<string, string[]>();
  for (const text of known) {
    for (const { owner, name } of openings(text.written)) opens.set(owner, [...(opens.get(owner) ?? []), name]);
    // A procedure opens the records of its subprocedures.
    opens.set(text.written.procedure, [...(opens.get(text.written.procedure) ?? []), ...childrenOf(text)]);
  }
  const leadsTo = (from: string, to: string) => {
    const found = new Set([from]);
    for (const one of found) for (const next of opens.get(one) ?? []) found.add(next);
    return found.has(to);
  };
  return known.flatMap((text) =>
    openings(text.written)
      .filter(({ owner, name }) => leadsTo(name, owner))
      .map(({ path, name }) =>
        faultAt(text, path, `${name} opens this kind of record again, in a circle; end it here`),
      ),
  );
}
