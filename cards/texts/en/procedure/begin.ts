import type { Texts } from '../../texts';

export const BEGIN_EN: Texts['begin'] = {
  title: 'You can begin',
  none: 'There is nothing that you can begin. Please ask an admin.',
  unknown: (name: string) => `Nothing is called "${name}". You can begin:`,
  notAllowed: (name: string) => `You cannot begin "${name}"; please ask a colleague who can.`,
  nobody: (name: string) =>
    `It is time for "${name}", but nobody is named to fill it in. Please name somebody in the set-up.`,
};
