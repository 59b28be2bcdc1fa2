/** A piece of a text, and what stands in its place. */
export interface Edit {
  from: number;
  to: number;
  by: string;
}
