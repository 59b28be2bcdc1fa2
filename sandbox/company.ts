import { derivedId } from './platform/ids';
import type { Company, Group, Person } from './platform/model';

// The people of a small factory. Ids are derived from the strings below, so that `org.yaml` can name them.

const person = (word: string, name: string, title: string): Person => ({ id: derivedId('ou_', word), name, title });

/** The people of the company by role. */
export const PEOPLE = {
  repLin: person('rep-lin', '林晓', '客户经理'),
  repZhao: person('rep-zhao', '赵敏', '客户经理'),
  serviceLead: person('service-lead', '陈国强', '售后部主管'),
  serviceLi: person('service-li', '李娜', '售后工程师'),
  serviceWang: person('service-wang', '王磊', '售后工程师'),
  qualityLead: person('quality-lead', '周建华', '品质部主管'),
  qualitySun: person('quality-sun', '孙悦', '品质工程师'),
  qualityHe: person('quality-he', '何志明', '品质工程师'),
  logisticsLead: person('logistics-lead', '吴海燕', '物流部主管'),
  logisticsXu: person('logistics-xu', '徐涛', '物流专员'),
  logisticsMa: person('logistics-ma', '马丽', '物流专员'),
  clerk: person('clerk', '刘芳', '办公室文员'),
  manager: person('manager', '张伟', '市场部经理'),
  generalManager: person('general-manager', '郑总', '总经理'),
  admin: person('admin', '黄工', '系统管理员'),
} as const;

/** Customers outside the company, who appear in forwarded conversations. */
export const CUSTOMERS = {
  qian: person('customer-qian', '钱经理（宏达商贸）', '客户'),
  feng: person('customer-feng', '冯女士（悦家超市）', '客户'),
  sun: person('customer-sun', '孙老板（恒泰建材）', '客户'),
  guo: person('customer-guo', '郭经理（南湖酒店）', '客户'),
} as const;

const group = (word: string, name: string, [lead, ...members]: [Person, ...Person[]]): Group => ({
  id: derivedId('oc_', word),
  name,
  ownerId: lead.id,
  members: [lead, ...members].map(({ id }) => id),
  department: { id: derivedId('od-', word), leaderId: lead.id },
});

/** The groups of the departments. */
export const GROUPS = {
  afterSales: group('after_sales', '售后部', [PEOPLE.serviceLead, PEOPLE.serviceLi, PEOPLE.serviceWang]),
  quality: group('quality', '品质部', [PEOPLE.qualityLead, PEOPLE.qualitySun, PEOPLE.qualityHe]),
  logistics: group('logistics', '物流部', [PEOPLE.logisticsLead, PEOPLE.logisticsXu, PEOPLE.logisticsMa]),
} as const;

/** The sandbox's company. `org.yaml` beside this file says who has which role. */
export const SAMPLE_COMPANY: Company = {
  tenantKey: derivedId('', 'sandbox tenant').slice(0, 16),
  bot: { openId: derivedId('ou_', 'bot'), name: '客户反馈' },
  people: Object.values(PEOPLE),
  groups: Object.values(GROUPS),
  outsiders: Object.values(CUSTOMERS),
};
