import type { Channel, Kind, Priority, Satisfaction, Status } from '../../../src/domain/feedback/model';
import type { DEFAULT_CATEGORIES } from '../../../src/domain/org/org';

/** The names of the statuses of a case, and the names of the choices in the forms. */
export const CHOICES_ZH = {
  statuses: {
    draft: '草稿',
    triage: '待分派',
    review: '待批示',
    assigned: '待接单',
    handling: '处理中',
    waiting: '待补充',
    answered: '待回复客户',
    closed: '已归档',
    withdrawn: '已撤回',
    discarded: '已作废',
  } satisfies Record<Status, string>,
  kinds: {
    inquiry: '咨询',
    suggestion: '建议',
    complaint: '投诉',
    customer: '客户信息',
    competitor: '竞品信息',
    market: '市场行情',
  } satisfies Record<Kind, string>,
  channels: {
    visit: '走访',
    letter: '来信',
    phone: '电话',
    fax: '传真',
    email: '邮件',
    wechat: '微信',
    social: '社交媒体',
    survey: '问卷',
    web: '网站',
    other: '其他',
  } satisfies Record<Channel, string>,
  categories: {
    quality: '产品质量',
    service: '服务',
    after_sales: '售后',
    price: '价格',
    delivery: '交货/物流',
    other: '其他',
  } satisfies Record<(typeof DEFAULT_CATEGORIES)[number], string>,
  priorities: { normal: '普通', high: '紧急', urgent: '特急' } satisfies Record<Priority, string>,
  satisfactions: { satisfied: '满意', neutral: '一般', unsatisfied: '不满意' } satisfies Record<Satisfaction, string>,
};
