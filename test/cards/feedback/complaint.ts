import type { CardContext } from '../../../cards/kit/context';
import type { Feedback } from '../../../src/domain/feedback/model';
import { attachment, context, ORG, source, T0 } from '../samples';

const [afterSales, quality] = ORG.departments as [(typeof ORG.departments)[0], (typeof ORG.departments)[0]];
const NAMES: Record<string, string> = { ou_rep: '李四', ou_worker: '张三', ou_boss: '赵总' };
/** The sample office with Chinese names. */
export const ZH: CardContext = {
  ...context('zh-CN', {
    ...ORG,
    departments: [
      { ...afterSales, name: '售后部' },
      { ...quality, name: '质量部' },
    ],
  }),
  nameOf: (id) => NAMES[id] ?? id,
};

/** An urgent complaint with a phone number, a picture, and a recalled message. */
export const COMPLAINT: Partial<Feedback> = {
  customer: '宏达机械',
  contact: '13812345678',
  priority: 'urgent',
  sources: [
    source('机器又坏了，打我电话13812345678', {
      attachments: [attachment('image', { keptKey: 'img_1' }), attachment('image')],
    }),
    source('发错了', { recalledAt: T0 }),
  ],
};
