import type { CHOICES_ZH } from '../zh/choices';

/** {@link CHOICES_ZH} in English. */
export const CHOICES_EN: typeof CHOICES_ZH = {
  statuses: {
    draft: 'Draft',
    triage: 'To be routed',
    review: 'To be reviewed',
    assigned: 'To be claimed',
    handling: 'In progress',
    waiting: 'Information needed',
    answered: 'Answer ready',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    discarded: 'Discarded',
  },
  kinds: {
    inquiry: 'Inquiry',
    suggestion: 'Suggestion',
    complaint: 'Complaint',
    customer: 'Customer news',
    competitor: 'Competitor news',
    market: 'Market news',
  },
  channels: {
    visit: 'Visit',
    letter: 'Letter',
    phone: 'Phone',
    fax: 'Fax',
    email: 'E-mail',
    wechat: 'WeChat',
    social: 'Social media',
    survey: 'Survey',
    web: 'Website',
    other: 'Other',
  },
  categories: {
    quality: 'Product quality',
    service: 'Service',
    after_sales: 'After-sales',
    price: 'Price',
    delivery: 'Delivery',
    other: 'Other',
  },
  priorities: { normal: 'Normal', high: 'High', urgent: 'Urgent' },
  satisfactions: { satisfied: 'Satisfied', neutral: 'Neutral', unsatisfied: 'Unsatisfied' },
};
