/** The form that somebody asked for. */
export interface AskedForm {
  act: string;
  /** What the person has filled in already, and what the button carried. */
  fields: Record<string, string>;
  /** The open_id of the person. */
  by: string;
}
