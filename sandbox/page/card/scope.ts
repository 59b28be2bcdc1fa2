import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CardView, Json } from './card-view';
import type { Labels } from './client-labels';
import type { Fields } from './fields/use-fields';

/** What every part of a card can reach. */
export interface Scope {
  view: CardView;
  locale: string;
  labels: Labels;
  fields: Fields;
  /** Draws elements one after the other; handed down because containers hold any element, containers too. */
  Elements: ComponentType<{ elements: Json[] }>;
  /** The form around, if any. */
  form: Json | null;
  /** The control whose tap is on its way: nothing else can be tapped meanwhile. */
  busy: Json | null;
  /** False where the card cannot be tapped at all. */
  isLive: boolean;
  /** Uses a control; `more` is what goes with it: an option, the form's values. */
  tap(control: Json, more?: { option?: string; form?: Json }): void;
}

export const ScopeContext = createContext<Scope | null>(null);

/** The surroundings of the part that asks. */
export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error('a part of a card stands outside any card');
  return scope;
}
