import { z } from 'zod';
import { isBlank } from '../domain/fields';
import type { FormChange, SetupFault, SetupFaultName } from '../domain/org/changes';
import { distinct, MAX_NAME_LENGTH } from '../domain/org/values';

/** What a form asks for, or what is wrong with its fields. */
export type Read = { ok: true; change: FormChange } | { ok: false; faults: SetupFault[] };

const MAX_ITEMS = 100;
/** An input of the platform takes no more characters: the rest could not be shown again, and would be lost when saved. */
const MAX_TEXT = 1000;

/** No field is fixed by `org.yaml`. */
export const NOTHING: ReadonlySet<string> = new Set();

/** The faults of a field, as zod keeps them. */
export const wrong = (fault: SetupFaultName) => ({ params: { fault } });

/** A field's text, trimmed; empty if a reader would see nothing, or the platform did not send the field. */
export const fieldText = z
  .string()
  .default('')
  .transform((text) => (isBlank(text) ? '' : text.trim()));

/** A field that must hold a value. */
export function filled<T>(value: z.ZodType<T, string>) {
  return fieldText.refine((text) => text !== '', wrong('missing')).pipe(value);
}

/** Several short texts in one field, such as keywords. `longest` is the most characters that one may have. */
export function items(separator: RegExp, longest = MAX_NAME_LENGTH) {
  return fieldText
    .transform((text) => distinct(text.split(separator).map((item) => item.trim())).filter((item) => !isBlank(item)))
    .refine((all) => all.length <= MAX_ITEMS && all.every((item) => [...item].length <= longest), wrong('too_long'));
}

/** Whether the items fit into their field when the form is shown again. */
export const fits = (shown: string[], separator: string) => shown.join(separator).length <= MAX_TEXT;

/**
 * Reads a form. Fields in `fixed` are not part of it: `org.yaml` names their values, and their absence must clear nothing.
 * The values that `change` gets are those of the other fields.
 */
export function readForm<S extends z.ZodRawShape>(
  form: z.ZodObject<S>,
  fields: Record<string, string>,
  fixed: ReadonlySet<string>,
  change: (values: Partial<z.output<z.ZodObject<S>>>) => FormChange,
): Read {
  const shape = Object.fromEntries(Object.entries(form.shape).filter(([name]) => !fixed.has(name)));
  const read = z.object(shape).safeParse(fields);
  if (read.success) return { ok: true, change: change(read.data as Partial<z.output<z.ZodObject<S>>>) };
  return { ok: false, faults: faultsIn(read.error) };
}

/** Each fault of a field once. */
function faultsIn({ issues }: z.ZodError): SetupFault[] {
  const faults = new Map<string, SetupFault>();
  for (const issue of issues) {
    const field = String(issue.path[0]);
    const fault: SetupFaultName = (issue.code === 'custom' && issue.params?.fault) || 'not_a_choice';
    faults.set(`${field} ${fault}`, { field, fault });
  }
  return [...faults.values()];
}
