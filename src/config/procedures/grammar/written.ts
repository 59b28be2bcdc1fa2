import { z } from 'zod';
import { parseDuration, parseTimeOfDay } from '../../../domain/time';
import { nearest } from '../../unknown-entry';

/** A value in a JSON Schema. */
export type EditorShape = z.core.JSONSchema.BaseSchema;

/**
 * What an editor may take beside what the schema says. `shape`: for a scalar, which reaches the program as a text, a
 * number, a switch, a choice; `short`: what may stand for a list or a mapping.
 */
export const editorShapes = z.registry<{ shape?: EditorShape; short?: EditorShape }>();

/** The schema of a scalar: `read` answers null for a text that is no such value. `expected` follows "must be". */
export function written<T>(
  read: (text: string) => T | null,
  expected: string | ((text: string) => string),
  shape: EditorShape = { type: 'string' },
) {
  const wrong = (text: string) => (typeof expected === 'string' ? `must be ${expected}` : expected(text));
  const schema = z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : wrong('')) })
    .transform((text, { issues }) => {
      const value = read(text);
      if (value !== null) return value;
      issues.push({ code: 'custom', input: text, message: wrong(text) });
      return z.NEVER;
    });
  const description = typeof expected === 'string' ? { description: expected } : {};
  editorShapes.add(schema, { shape: { ...shape, ...description } });
  return schema;
}

/** One of these words. */
export function oneOf<T extends string>(words: readonly T[]) {
  return written<T>(
    (text) => words.find((word) => word === text) ?? null,
    (text) => {
      const near = nearest(text, words);
      return near ? `${text} is not known; did you mean ${near}?` : `must be one of ${words.join(', ')}`;
    },
    { enum: [...words] },
  );
}

/** A whole number within these bounds. */
export function whole(min: number, max: number) {
  return written(
    (text) => (/^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : null),
    `a whole number from ${min} to ${max}`,
    { type: 'integer', minimum: min, maximum: max },
  );
}

/** An amount or a number, as conditions compare with it. */
export const amount = written(
  (text) => (/^-?\d{1,12}(?:\.\d{1,4})?$/.test(text) ? Number(text) : null),
  'a number such as 50000',
  { type: ['number', 'string'] },
);

/** YAML's own words for it come as texts. */
export const yesOrNo = written<boolean>((text) => SWITCHES.get(text) ?? null, 'yes or no', {
  type: ['boolean', 'string'],
});

const SWITCHES = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/** In ms. */
export const duration = written((text) => parseDuration(text) || null, 'a duration such as 12h or 30d');

/** In minutes after midnight. */
export const timeOfDay = written(parseTimeOfDay, 'a time such as "18:00"');

/** A text that a reader sees, as it is written. */
export const anyText = written((text) => text || null, 'a text', { type: ['string', 'number', 'boolean'] });
