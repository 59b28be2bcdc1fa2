import type { Locale } from '../texts/texts';

/** The names of the sample people, and what they write. */
export interface SampleWords {
  names: Record<string, string>;
  departments: Record<'after_sales' | 'quality' | 'logistics', string>;
  chat: string;
  customer: string;
  contact: string;
  words: string;
  later: string;
  long: string;
  short: string;
  files: [string, string];
  note: string;
  guesses: { kind: string; category: string; department: string; priority: string };
  instruction: string;
  transferReason: string;
  question: string;
  info: string;
  progress: [string, string, string];
  extension: string;
  interim: string;
  released: string;
  answer: string;
  cause: string;
  prevention: string;
  toldCustomer: string;
  customerWords: string;
  goodwill: string;
  unhappyWords: string;
  withdrawn: string;
  reopened: string;
  /** What a colleague writes, partly for colleagues only. */
  internal: string;
  customers: string[];
  searched: string;
  /** Holidays as an admin types them, with mistakes. */
  holidays: string;
}

const ZH: SampleWords = {
  names: {
    ou_rep: '林晓',
    ou_worker: '李娜',
    ou_colleague: '孙悦',
    ou_lead: '陈国强',
    ou_clerk: '刘芳',
    ou_boss: '张伟',
    ou_admin: '黄工',
  },
  departments: { after_sales: '售后部', quality: '品质部', logistics: '物流部' },
  chat: '售后部',
  customer: '明川包装有限公司',
  contact: '何经理 138 0013 8000',
  words:
    '上周到的三台封口机，有一台温控表一直停在 85 度上不去，袋子封不牢，产线停了半天。麻烦明天派人来看看，订单号 MC-20261108。',
  later: '另外两台暂时正常，不过也请师傅一起检查一下。',
  long: '机器是上个月二十号装的，前三天正常，第四天开始温度上不去，师傅电话里让我们换了保险丝，换完好了两天又不行了。我们一天要封六千袋，现在只能两台轮着用，夜班的人都在抱怨。',
  short: '在吗？',
  files: ['温控表读数.jpg', '封口机验收单-MC-20261108.pdf'],
  note: '老客户，合同里写明 24 小时到场。',
  guesses: { kind: '停了', category: '封口机', department: '派人来看看', priority: '产线停' },
  instruction: '请售后部今天先到现场恢复生产，原因查清后给客户书面说明。',
  transferReason: '现场查过是温控表批次问题，请品质部确认并换货。',
  question: '请问三台机器的出厂编号是多少？铭牌在机身右侧。',
  info: '故障的一台是 FK350-0917，另外两台是 FK350-0918 和 0919。',
  progress: ['已联系客户，明早 9 点到现场。', '客户说可以，请带两块备用温控表。', '温控表已换，正在试机。'],
  extension: '备用温控表要从苏州仓调货，周五上午才到。',
  interim: '您好，温控表周五上午到货，当天下午师傅上门更换，这两天有情况请随时找我。',
  released: '明后两天外地出差，赶不回来。',
  answer: '已到现场更换温控表，三台都试封 200 袋，封口牢固，生产已恢复',
  cause: '这批温控表的探头插接不牢，运输后松脱。',
  prevention: '同批 40 台逐台复检，今后出厂前加做振动测试。',
  toldCustomer: '您好，师傅已为您更换温控表，三台都试过了，封口正常。给您添麻烦了，如有问题请随时联系我。',
  customerWords: '来得很快，机器现在没问题了，谢谢。',
  goodwill: '赠送温控表一块备用',
  unhappyWords: '换完第二天又跳到 85 度，希望彻底解决。',
  withdrawn: '客户自己找到了原因，是插座没插紧。',
  reopened: '客户反映换表后第二天故障又出现。',
  internal: '已约客户明天上午上门。内部：同批上月已有 2 件，疑似供应商换了料。',
  customers: [
    '明川包装有限公司',
    '宏达商贸',
    '悦家超市（城南店）',
    '佳禾食品',
    '东江塑业有限公司',
    '永兴五金',
    '四海物流园',
    '安泰药业',
  ],
  searched: '封口机',
  holidays: '元旦：1月1日至3日放假\n春节：2月5日至11日，2月12日上班\n清明节',
};

