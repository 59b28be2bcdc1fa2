import type { Ask } from '../../src/domain/procedure/asks';

/** An ask of one kind. */
export type AskOf<K extends Ask['kind']> = Extract<Ask, { kind: K }>;

/** So few equal outcomes are buttons of their own. */
export const MAX_OUTCOMES = 3;

/** A card shows the beginning of a text: code points. */
export const MAX_WORDS = 120;
