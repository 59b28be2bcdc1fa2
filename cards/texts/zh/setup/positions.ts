import type { KnownPosition } from '../../../../src/domain/org/known-positions';

/** The page of positions (职位) in the setup. */
export const SETUP_POSITIONS_ZH = {
  names: {
    gm: '总经理',
    vice_gm: '分管副总',
    marketing_director: '营销总监',
    marketing_center: '营销中心负责人',
    service_manager: '客服部经理',
    ad_planner: '广告策划',
    legal: '法务',
  } satisfies Record<KnownPosition, string>,
  /** A line of the home card. */
  counts: (positions: number, vacant: number) =>
    positions === 0 ? '职位：未设置' : `职位：${positions} 个${vacant > 0 ? `，其中 ${vacant} 个没有人` : ''}`,
  line: (name: string, holder: string, standIns: string) =>
    `${name}｜${holder}${standIns ? `｜代理：${standIns}` : ''}`,
  vacant: '还没有人',
  away: (person: string, days: string, deputy: string) =>
    deputy ? `${person} ${days} 请假，由${deputy}代办` : `${person} ${days} 请假，没有人代办`,
  /** How a company's own procedures name the position. */
  key: (key: string) => `在流程文件中写作 position:${key}。`,
  remove: '撤销职位',
  removeConfirm: { title: '撤销这个职位？', text: '流程里要找这个职位时，将改由步骤的主管或管理员决定。' },
  fixed: '这个职位写在 org.yaml 中，请在文件中修改或撤销。',
};
