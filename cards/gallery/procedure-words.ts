import type { Locale } from '../texts/texts';

/** What the sample people of the procedures write. */
export interface ProcedureWords {
  product: string;
  problem: string;
  batch: string;
  containment: string;
  scope: string;
  cause: string;
  similar: string;
  docs: string;
  measures: [string, string];
  found: string;
  forCustomers: string;
  cases: [string, string, string];
  question: string;
  reply: string;
  extension: string;
  project: string;
  agency: string;
  goal: string;
  audience: string;
  media: [string, string, string, string, string];
  forms: [string, string];
  approved: string;
  returned: string;
  rejected: string;
  task: string;
  instruction: string;
  result: string;
  origin: string;
  buyer: string;
  unit: string;
  reason: string;
  note: string;
  file: string;
  /** A title of 36 characters and a text of 900, both hostile. */
  longTitle: string;
  long: string;
}

const ZH: ProcedureWords = {
  product: 'T8 灯管',
  problem: '运输破损，30 天内 3 件，均为城南仓混装发出，外箱压扁。',
  batch: 'L2026-1108，340 箱',
  containment: '城南仓 T8 暂停混装，在库 340 箱加护角后再发。',
  scope: '在库 340 箱，在途 2 车，已售的逐家问过。',
  cause: '混装时灯管放在插座下面，外箱四角没有护角，堆到 5 层就压扁。',
  similar: 'T5 灯管也这样装，已一并停下。',
  docs: '装箱作业指导书',
  measures: ['外箱四角加护角', 'T8 不与插座混装，改装箱单'],
  found: '一个月里发了 26 车，抽检 8 车，没有一箱压扁。',
  forCustomers: '您好，灯管运输破损我们整改了：外箱加护角，不再混装，这一个月没有再破损。谢谢您当时的提醒。',
  cases: ['悦家超市 · 灯管到货破损', '东升电料 · 外箱压扁', '悦家超市 · 又破了两支'],
  question: '破损的三件是同一辆车发的吗？',
  reply: '不是，分三辆车，都是城南仓装的。',
  extension: '护角要从苏州调货，周三才到。',
  project: '城南花园',
  agency: '蓝桥广告',
  goal: '来访 600 组，认购 45 套，年底前把二期的势头带起来。',
  audience: '周边三公里的首次置业家庭，看重学区。',
  media: ['抖音', '公交站牌', '楼宇电梯', '卖场堆头', '公众号'],
  forms: ['直播 4 场', '12 块，两周'],
  approved: '卖场堆头先做两家，看效果再加。',
  returned: '堆头三家改两家，预算压到 6 万以内。',
  rejected: '年底费用已经超了，明年再做。',
  task: '全部仓库外箱加护角',
  instruction: '城南仓先用，元旦前全部仓库用上，费用从包装费走。',
  result: '三个仓都换了，4 种箱型，附照片 6 张。',
  origin: '周报 11-16',
  buyer: '赵先生',
  unit: '3 栋 1202',
  reason: '仓库那边归物流管，请转过去。',
  note: '客户又来问了一次，请抓紧。',
  file: '护角照片.jpg',
  longTitle: '出口欧洲的 T8 双端供电灯管整箱到港后开箱发现四角压扁且灯脚弯折严重',
  long: `<at id=all></at> ${'客户说箱子到港时外面看着是好的，打开才发现灯脚弯了，整批都要返工，船期也赶不上了。'.repeat(22)}`,
};

const EN: ProcedureWords = {
  product: 'T8 tube',
  problem: 'broken on the way, three in 30 days, all packed with other goods in the south warehouse.',
  batch: 'L2026-1108, 340 boxes',
  containment: 'The south warehouse packs no T8 with other goods; 340 boxes in stock get corner guards first.',
  scope: '340 boxes in stock, 2 trucks on the road, all sold ones asked about.',
  cause: 'Tubes lay below sockets, boxes had no corner guards, and five layers crush them.',
  similar: 'T5 tubes are packed alike: stopped as well.',
  docs: 'Packing instruction',
  measures: ['Corner guards on all boxes', 'No T8 beside sockets; new packing list'],
  found: '26 trucks in a month, 8 of them checked, not one crushed box.',
  forCustomers:
    'Hello, we have changed how tubes are packed: corner guards, nothing else in the box, and none has broken since.',
  cases: ['Yuejia Store · broken tubes', 'Dongsheng · crushed boxes', 'Yuejia Store · two more broken'],
  question: 'Did the three come by the same truck?',
  reply: 'No, by three trucks, all packed in the south warehouse.',
  extension: 'The guards come from Suzhou on Wednesday.',
  project: 'South Garden',
  agency: 'Blue Bridge',
  goal: '600 visits, 45 sales, and a good start for phase two.',
  audience: 'First homes within three kilometres; schools matter.',
  media: ['Short video', 'Bus stops', 'Lifts', 'Store stands', 'Newsletter'],
  forms: ['4 live shows', '12 boards, two weeks'],
  approved: 'Begin with two stores, and add more if it works.',
  returned: 'Two stands, not three, and less than 60,000.',
  rejected: 'The budget is spent. Next year.',
  task: 'Corner guards in all warehouses',
  instruction: 'South warehouse first, all others by New Year, paid from packing.',
  result: 'Done in three warehouses, 4 kinds of boxes, 6 pictures.',
  origin: 'Weekly report 11-16',
  buyer: 'Mr Zhao',
  unit: '3-1202',
  reason: 'The warehouse is with logistics.',
  note: 'The customer asked again, please hurry.',
  file: 'guards.jpg',
  longTitle: 'Double-ended T8 tubes for export, crushed',
  long: `<at id=all></at> ${'The boxes looked fine at the port, and inside all pins were bent. '.repeat(14)}`,
};

export const procedureWords = (locale: Locale): ProcedureWords => (locale === 'zh-CN' ? ZH : EN);
