import type { SETUP_POSITIONS_ZH } from '../../zh/setup/positions';

/** {@link SETUP_POSITIONS_ZH} in English. */
export const SETUP_POSITIONS_EN: typeof SETUP_POSITIONS_ZH = {
  names: {
    gm: 'General manager',
    vice_gm: 'Deputy general manager',
    marketing_director: 'Marketing director',
    marketing_center: 'Head of the marketing center',
    service_manager: 'Service manager',
    ad_planner: 'Ad planner',
    legal: 'Legal',
  },
  counts: (positions, vacant) =>
    positions === 0
      ? 'Positions: not set'
      : `Positions: ${positions}${vacant > 0 ? `, ${vacant} without a holder` : ''}`,
  line: (name, holder, standIns) => `${name} | ${holder}${standIns ? ` | stand-ins: ${standIns}` : ''}`,
  vacant: 'nobody yet',
  away: (person, days, deputy) => `${person} is away ${days}; ${deputy || 'nobody'} acts for them`,
  key: (key) => `Procedure files write it as position:${key}.`,
  remove: 'Remove the position',
  removeConfirm: {
    title: 'Remove this position?',
    text: 'A procedure that asks for it will turn to the lead of the step or to the admins.',
  },
  fixed: 'This position is set in org.yaml; it is changed and removed there.',
};
