/** The labels of the client around a card's own texts. */
export interface Labels {
  required: string;
  choose: string;
  search: string;
  nothing: string;
  ok: string;
  cancel: string;
  close: string;
  now: string;
  today: string;
  clear: string;
  more: string;
  all: string;
  hour: string;
  minute: string;
  before: string;
  after: string;
  previousMonth: string;
  nextMonth: string;
  weekdays: string[];
  month: (year: number, month: number) => string;
  page: (page: number, pages: number) => string;
  picture: string;
  drawing: string;
  noChart: string;
  chosen: (count: number) => string;
  remove: (name: string) => string;
  unknown: (tag: string) => string;
  showPassword: string;
}

const ZH: Labels = {
  required: '必填项，请填写',
  choose: '请选择',
  search: '搜索',
  nothing: '没有匹配的结果',
  ok: '确定',
  cancel: '取消',
  close: '关闭',
  now: '现在',
  today: '今天',
  clear: '清除',
  more: '更多',
  all: '所有人',
  hour: '时',
  minute: '分',
  before: '上一页',
  after: '下一页',
  previousMonth: '上个月',
  nextMonth: '下个月',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  month: (year, month) => `${year} 年 ${month} 月`,
  page: (page, pages) => `${page} / ${pages}`,
  picture: '查看图片',
  drawing: '图表加载中…',
  noChart: '图表无法显示',
  chosen: (count) => `已选 ${count} 项`,
  remove: (name) => `移除${name}`,
  unknown: (tag) => `暂不支持显示的组件：${tag}`,
  showPassword: '显示密码',
};

const EN: Labels = {
  required: 'Required',
  choose: 'Select',
  search: 'Search',
  nothing: 'No match',
  ok: 'OK',
  cancel: 'Cancel',
  close: 'Close',
  now: 'Now',
  today: 'Today',
  clear: 'Clear',
  more: 'More',
  all: 'All',
  hour: 'h',
  minute: 'min',
  before: 'Previous page',
  after: 'Next page',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  month: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
  page: (page, pages) => `${page} / ${pages}`,
  picture: 'View picture',
  drawing: 'Drawing the chart…',
  noChart: 'The chart cannot be shown',
  chosen: (count) => `${count} selected`,
  remove: (name) => `Remove ${name}`,
  unknown: (tag) => `A component that is not shown here: ${tag}`,
  showPassword: 'Show password',
};

/** @param locale as in `zh-CN` */
export const clientLabels = (locale: string): Labels => (locale.startsWith('en') ? EN : ZH);
