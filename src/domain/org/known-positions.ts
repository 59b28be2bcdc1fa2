import { seenAs } from '../fields';

/**
 * The positions that the shipped procedures name, each with the names under which companies know it. Its first name is
 * the shown one, in Chinese and in English (`cards/texts`).
 */
const NAMES = {
  gm: ['总经理', '总裁', 'gm', 'general manager', 'managing director'],
  vice_gm: ['副总经理', '分管副总', '副总', 'deputy general manager', 'vice general manager'],
  marketing_director: ['营销部总监', '营销总监', '市场总监', '市场部总监', 'marketing director'],
  marketing_center: ['营销中心负责人', '营销中心主任', '营销中心总监', 'head of the marketing center'],
  service_manager: ['客服部经理', '客服经理', '客户服务部经理', '客服主管', 'service manager'],
  ad_planner: ['广告策划', '广告策划专员', '策划专员', '广告专员', 'ad planner', 'advertising planner'],
  legal: ['法务', '法务部', '法务经理', '法务专员', '法律顾问', 'legal', 'legal counsel'],
} as const satisfies Record<string, readonly string[]>;

export type KnownPosition = keyof typeof NAMES;

export const KNOWN_POSITIONS = Object.keys(NAMES) as KnownPosition[];

export const isKnownPosition = (key: string): key is KnownPosition => Object.hasOwn(NAMES, key);

const KEYS = new Map<string, KnownPosition>(
  KNOWN_POSITIONS.flatMap((key) => NAMES[key].map((name): [string, KnownPosition] => [name, key])),
);

/** The key of the position that goes by this name (`总经理`), or by the key itself; null for any other name. */
export function knownPosition(name: string): KnownPosition | null {
  const typed = seenAs(name).toLowerCase();
  return isKnownPosition(typed) ? typed : (KEYS.get(typed) ?? null);
}
