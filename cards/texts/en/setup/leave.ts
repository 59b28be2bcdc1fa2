import type { LEAVE_ZH } from '../../zh/setup/leave';

/** {@link LEAVE_ZH} in English. */
export const LEAVE_EN: typeof LEAVE_ZH = {
  title: 'Away',
  backTitle: 'Back',
  days: (from, until) => (from === until ? from : `${from} to ${until}`),
  usage:
    'Please give the dates and a deputy, for example "away 12-01 12-05 Li Na"; one date for a single day. Say "back" when you return.',
  done: (days, deputy) => `Away ${days}; ${deputy} acts for you. Say "back" when you return.`,
  doneFor: (person, days, deputy) => `Noted: ${person} is away ${days}; ${deputy} acts for them.`,
  replaced: (days) => `What was noted for ${days} no longer counts.`,
  shortened: (days) => `What was noted before is now ${days}.`,
  deputyAway: (deputy) => `${deputy} is away for some of that time; the deputy of ${deputy} acts then.`,
  toDeputy: (person, days) => `${person} is away ${days}. You act for them.`,
  toDeputyNoMore: (person, days) => `${person} changed the absence of ${days}: you need not act for them.`,
  toPerson: (by, days, deputy) =>
    `${by} noted that you are away ${days}; ${deputy} acts for you. Say "back" when you return.`,
  back: 'Welcome back.',
  calledOff: (days) => `The absence of ${days} is called off.`,
  backFor: (person, days) => `The absence of ${person}, ${days}, has ended.`,
  toDeputyBack: (person, days) => `${person} is back (was to be away ${days}): you need not act for them any more.`,
  toPersonBack: (by, days) => `${by} noted that you are back (you were to be away ${days}).`,
  notAway: 'No absence of yours is noted.',
  notAwayFor: (person) => `No absence of ${person} is noted.`,
  onlyAdmins: (names) =>
    `You can note your own absence; an admin${names ? ` (${names})` : ''} can note that of others.`,
  unknown: (name) =>
    `I know no colleague called "${name}". Please check the name, or mention them with @; they can also write to me once.`,
  which: (name, count) => `${count} colleagues are called "${name}". Which one do you mean?`,
  whichPerson: 'Who is away',
  whichDeputy: 'Deputy',
  choose: 'Choose',
  refusals: { choose_one: 'Please choose one person.', not_the_asker: 'Only whoever noted the absence can choose.' },
  faults: {
    no_such_day: 'There is no such day; please check the dates.',
    ends_before_it_begins: 'It would end before it begins; please check the dates.',
    past: 'That time is over; please check the dates.',
    unlikely: 'Please check the dates: an absence lasts a year at most, and is noted ten months ahead at most.',
    own_deputy: 'Nobody is their own deputy; please name a colleague.',
  },
};
