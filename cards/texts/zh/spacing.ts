const HAN_THEN = /\p{Script=Han}$/u;
const THEN_HAN = /^\p{Script=Han}/u;

/** Joins two words: without a space between Chinese characters, else with a space. */
export function beside(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  return HAN_THEN.test(first) && THEN_HAN.test(second) ? first + second : `${first} ${second}`;
}
