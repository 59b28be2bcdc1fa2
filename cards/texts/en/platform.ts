import type { PLATFORM_ZH } from '../zh/platform';

/** {@link PLATFORM_ZH} in English. */
export const PLATFORM_EN: typeof PLATFORM_ZH = {
  appRefused: (from, until, scopes) => ({
    title: 'Feishu just stopped the bot from sending for a while',
    lines: [
      scopes
        ? `From ${from} to ${until} the app lacked the scopes ${scopes}.`
        : `From ${from} to ${until} Feishu refused the app's requests.`,
      'No message and no card was lost; sending goes on now.',
      scopes
        ? ''
        : "Usually somebody changed the list of IP addresses, disabled the app, or published a version without the bot ability. Please check the app's console.",
    ],
  }),
  scopeMissing: (scopes, without) => ({
    title: 'The bot lacks a scope',
    lines: [
      `Please add ${scopes} in the app's console and publish a new version.`,
      `Until then ${without}; everything else works.`,
    ],
  }),
  without: {
    names: 'cards show no names of people and groups',
    departments: "departments cannot be imported, and their heads and groups aren't known",
    groups: 'groups and members cannot be chosen in the setup',
    buzz: 'nobody can be buzzed; a plain message goes out instead',
    forwards: 'merged forwards cannot be opened, so messages must be forwarded one by one',
    files: 'pictures and files cannot be passed on',
    cards: 'cards that were sent are not updated',
    other: 'something is left out',
  },
  unreachable: (names, count) => ({
    title: count >= 3 ? `${count} people get no messages for now` : `${names} gets no messages for now`,
    lines: [
      ...(count >= 3
        ? [
            `They are: ${names}.`,
            "Several people at once usually means that a new version has a smaller availability range. Please add them again in the app's console and publish a version.",
          ]
        : [
            "They may be outside the app's availability range, or their account is suspended.",
            "If they still work here, please check the availability range in the app's console; if they have left, remove them in Feishu's admin console, and their cases are passed on.",
          ]),
      'Their cases stay with them. I try again every hour; what they missed is sent as soon as it works, within a day.',
    ],
  }),
  takesLonger:
    'I have your chat history, but Feishu cannot open it yet. The card follows when it can; no need to forward it again.',
  closedForward: 'The chat history cannot be opened. Please forward its messages to me one by one.',
  retaken: {
    none: 'Nothing is left over, so nothing needs to be done again.',
    title: (count) => `Done again: ${count}`,
    events: (count) => `Received messages that could not be handled: ${count}`,
    messages: (count) => `Messages and cards that could not be delivered: ${count}`,
    note: 'They are being handled now. Reminders that are no longer needed are not sent.',
  },
};
