import { derivedId } from './platform/ids';
import type { Company, Group, Person } from './platform/model';

// The people of a small factory. Ids are derived from the strings below, so that `org.yaml` can name them.

const person = (word: string, [name, title]: [string, string], [enName, enTitle]: [string, string]): Person => ({
  id: derivedId('ou_', word),
  name,
  title,
  english: { name: enName, title: enTitle },
});

/** The people of the company by role. */
export const PEOPLE = {
  repLin: person('rep-lin', ['林晓', '客户经理'], ['Lin Xiao', 'Sales rep']),
  repZhao: person('rep-zhao', ['赵敏', '客户经理'], ['Zhao Min', 'Sales rep']),
  serviceLead: person('service-lead', ['陈国强', '售后部主管'], ['Chen Guoqiang', 'After-sales lead']),
  serviceLi: person('service-li', ['李娜', '售后工程师'], ['Li Na', 'After-sales engineer']),
  serviceWang: person('service-wang', ['王磊', '售后工程师'], ['Wang Lei', 'After-sales engineer']),
  qualityLead: person('quality-lead', ['周建华', '品质部主管'], ['Zhou Jianhua', 'Quality lead']),
  qualitySun: person('quality-sun', ['孙悦', '品质工程师'], ['Sun Yue', 'Quality engineer']),
  qualityHe: person('quality-he', ['何志明', '品质工程师'], ['He Zhiming', 'Quality engineer']),
  logisticsLead: person('logistics-lead', ['吴海燕', '物流部主管'], ['Wu Haiyan', 'Logistics lead']),
  logisticsXu: person('logistics-xu', ['徐涛', '物流专员'], ['Xu Tao', 'Logistics clerk']),
  logisticsMa: person('logistics-ma', ['马丽', '物流专员'], ['Ma Li', 'Logistics clerk']),
  clerk: person('clerk', ['刘芳', '办公室文员'], ['Liu Fang', 'Office clerk']),
  manager: person('manager', ['张伟', '市场部经理'], ['Zhang Wei', 'Marketing manager']),
  generalManager: person('general-manager', ['郑总', '总经理'], ['Mr Zheng', 'General manager']),
  admin: person('admin', ['黄工', '系统管理员'], ['Mr Huang', 'System admin']),
} as const;

/** Customers outside the company, who appear in forwarded conversations. */
export const CUSTOMERS = {
  qian: person('customer-qian', ['钱经理（宏达商贸）', '客户'], ['Mr Qian (Hongda Trading)', 'Customer']),
  feng: person('customer-feng', ['冯女士（悦家超市）', '客户'], ['Ms Feng (Yuejia Supermarket)', 'Customer']),
  sun: person('customer-sun', ['孙老板（恒泰建材）', '客户'], ['Mr Sun (Hengtai Materials)', 'Customer']),
  guo: person('customer-guo', ['郭经理（南湖酒店）', '客户'], ['Mr Guo (Nanhu Hotel)', 'Customer']),
} as const;

type Members = [lead: Person, ...Person[]];
const group = (word: string, name: string, english: string, [lead, ...members]: Members): Group => ({
  id: derivedId('oc_', word),
  name,
  english,
  ownerId: lead.id,
  members: [lead, ...members].map(({ id }) => id),
  department: { id: derivedId('od-', word), leaderId: lead.id },
});

/** The groups of the departments. */
export const GROUPS = {
  afterSales: group('after_sales', '售后部', 'After-sales', [PEOPLE.serviceLead, PEOPLE.serviceLi, PEOPLE.serviceWang]),
  quality: group('quality', '品质部', 'Quality', [PEOPLE.qualityLead, PEOPLE.qualitySun, PEOPLE.qualityHe]),
  logistics: group('logistics', '物流部', 'Logistics', [PEOPLE.logisticsLead, PEOPLE.logisticsXu, PEOPLE.logisticsMa]),
} as const;

/** The sandbox's company. `org.yaml` and `org-en.yaml` beside this file say who has which role. */
export const SAMPLE_COMPANY: Company = {
  tenantKey: derivedId('', 'sandbox tenant').slice(0, 16),
  bot: { openId: derivedId('ou_', 'bot'), name: '客户反馈', english: 'Customer feedback' },
  people: Object.values(PEOPLE),
  groups: Object.values(GROUPS),
  outsiders: Object.values(CUSTOMERS),
};
