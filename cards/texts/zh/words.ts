import type { WordTexts } from '../words';

/** What answers the words that a person types. */
export const WORDS_ZH: WordTexts = {
  list: {
    titles: {
      mine: () => '我的反馈',
      todo: () => '等我处理的反馈',
      overdue: () => '已超时的反馈',
      search: (words) => (words ? `搜索“${words}”` : '搜索结果'),
    },
    empty: {
      mine: '您还没有提交或接单的反馈。',
      todo: '目前没有等您处理的反馈。',
      overdue: '目前没有超时的反馈。',
      search: '没有找到相符的反馈。',
    },
    total: (count) => `共 ${count} 条`,
    part: (count, first, last) =>
      first === last ? `共 ${count} 条，第 ${first} 条` : `共 ${count} 条，第 ${first}–${last} 条`,
    facts: ({ status, holder, due }) => [status, holder, due && `时限 ${due}`].filter(Boolean).join('｜'),
    overdueSince: (due) => `已超时，时限 ${due}`,
    notSubmitted: (forwardedAt) => `${forwardedAt} 转发，还没有提交`,
    owesInterim: '已延期，须先给客户一个阶段性答复',
    view: '查看',
    viewDraft: '查看草稿',
    previous: '上一页',
    next: '下一页',
    notYours: '这张卡片是别人查询的，您可以自己发送同样的文字查看。',
    sentToYou: '已私聊发给您',
  },
  nearWord: {
    words: {
      help: '帮助',
      mine: '我的',
      todo: '待办',
      overdue: '逾期',
      digest: '日报',
      search: '搜索',
      export: '导出',
    },
    got: (typed) => `收到：${typed}`,
    ask: (word) => `您是想发送“${word}”吗？`,
    send: (word) => `发送“${word}”`,
    orFeedback: '如果这是客户的反馈，请点“作为客户反馈”。',
    take: '作为客户反馈',
  },
};
