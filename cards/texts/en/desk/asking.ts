import type { ASKING_ZH } from '../../zh/desk/asking';

/** {@link ASKING_ZH} in English. */
export const ASKING_EN: typeof ASKING_ZH = {
  quoted: (typed) => `"${typed}"`,
  isFeedback: 'Is this what a customer wrote?',
  yes: 'Yes, record it',
  no: 'No',
  unanswered: 'Without an answer nothing is recorded, and nobody is chased.',
  noteTo: (number) => `Add this to ${number}?`,
  about: (number) => `Is this about ${number}?`,
  noteAndUrge: 'Add and urge',
  noteOnly: 'Only add',
  urge: 'Urge',
  another: 'Another matter',
  look: (number) => `Open ${number}`,
  noted: (number) => `Added to ${number}`,
  notedAndUrged: (number) => `Added to ${number}, and urged`,
  undo: 'Undo',
  undone: (number) => `Undone: ${number} no longer has these words.`,
};
