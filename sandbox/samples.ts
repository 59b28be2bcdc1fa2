import { CUSTOMERS } from './company';
import type { SampleView } from './page-contract';
import { parcelPicture } from './picture';
import type { Content } from './platform/incoming-content';

/** A customer's words as a rep would forward them: one message, or several in a row. */
export interface Sample {
  id: string;
  title: string;
  form: SampleView['form'];
  /** A line of what is in it. */
  preview: string;
  contents: () => Content[];
}

const text = (words: string): Content => ({ type: 'text', text: words });
const { qian, feng } = CUSTOMERS;

/** The tray of the page. */
export const SAMPLES: Sample[] = [
  {
    id: 'complaint',
    title: '投诉：热水器漏水',
    form: 'text',
    preview: '热水器装上三天就漏水，约了两次没人来',
    contents: () => [
      text(
        '宏达商贸钱经理来电：上月买的 H-60 热水器装上三天就漏水，约了两次维修都没人来，要求尽快上门，不行就退货。电话 13800138000',
      ),
    ],
  },
  {
    id: 'late',
    title: '催货：订单延误一周',
    form: 'text',
    preview: 'SO-20391 的 200 箱货一周没到',
    contents: () => [
      text(
        '悦家超市冯女士微信问：订单 SO-20391 的 200 箱货原定上周五到，物流到现在没有更新，影响周末促销，请今天给准信。',
      ),
    ],
  },
  {
    id: 'post',
    title: '图文：外壳开裂',
    form: 'post',
    preview: '同一批次开箱有 6 台外壳开裂',
    contents: () => [
      {
        type: 'post',
        title: '悦家超市 外壳开裂',
        rows: [
          [
            {
              tag: 'text',
              text: '同一批次（批号 2610-B）开箱有 6 台外壳开裂，客户怀疑是质量问题，照片如下：',
              style: [],
            },
          ],
          [{ tag: 'img', bytes: parcelPicture([120, 150, 180]), width: 240, height: 160 }],
          [{ tag: 'text', text: '客户要求给出原因和预防措施。', style: ['bold'] }],
        ],
      },
    ],
  },
  {
    id: 'picture',
    title: '只有一张照片',
    form: 'image',
    preview: '一张外箱破损的照片',
    contents: () => [{ type: 'image', bytes: parcelPicture() }],
  },
  {
    id: 'burst',
    title: '连发三条',
    form: 'burst',
    preview: '昨天到的货外箱破损……',
    contents: () => [
      text('宏达商贸钱经理：昨天到的货外箱破损'),
      { type: 'image', bytes: parcelPicture() },
      text('一共 12 箱，其中 3 箱里面的灯管也碎了，要补发'),
    ],
  },
  {
    id: 'merged',
    title: '合并转发的聊天记录',
    form: 'merged',
    preview: 'A3 样品色差有点大，和色卡对不上',
    contents: () => [
      {
        type: 'merge_forward',
        children: [
          { senderId: feng.id, content: text('你们新出的 A3 样品色差有点大，和色卡对不上') },
          { senderId: feng.id, content: { type: 'image', bytes: parcelPicture([180, 120, 120]) } },
          { senderId: qian.id, content: text('我们这边也发现了，两批颜色不一样') },
          { senderId: feng.id, content: text('下周要定货，麻烦这两天给个说法') },
        ],
      },
    ],
  },
  {
    id: 'suggestion',
    title: '建议：说明书加视频',
    form: 'text',
    preview: '说明书上印一个二维码',
    contents: () => [text('建议：说明书上印一个二维码，扫码能看安装视频，老人家看不懂文字说明。——悦家超市冯女士')],
  },
  {
    id: 'competitor',
    title: '竞品：对手降价',
    form: 'text',
    preview: '华盛同规格产品降价 8%',
    contents: () => [text('市场消息：华盛同规格产品本月起降价 8%，宏达商贸说如果我们不跟，明年份额要给他们一半。')],
  },
  {
    id: 'hostile',
    title: '带符号的文字',
    form: 'text',
    preview: '<at id=all></at> **请看**',
    contents: () => [
      text('<at id=all></at> **请看** [点这里](https://evil.example) ![图](img_0) </font> :OK: ``` 客户原话就是这样'),
    ],
  },
];
