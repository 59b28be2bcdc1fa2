import { EN } from './en/en';
import { ZH } from './zh/zh';

/** The languages of the bot. */
export type Locale = 'zh-CN' | 'en-US';

/** Every text that a person sees, in one language. */
export type Texts = typeof ZH;

/** The fields of the forms about a case (design §3.3); the texts' `reasons` label the field `reason`. */
export type FieldName = keyof Texts['fields'];

/** The commands that ask for a `reason`; each command has its own label for the field. */
export type ReasonedCommand = keyof Texts['reasons'];

/** The categories of a company that names none. */
export type DefaultCategory = keyof Texts['categories'];

/** The name of a message that the bot sends once. */
export type MessageName = keyof Texts['messages'];

/** The name of a refusal that has a sentence. */
export type Refusal = keyof Texts['refusals'];

/** The statuses in which somebody holds the ball. */
export type HeldStatus = keyof Texts['clock']['held'];

/** The lists that a person can ask for (design §3.5). */
export type ListName = keyof Texts['list']['titles'];

/** The texts of the setup in chat. */
export type SetupTexts = Texts['setup'];

/** The fields of the setup's forms. */
export type SetupField = keyof SetupTexts['fields'];

/** A page of the setup that a button leads to. */
export type SetupPage = keyof SetupTexts['pages'];

const TEXTS: Record<Locale, Texts> = { 'zh-CN': ZH, 'en-US': EN };

/** Every text in one language. */
export function textsOf(locale: Locale): Texts {
  return TEXTS[locale];
}