const EN: SampleWords = {
  names: {
    ou_rep: 'Lin Xiao',
    ou_worker: 'Li Na',
    ou_colleague: 'Sun Yue',
    ou_lead: 'Chen Guoqiang',
    ou_clerk: 'Liu Fang',
    ou_boss: 'Zhang Wei',
    ou_admin: 'Huang Gong',
  },
  departments: { after_sales: 'After-sales', quality: 'Quality', logistics: 'Logistics' },
  chat: 'After-sales',
  customer: 'Mingchuan Packaging Ltd',
  contact: 'Ms He, +86 138 0013 8000',
  words:
    'Of the three sealing machines that came last week, one stays at 85 degrees and never gets hotter. The bags do not hold and our line stood still for half a day. Please send somebody tomorrow. Order MC-20261108.',
  later: 'The other two are fine so far, but please check them as well.',
  long: 'The machine was set up on the 20th. It was fine for three days, on the fourth it no longer got hot. Your engineer told us on the phone to change the fuse, which helped for two days. We seal six thousand bags a day and now run two machines in turns; the night shift complains.',
  short: 'Are you there?',
  files: ['thermostat-reading.jpg', 'acceptance-MC-20261108.pdf'],
  note: 'Customer for years; the contract says on site within 24 hours.',
  guesses: {
    kind: 'stood still',
    category: 'sealing machine',
    department: 'send somebody',
    priority: 'line stood still',
  },
  instruction:
    'After-sales goes there today and gets the line running; once the cause is known, tell the customer in writing.',
  transferReason: 'We were there: it is the batch of thermostats. Please confirm and replace them.',
  question: 'What are the serial numbers of the three machines? The plate is on the right side.',
  info: 'The faulty one is FK350-0917, the others are FK350-0918 and 0919.',
  progress: [
    'We called the customer and will be there at 9 tomorrow.',
    'They agree; please bring two spare thermostats.',
    'The thermostat is replaced, we are testing.',
  ],
  extension: 'The spare thermostats come from the Suzhou store and arrive on Friday morning.',
  interim: 'Hello, the thermostats arrive on Friday morning and are fitted the same afternoon. Call me any time.',
  released: 'I am travelling for the next two days.',
  answer: 'We replaced the thermostat on site and sealed 200 bags on each machine; all hold, the line is running again',
  cause: 'The probe plugs of this batch are loose and slipped off on the way.',
  prevention: 'All 40 of the batch are checked; a vibration test is done before shipping from now on.',
  toldCustomer:
    'Our engineer has replaced the thermostat and tried all three machines: they seal well. We are sorry for the trouble; call me whenever something is wrong.',
  customerWords: 'That was quick. The machine works now, thank you.',
  goodwill: 'One spare thermostat for free',
  unhappyWords: 'The day after, it was at 85 degrees again. Please solve it for good.',
  withdrawn: 'The customer found it: a loose plug.',
  reopened: 'The fault was back the day after the thermostat was replaced.',
  internal:
    'A visit is set for tomorrow. Internal: two of this lot came back last month, the supplier may be the cause.',
  customers: [
    'Mingchuan Packaging Ltd',
    'Hongda Trading',
    'Yuejia Supermarket (South)',
    'Jiahe Foods',
    'Dongjiang Plastics Ltd',
    'Yongxing Hardware',
    'Sihai Logistics Park',
    'Antai Pharma',
  ],
  searched: 'sealing',
  holidays: "New Year's Day: Jan 1 to Jan 3\nSpring Festival: Feb 5 to Feb 11, make-up Feb 12\nQingming Festival",
};

/** The same small factory, told in one language. */
export const sampleWords = (locale: Locale): SampleWords => (locale === 'en-US' ? EN : ZH);
