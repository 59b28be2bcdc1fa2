import type { JsonObject } from '../../../src/domain/messaging';
import type { Org } from '../../../src/domain/org/org';
import type { Who } from '../../../src/domain/procedure/definition';
import type { ProcedureRecord, Reader } from '../../../src/domain/procedure/record';
import type { MayAct } from '../../../src/domain/procedure/stages';
import { type ButtonLook, button } from '../../kit/button';
import { departmentOptions } from '../../kit/choices';
import type { Element } from '../../kit/elements';
import { type MenuAct, menu } from '../../kit/parts/acts';
import type { ProcedureFormAct } from '../../texts/procedure-facts';
import { turnOf, type View } from '../record-frame';

/** The form that each of a stage's rights brings, the most usual first. */
const FORMS: [may: MayAct, act: ProcedureFormAct][] = [
  ['ask', 'question'],
  ['extend', 'extend'],
  ['hand_over', 'hand_over'],
  ['decline', 'decline'],
  ['transfer', 'transfer'],
  ['withdraw', 'withdraw'],
];

/** A button that brings the form of an act. */
export function askButton(
  { record, texts }: Pick<View, 'record' | 'texts'>,
  act: ProcedureFormAct,
  { word, look = 'default', values = {} }: { word?: string; look?: ButtonLook; values?: JsonObject } = {},
): Element {
  const own = act === 'edit' ? texts.procedure.acts.edit : texts.procedure.acts[act];
  return button({ cmd: 'record.ask', id: record.id, word: word ?? own, look, values: { act, ...values } });
}

/** A button of a command that changes the record; it carries the turn to which it belongs. */
export function commandButton(
  { record, ask }: Pick<View, 'record' | 'ask'>,
  command: string,
  { word, look = 'default', values = {} }: { word: string; look?: ButtonLook; values?: JsonObject },
): Element {
  return button({
    cmd: `record.${command}`,
    id: record.id,
    word,
    look,
    values: { ...turnOf(record, ask), ...values },
  });
}

/** 看经过: the whole record; none where it is shown already. */
export function showButton({ record, texts, isWhole }: View, look: ButtonLook = 'default', word?: string): Element[] {
  return isWhole ? [] : [button({ cmd: 'record.show', id: record.id, word: word ?? texts.procedure.acts.show, look })];
}

/** 打印; none if the procedure has no form on paper, or the record no number yet. */
export function printButton({ record, texts }: View, look: ButtonLook = 'default'): Element[] {
  if (!isPrintable(record)) return [];
  return [button({ cmd: 'record.print', id: record.id, word: texts.procedure.acts.print, look })];
}

const isPrintable = ({ definition, number }: ProcedureRecord): boolean => definition.document !== null && number !== '';

/** Whether there is another department to which the record can go. */
const hasOthers = (view: View): boolean => {
  const own = view.ask && view.ask.kind !== 'reply' ? view.ask.asked.department : null;
  return departmentOptions(view, '', { except: own }).length > 0;
};

/** What the stage lets its reader do beside its own act; an act that would be refused at once is left out. */
export function mayActs(view: View): ProcedureFormAct[] {
  const { record, ask } = view;
  if (ask?.kind !== 'fill' && ask?.kind !== 'claim') return [];
  const { may } = ask.stage;
  return FORMS.filter(([right]) => may.includes(right))
    .map(([, act]) => act)
    .filter(
      (act) =>
        (act !== 'question' || record.question === null) &&
        (act !== 'extend' || (record.extension?.waitsFor ?? null) === null) &&
        (act !== 'transfer' || hasOthers(view)),
    );
}

/** Whether the person plays this part in the record, as far as the record and the organisation tell it. */
function playsPart(who: Who, { starterId, holderId }: ProcedureRecord, id: string, org: Org): boolean {
  switch (who.kind) {
    case 'starter':
      return id === starterId;
    case 'holder':
      return id === holderId;
    case 'manager':
      return org.managers.includes(id);
    case 'clerk':
      return org.clerks.includes(id);
    case 'admin':
      return org.admins.includes(id);
    case 'position':
      return org.positions?.[who.position]?.includes(id) ?? false;
    default:
      return false;
  }
}

/** Whether the reader may declare the record void now. */
function mayVoid(record: ProcedureRecord, reader: Reader | null, org: Org): boolean {
  const { definition, stage, isOpen } = record;
  const rule = definition.void;
  if (!isOpen || !rule || reader?.type !== 'person') return false;
  const orderOf = (key: string) => definition.stages.findIndex((one) => one.key === key);
  const isTooLate = rule.until !== null && orderOf(stage) >= orderOf(rule.until);
  return !isTooLate && rule.by.some((who) => playsPart(who, record, reader.id, org));
}

/** The menu ⋯: rare acts by name, and at its end void, print and the whole record. */
export function moreActs(view: View, acts: ProcedureFormAct[], { prints = true, shows = true } = {}): Element[] {
  const { record, reader, ctx, texts } = view;
  const words = texts.procedure.acts;
  const voids = mayVoid(record, reader, ctx.org) && record.number !== '' && !mayActs(view).includes('withdraw');
  // Where the starter may do it, it takes the own request back; else the office declares a record void.
  const isOwn = reader?.id === record.starterId && record.definition.void?.by.some(({ kind }) => kind === 'starter');
  const voidWord = isOwn ? words.withdraw : words.void;
  const all: MenuAct[] = [
    ...acts.map((act) => ({ act, word: words[act] })),
    ...(voids ? [{ act: 'void', word: voidWord }] : []),
    ...(prints && isPrintable(record) ? [{ act: 'print', word: words.print }] : []),
    ...(shows && !view.isWhole ? [{ act: 'show', word: words.show }] : []),
  ];
  return menu({ cmd: 'record.ask', id: record.id }, all);
}
