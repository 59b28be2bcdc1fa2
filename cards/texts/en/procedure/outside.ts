import type { Texts } from '../../texts';

export const OUTSIDE_EN: Texts['outside'] = {
  lead: (from: string, about: string) => `${from} asks you to fill in: ${about}`,
  note: 'Your answers are used for this matter only. You can save first and open the same link again.',
  submit: 'Submit',
  save: 'Save for later',
  optional: 'optional',
  savedNote: 'Saved, not submitted yet.',
  missing: 'This is still empty.',
  wrong: 'This is not quite right; please look again.',
  notANumber: 'Please enter a number.',
  yes: 'Yes',
  no: 'No',
  ratings: ['Very bad', 'Bad', 'So-so', 'Good', 'Very good'],
  thanks: { title: 'Received, thank you', text: 'We will see to it. You can close this page.' },
  closed: {
    title: 'This form is closed',
    text: 'It was submitted, or is not needed any more. If in doubt, ask whoever sent you the link.',
  },
  unknown: { title: 'This link is not valid', text: 'Please ask whoever sent it to you for a new one.' },
};
