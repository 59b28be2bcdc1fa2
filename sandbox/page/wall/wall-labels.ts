import type { Language } from './wall-state';

const ZH = {
  title: '卡片墙',
  lead: '产品会发出的每一张卡片，用样例数据画出。表单可以填写，按钮可以点，但这里不会发送任何内容。',
  back: '返回沙箱',
  filter: '筛选卡片',
  language: '语言',
  theme: '外观',
  width: '宽度',
  themes: { light: '浅色', dark: '深色' },
  widths: { desktop: '桌面', phone: '手机' },
  index: '目录',
  json: 'JSON',
  link: '本卡片的链接',
  size: (bytes: number, elements: number) => `${bytes} / 30000 字节 · ${elements} / 200 个元素`,
  tapped: (label: string, cmd: string) => `已点“${label}”${cmd && `（${cmd}）`}，卡片墙不会发送`,
  loading: '加载中…',
  away: '机器人没有应答，稍后再试。',
  none: '没有符合条件的卡片。',
  specimens: '组件样例',
};

const EN: typeof ZH = {
  title: 'Wall of cards',
  lead: 'Every card the product sends, drawn from sample records. Forms can be filled and buttons tapped; nothing is sent.',
  back: 'Back to the sandbox',
  filter: 'Filter cards',
  language: 'Language',
  theme: 'Look',
  width: 'Width',
  themes: { light: 'Light', dark: 'Dark' },
  widths: { desktop: 'Desktop', phone: 'Phone' },
  index: 'Index',
  json: 'JSON',
  link: 'Link to this card',
  size: (bytes, elements) => `${bytes} / 30000 bytes · ${elements} / 200 elements`,
  tapped: (label, cmd) => `“${label}” tapped${cmd && ` (${cmd})`}; the wall sends nothing`,
  loading: 'Loading…',
  away: 'The bot does not answer; try again in a moment.',
  none: 'No card matches.',
  specimens: 'Components',
};

/** The wall's labels in a language. */
export const wallLabels = (language: Language): typeof ZH => (language === 'en-US' ? EN : ZH);
