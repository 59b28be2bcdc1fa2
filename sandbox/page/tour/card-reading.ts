import type { Message } from '../lib/message';

type Fields = Readonly<Record<string, unknown>>;

/** What a control of a card would tell the bot. */
export interface Command {
  cmd: string;
  /** The case. */
  id: number;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything in a card, at all depths, in the order in which it stands there. */
function* elementsOf(value: unknown): Generator<Fields> {
  if (Array.isArray(value)) for (const each of value) yield* elementsOf(each);
  if (!isFields(value)) return;
  yield value;
  for (const each of Object.values(value)) yield* elementsOf(each);
}

/** The commands that a card offers now. */
export function commandsOf(card: unknown): Command[] {
  const found: Command[] = [];
  for (const { cmd, id } of elementsOf(card)) {
    if (typeof cmd === 'string' && typeof id === 'number') found.push({ cmd, id });
  }
  return found;
}

export const offers = ({ card, recalled }: Message, cmd: string, id?: number) =>
  !recalled && commandsOf(card).some((one) => one.cmd === cmd && (id === undefined || one.id === id));

/** Whether the card is about the case, whatever it offers. */
export const isAbout = ({ card }: Message, id: number) => commandsOf(card).some((one) => one.id === id);

/**
 * The form that belongs to a command, filled in as a person in a hurry would: what stands in it stays, `answers` come
 * first, and what is required and still empty takes the first choice.
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
