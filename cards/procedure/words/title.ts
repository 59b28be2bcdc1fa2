import type { Definition } from '../../../src/domain/procedure/definition';
import type { ProcedureRecord, Values } from '../../../src/domain/procedure/record';
import type { CardContext } from '../../kit/context';
import { oneLine } from '../../kit/plain-text';
import { labelText } from './labels';
import { displayValue, isBlankValue } from './values';

/** What the title of a record is made of; small enough to be kept with a row of a list. */
export interface TitleSource {
  definition: Pick<Definition, 'title' | 'label' | 'fields'>;
  values: Values;
}

/** Far more than a title shows. */
const MAX_PART = 200;

/** The end of the first clause: a long text gives a title no more. */
const CLAUSE_END = /[，。；！？\n]|[,.;!?](?=\s|$)/;

const PLACE = /\{([a-z][a-z0-9_]*)\}/g;

/** The fields that the title names, in order. */
const namedIn = (title: string): string[] => [...title.matchAll(PLACE)].map(([, key = '']) => key);

/** The fields that the title of a record names. */
export const titleKeys = ({ definition }: Pick<ProcedureRecord, 'definition'>): string[] => namedIn(definition.title);

/** Only what the title needs of a record. */
export function titleSourceOf({ definition, values }: TitleSource): TitleSource {
  const { title, label } = definition;
  const keys = namedIn(title);
  const kept = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
  return { definition: { title, label, fields: kept(definition.fields) }, values: kept(values) };
}

/** Spaces stand between Latin words, and between Chinese and Latin ones, but not between Chinese characters. */
const SPACED_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** The marks that are left over where a place stays empty. */
const LOOSE = new Set(' ·:：,，-–—/');

/** The text without loose marks at its ends. */
function withoutLooseEnds(text: string): string {
  const points = [...text];
  const first = points.findIndex((point) => !LOOSE.has(point));
  const last = points.findLastIndex((point) => !LOOSE.has(point));
  return first === -1 ? '' : points.slice(first, last + 1).join('');
}

/**
 * The title of a record, `{product} {problem}` filled in, apart from the customer whom it names: a title shows the customer
 * first, and a preview leaves it out. A record without values is called by its procedure.
 */
export function titleOf(source: TitleSource, ctx: CardContext): { customer: string; subject: string } {
  const { definition, values } = source;
  const { title, fields, label } = definition;
  const customerKey = namedIn(title).find((key) => fields[key]?.type === 'customer' && !isBlankValue(values[key]));
  const shown = (key: string): string => {
    const field = fields[key];
    if (!field) return '';
    const text = displayValue(field, values[key], ctx)
      .trim()
      .slice(0, MAX_PART * 4);
    return oneLine(field.type === 'long' ? (text.split(CLAUSE_END, 1)[0] ?? '') : text, MAX_PART);
  };
  const filled = title.replace(PLACE, (_place, key: string) => (key === customerKey ? '' : shown(key)));
  const isEmpty = namedIn(title).every((key) => key === customerKey || isBlankValue(values[key]));
  const subject = withoutLooseEnds(filled.replace(/\s+/g, ' ').replace(SPACED_HAN, ''));
  return {
    customer: customerKey === undefined ? '' : shown(customerKey),
    subject: isEmpty || subject === '' ? labelText(label, ctx) : subject,
  };
}

/** The title in one line. */
export function titleLine(record: Pick<ProcedureRecord, 'definition' | 'values'>, ctx: CardContext): string {
  return ctx.texts.card.title({ ...titleOf(record, ctx), isUrgent: false });
}
