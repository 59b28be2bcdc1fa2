import { CUSTOMERS, PEOPLE } from '../company';
import type { Child, Content } from '../platform/messages/incoming-content';
import type { Sample } from '../samples';
import { sampleFile } from './sample-file';

const MINUTE = 60_000;
const { qian, feng, sun } = CUSTOMERS;
const { repZhao } = PEOPLE;

/** One line of a conversation, said `minutesAgo` minutes before `now`. */
const line =
  (now: number) =>
  (minutesAgo: number, { id }: { id: string }, content: string | Content): Child => ({
    senderId: id,
    content: typeof content === 'string' ? { type: 'text', text: content } : content,
    at: now - minutesAgo * MINUTE,
  });

/** Conversations with customers, forwarded as one message (合并转发). */
export const CHAT_SAMPLES: Sample[] = [
  {
    id: 'merged',
    title: '聊天记录：色差',
    form: 'merged',
    preview: 'A3 样品色差有点大，和色卡对不上',
    contents: (now) => {
      const at = line(now);
      return [
        {
          type: 'merge_forward',
          children: [
            at(95, feng, '你们新出的 A3 样品色差有点大，和色卡对不上'),
            at(94, feng, { type: 'image', bytes: sampleFile('colour-shades.png') }),
            at(92, repZhao, '冯姐，是哪一批的？箱子上有批号'),
            at(88, feng, '批号 2611-A，左边是上次的，右边是这次的'),
            at(87, feng, '下周要定货，麻烦这两天给个说法'),
            at(85, repZhao, '好的，我马上反馈给品质部'),
          ],
        },
      ];
    },
  },
  {
    id: 'nested',
    title: '聊天记录：记录套记录',
    form: 'merged',
    preview: '客户把自己和工地的聊天也转来了',
    contents: (now) => {
      const at = line(now);
      return [
        {
          type: 'merge_forward',
          children: [
            at(240, sun, '工地那边又来催了，我把聊天转给你看'),
            at(239, sun, {
              type: 'merge_forward',
              children: [
                at(300, qian, '插座面板装上去有 4 个发烫，昨晚有一个冒烟了'),
                at(299, qian, { type: 'image', bytes: sampleFile('scorched-plug.png') }),
                at(297, sun, '先断电别用，我找厂家'),
              ],
            }),
            at(236, repZhao, '收到，型号和数量您说一下'),
            at(231, sun, 'K2 系列，一共 60 个，恒泰建材的订单 SO-20477'),
            at(230, sun, '这个很危险，今天一定要有人联系工地的钱经理 13800138000'),
          ],
        },
      ];
    },
  },
];
