/** What the title of a list may use; `words` are those that were searched for. */
interface ListFacts {
  words: string;
  total: number;
  /** So many of them wait for the reader. */
  waiting: number;
}

const TITLES = {
  mine: ({ total, waiting }: ListFacts) => `我的 ${total} 件${waiting > 0 ? `，${waiting} 件等我` : ''}`,
  todo: ({ total }: ListFacts) => `${total} 件等您办`,
  unclaimed: ({ total }: ListFacts) => `${total} 件还没有人接`,
  due_today: ({ total }: ListFacts) => `今天到期和超时的 ${total} 件`,
  overdue: ({ total }: ListFacts) => `${total} 件超时`,
  closed: ({ total }: ListFacts) => `我的已归档 ${total} 件`,
  search: ({ words, total }: ListFacts) => `${words ? `搜索“${words}”` : '搜索结果'}，${total} 件`,
};

type Named = Record<keyof typeof TITLES, string>;

/** The lists that people ask for. */
export const LIST_ZH = {
  titles: TITLES,
  /** In place of the title of an empty list. */
  names: {
    mine: '我的反馈',
    todo: '待办',
    unclaimed: '等我们接的',
    due_today: '今天到期的',
    overdue: '超时的',
    closed: '已归档的',
    search: '搜索结果',
  } satisfies Named,
  /** How a list is sorted, under its title. */
  sorted: {
    mine: '最急的在上面',
    todo: '等您的在前，最急的在上面',
    unclaimed: '最急的在上面',
    due_today: '最急的在上面',
    overdue: '特急在前，再按超时长短',
    closed: '新的在上面',
    search: '新的在上面',
  } satisfies Named,
  empty: {
    mine: '您手上没有在办的反馈。',
    todo: '目前没有等您办的。',
    unclaimed: '目前没有等您部门接的。',
    due_today: '今天没有到期的。',
    overdue: '目前没有超时的。',
    closed: '还没有已归档的。',
    search: '没有找到相符的反馈。',
  } satisfies Named,
  part: (first: number, last: number) => (first === last ? `第 ${first} 件` : `第 ${first}–${last} 件`),
  urgentTag: (count: number) => `${count} 件特急`,
  /** `holder` is empty if nobody holds the case. */
  whoAndStatus: (holder: string, status: string) => `${status}${holder && `（${holder}）`}`,
  /** The second line of a draft, which has no deadline. */
  notSubmitted: (forwardedAt: string) => `${forwardedAt} 转发，还没有提交`,
  owesInterim: '已延期，须先给客户一个阶段性答复',
  view: '查看',
  viewDraft: '查看草稿',
  previous: '上一页',
  more: (count: number) => `还有 ${count} 件`,
  /** Brings the reader's cases at rest. */
  atRest: '已归档的',
  urgeAll: '超时的一起催',
  urgeAllConfirm: { title: '一起催办？', text: '超时的都会催：@ 手上有这些反馈的人，并加急。一小时内催过的不再催。' },
  notYours: '这张卡片是别人查询的，您可以自己发送同样的文字查看。',
  sentToYou: '已私聊发给您',
};
