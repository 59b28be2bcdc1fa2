import type { Message } from '../lib/message';

type Fields = Readonly<Record<string, unknown>>;

/** The command that a control of a card sends to the bot. */
export interface Command {
  cmd: string;
  /** Id of the case. */
  id: number;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All objects in a card, at all depths, in order. */
function* elementsOf(value: unknown): Generator<Fields> {
  if (Array.isArray(value)) for (const each of value) yield* elementsOf(each);
  if (!isFields(value)) return;
  yield value;
  for (const each of Object.values(value)) yield* elementsOf(each);
}

/** The commands that a card offers. */
export function commandsOf(card: unknown): Command[] {
  const found: Command[] = [];
  for (const { cmd, id } of elementsOf(card)) {
    if (typeof cmd === 'string' && typeof id === 'number') found.push({ cmd, id });
  }
  return found;
}

/** Whether a message's card offers this command, for this case if `id` is given. */
export const offers = ({ card, recalled }: Message, cmd: string, id?: number) =>
  !recalled && commandsOf(card).some((one) => one.cmd === cmd && (id === undefined || one.id === id));

/** Whether the card belongs to the case. */
export const isAbout = ({ card }: Message, id: number) => commandsOf(card).some((one) => one.id === id);

/**
 * Fills the form of a command quickly: `answers` first, then initial values; an empty required field takes the first
 * option.
 */
export function filledForm(card: unknown, cmd: string, answers: Readonly<Record<string, string>>): Fields {
  const forms = [...elementsOf(card)].filter(({ tag }) => tag === 'form');
  const form = forms.find((each) => [...elementsOf(each)].some((inner) => inner.cmd === cmd));
  const filled: Record<string, unknown> = {};
  for (const field of elementsOf(form?.elements)) {
    if (typeof field.name !== 'string' || field.tag === 'button') continue;
    const options = Array.isArray(field.options) ? field.options.filter(isFields).map(({ value }) => value) : null;
    const stands = field.default_value ?? field.initial_option;
    const wanted = answers[field.name];
    const fits = wanted !== undefined && (options === null || options.includes(wanted));
    const value = fits ? wanted : (stands ?? (field.required === true ? options?.[0] : undefined));
    if (value !== undefined) filled[field.name] = value;
  }
  return filled;
}
