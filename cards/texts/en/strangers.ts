import type { STRANGERS_ZH } from '../zh/strangers';

/** {@link STRANGERS_ZH} in English. */
export const STRANGERS_EN: typeof STRANGERS_ZH = {
  otherCompany: 'This card is for people of the company only.',
  notOfGroup: (group) => `This is for the members of ${group ? `the group of ${group}` : 'this group'}.`,
  forwardedCopy: 'This card was forwarded. Please use the original one.',
  tapNotUnderstood:
    'I could not read this tap, and nothing was changed. Please tap again; if that does not help, write to me what you want to do.',
};
