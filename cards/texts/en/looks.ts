import type { LOOKS_ZH } from '../zh/looks';

/** {@link LOOKS_ZH} in English. */
export const LOOKS_EN: typeof LOOKS_ZH = {
  button: 'Who has looked',
  title: (number) => `${number}: who has seen the contact details`,
  nobody: 'Nobody else has looked at the contact details yet.',
  line: (at, name) => `${at} ${name}`,
  earlier: (count) => (count === 1 ? 'There was 1 earlier look.' : `There were ${count} earlier looks.`),
  sent: (number) => `Who has looked at ${number} is in your direct chat`,
};
