import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CardView, Json } from './card-view';
import type { Labels } from './client-labels';
import type { Fields } from './fields/use-fields';

/** What every part of a card can use. */
export interface Scope {
  view: CardView;
  locale: string;
  labels: Labels;
  fields: Fields;
  /** Draws elements one after the other. Passed down because containers hold any element, other containers included. */
  Elements: ComponentType<{ elements: Json[] }>;
  /** The form around the part, if any. */
  form: Json | null;
  /** The control whose tap waits for an answer; nothing else can be tapped meanwhile. */
  busy: Json | null;
  /** False if the card cannot be tapped at all. */
  isLive: boolean;
  /** Taps a control; `more` holds an option or the form's values. */
  tap(control: Json, more?: { option?: string; form?: Json }): void;
}

export const ScopeContext = createContext<Scope | null>(null);

/** The scope of the card around a component; throws outside a card. */
export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error('a part of a card stands outside any card');
  return scope;
}
