import { written } from './written';

const PLACE = /\{([^{}]{0,60})\}/g;
const MAX_PATTERN_LENGTH = 120;

/** The names in braces, in order: `{seq:3}` is `seq:3`. */
export function placesIn(pattern: string): string[] {
  return [...pattern.matchAll(PLACE)].map(([, place = '']) => place);
}

/** A text with names in braces: `CAPA-{year}-{seq:3}`. Which names there are, the checks know. */
export const pattern = written(
  (text) => (text !== '' && text.length <= MAX_PATTERN_LENGTH && areBracesPaired(text) ? text : null),
  'a text with names in braces, such as CAPA-{year}-{seq:3}',
);

const areBracesPaired = (text: string) => !/[{}]/.test(text.replace(PLACE, ''));

/** `{seq}` or `{seq:3}`: the running number, with so many digits. */
export const isSequence = (place: string): boolean => /^seq(?::[1-9])?$/.test(place);

/** Places of a number or title that name no field. */
export const NUMBER_PLACES = ['year', 'period', 'project', 'parent'];
export const TITLE_PLACES = [...NUMBER_PLACES, 'number'];
