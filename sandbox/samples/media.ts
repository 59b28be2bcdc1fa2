import type { Sample } from '../samples';
import { sampleFile } from './sample-file';

const words = (text: string, style: string[] = []) => ({ tag: 'text', text, style });

/** Pictures, files, a voice message, a video and a place. */
export const MEDIA_SAMPLES: Sample[] = [
  {
    id: 'post',
    title: '图文：外壳开裂',
    form: 'post',
    preview: '批号 2610-B 有 6 台外壳开裂，附照片',
    contents: () => [
      {
        type: 'post',
        title: '悦家超市 外壳开裂',
        rows: [
          [words('同一批次（批号 2610-B）开箱有 6 台外壳开裂，客户怀疑是质量问题，照片如下：')],
          [{ tag: 'img', bytes: sampleFile('cracked-panel.png'), width: 280, height: 210 }],
          [words('客户要求给出原因和预防措施。', ['bold'])],
        ],
      },
    ],
  },
  {
    id: 'picture',
    title: '一张照片',
    form: 'image',
    preview: '外箱破损的照片，没有文字',
    contents: () => [{ type: 'image', bytes: sampleFile('crushed-carton.png') }],
  },
  {
    id: 'burst',
    title: '连发三条',
    form: 'burst',
    preview: '昨天到的货外箱破损（文字、照片、文字）',
    contents: () => [
      { type: 'text', text: '宏达商贸钱经理：昨天到的货外箱破损' },
      { type: 'image', bytes: sampleFile('crushed-carton.png') },
      { type: 'text', text: '一共 12 箱，其中 3 箱里面的灯管也碎了，要补发' },
    ],
  },
  {
    id: 'file',
    title: '表格：验货不良清单',
    form: 'file',
    preview: '南湖酒店 验货不良清单.xlsx',
    contents: () => [
      { type: 'file', name: '南湖酒店 验货不良清单.xlsx', bytes: sampleFile('defect-list.xlsx') },
      { type: 'text', text: '南湖酒店郭经理发来的验货清单，请品质部看看这批灯管，他们要求月底前换货。' },
    ],
  },
  {
    id: 'voice',
    title: '语音：客户留言',
    form: 'audio',
    preview: '17 秒',
    contents: () => [{ type: 'audio', durationMs: 17_000 }],
  },
  {
    id: 'video',
    title: '视频：水管滴水',
    form: 'video',
    preview: '热水器滴水.mp4，9 秒',
    contents: () => [
      { type: 'media', name: '热水器滴水.mp4', durationMs: 9000, cover: sampleFile('dripping-heater.png') },
    ],
  },
  {
    id: 'place',
    title: '位置：要求上门',
    form: 'location',
    preview: '万和小区 3 栋',
    contents: () => [
      { type: 'location', name: '万和小区 3 栋（学府路 88 号）', longitude: '113.9412', latitude: '22.5431' },
      { type: 'text', text: '李阿姨家就在这里，油烟机装好后一直漏油，请售后约个时间上门。电话 13800138000' },
    ],
  },
  {
    id: 'card',
    title: '卡片：快递异常通知',
    form: 'card',
    preview: '快递助手：签收异常',
    contents: () => [
      {
        type: 'interactive',
        title: '签收异常',
        text: '运单 SF1020304050，收件人 冯女士（悦家超市），原因：外包装破损，客户拒收 4 件，退回仓库。',
      },
    ],
  },
];
