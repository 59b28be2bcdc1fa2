import type { PlainWord } from '../../../src/domain/words';

const LIST_TITLES = {
  mine: (_words: string) => '我的反馈',
  todo: (_words: string) => '等我处理的反馈',
  overdue: (_words: string) => '已超时的反馈',
  due_today: (_words: string) => '今天到期和已超时的反馈',
  search: (words: string) => (words ? `搜索“${words}”` : '搜索结果'),
};

/** The answers to the words that people type. */
export const WORDS_ZH = {
  list: {
    titles: LIST_TITLES,
    empty: {
      mine: '您还没有提交或接单的反馈。',
      todo: '目前没有等您处理的反馈。',
      overdue: '目前没有超时的反馈。',
      due_today: '今天没有到期的反馈。',
      search: '没有找到相符的反馈。',
    } satisfies Record<keyof typeof LIST_TITLES, string>,
    total: (count: number) => `共 ${count} 条`,
    part: (count: number, first: number, last: number) =>
      first === last ? `共 ${count} 条，第 ${first} 条` : `共 ${count} 条，第 ${first}–${last} 条`,
    /** The second line of a case; each value is printable, and empty if it does not apply. */
    facts: ({ status, holder, due }: { status: string; holder: string; due: string }) =>
      [status, holder, due && `时限 ${due}`].filter(Boolean).join('｜'),
    /** `holder` is empty if nobody holds the case. */
    whoAndStatus: (holder: string, status: string) => `${status}${holder && `（${holder}）`}`,
    overdueSince: (due: string) => `已超时，时限 ${due}`,
    /** The second line of a draft, which has no deadline. */
    notSubmitted: (forwardedAt: string) => `${forwardedAt} 转发，还没有提交`,
    owesInterim: '已延期，须先给客户一个阶段性答复',
    view: '查看',
    viewDraft: '查看草稿',
    previous: '上一页',
    next: '下一页',
    notYours: '这张卡片是别人查询的，您可以自己发送同样的文字查看。',
    sentToYou: '已私聊发给您',
  },
  /** The acts of a row: at most four characters. */
  rowActs: {
    show: '查看',
    claim: '接单',
    answer: '答复',
    provide: '去补充',
    close: '去回复',
    urge: '催办',
    assign: '派人',
    reassign: '改派',
    instruct: '批示',
    extend: '要延期',
    route: '分派',
    interim: '去回话',
    release: '换人跟进',
    transfer: '转部门',
    still_working: '还在办',
    discard: '不是反馈',
  },
  /** A person typed a text that is nearly a word: `todoo`. */
  nearWord: {
    /** The words as people type them. */
    words: {
      help: '帮助',
      mine: '我的',
      todo: '待办',
      overdue: '逾期',
      digest: '日报',
      search: '搜索',
      export: '导出',
    } satisfies Record<PlainWord | 'search' | 'export', string>,
    got: (typed: string) => `收到：${typed}`,
    ask: (word: string) => `您是想发送“${word}”吗？`,
    send: (word: string) => `发送“${word}”`,
    orFeedback: '如果这是客户的反馈，请点“作为客户反馈”。',
    take: '作为客户反馈',
    /** A text that may be a customer's matter or not. */
    isFeedback: '这是客户反馈吗？不选择则不记录。',
    yes: '是客户反馈',
    no: '不是',
    /** A text that names a case. */
    noteTo: (number: string) => `补充到 ${number}`,
    urgeToo: '催一下',
    asNewFeedback: '作为新反馈',
    viewCase: (number: string) => `查看 ${number}`,
    unknownNumber: (number: string) => `没有找到 ${number}，或您不能查看。如果这是客户的反馈，请点“作为新反馈”。`,
    noted: (number: string) => `已补充到 ${number}。`,
    notedAndUrged: (number: string) => `已补充到 ${number}，并已催办。`,
  },
};
