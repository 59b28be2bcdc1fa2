import { UNSURE } from '../../src/domain/org/org';
import type { Room } from './card-size';
import type { CardContext } from './context';
import type { Option } from './form-elements';
import { categoryName, departmentName } from './names';

/** A fixed list of keys as options, each by its text. */
export function options<T extends string>(keys: readonly T[], texts: Record<T, string>): Option[] {
  return keys.map((key) => ({ value: key, text: texts[key] }));
}

/** As many keys as the card has room for; the chosen key is always among them. */
function keysWithin(room: Room, keys: string[], chosen: string): string[] {
  const shown = keys.slice(0, room.options);
  if (keys.includes(chosen) && !shown.includes(chosen)) shown.splice(-1, 1, chosen);
  return shown;
}

/** Which departments a select offers. */
export interface DepartmentChoice {
  /** The key of a department that is left out: a case is not transferred to the department that has it. */
  except?: string | null | undefined;
  /** Adds "let a clerk decide". */
  unsure?: boolean | undefined;
}

/** Where the options are shown. */
interface Place {
  ctx: CardContext;
  room: Room;
}

/** The company's departments as options. */
export function departmentOptions(
  { ctx, room }: Place,
  chosen: string,
  { except = null, unsure = false }: DepartmentChoice = {},
): Option[] {
  const keys = ctx.org.departments.map(({ key }) => key).filter((key) => key !== except);
  const named = keysWithin(room, keys, chosen).map((key) => ({ value: key, text: departmentName(key, ctx) }));
  return unsure ? [...named, { value: UNSURE, text: ctx.texts.unsure }] : named;
}

/** The company's categories as options. */
export function categoryOptions({ ctx, room }: Place, chosen: string): Option[] {
  const keys = ctx.org.categories.map(({ key }) => key);
  return keysWithin(room, keys, chosen).map((key) => ({ value: key, text: categoryName(key, ctx) }));
}
