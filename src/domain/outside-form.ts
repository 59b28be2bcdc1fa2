/** A form that somebody outside the company fills in on a web page (design §3.7): all texts are ready to show. */
export interface OutsideForm {
  locale: 'zh-CN' | 'en-US';
  title: string;
  /** Who asks, and about what. */
  lead: string;
  fields: OutsideField[];
  /** What is done with the answers, and until when they may be changed. */
  note: string;
  submit: string;
  save: string;
  optional: string;
}

export interface OutsideField {
  name: string;
  label: string;
  required: boolean;
  as: 'line' | 'text' | 'number' | 'date' | 'one_of' | 'some_of';
  /** Of `one_of` and `some_of`, in order. */
  choices: { value: string; label: string }[];
  /** What is filled in so far: one text, or those of `some_of`. */
  values: string[];
  /** What is wrong with it, in words; null if nothing is. */
  fault: string | null;
}

/** What a visitor sees. */
export type OutsidePage =
  | { kind: 'form'; form: OutsideForm }
  /** The form is filled in, closed, or there never was one: a title and a line. */
  | { kind: 'words'; locale: 'zh-CN' | 'en-US'; title: string; text: string; isThere: boolean };

/** The forms of people outside. A token is known to nobody but whom it was given to. */
export interface OutsideForms {
  /** Shows the form of a token, and changes nothing. */
  open(token: string): Promise<OutsidePage>;
  /** Keeps a draft, or hands the form in. */
  answer(token: string, fields: Record<string, string>, intent: 'save' | 'submit'): Promise<OutsidePage>;
}
