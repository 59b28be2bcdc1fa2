import type { PlainWord } from '../../../src/domain/words';
import { LIST_ZH } from './desk/list';

/** The answers to the words that people type. */
export const WORDS_ZH = {
  list: LIST_ZH,
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
    draft: '查看草稿',
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
      begin: '新建',
      print: '打印',
    } satisfies Record<PlainWord | 'search' | 'export' | 'begin' | 'print', string>,
    got: (typed: string) => `收到：${typed}`,
    ask: (word: string) => `您是想发送“${word}”吗？`,
    send: (word: string) => `发送“${word}”`,
    orFeedback: '如果这是客户的反馈，请点“作为客户反馈”。',
    take: '作为客户反馈',
    asNewFeedback: '作为新反馈',
    unknownNumber: (number: string) => `没有找到 ${number}，或您不能查看。如果这是客户的反馈，请点“作为新反馈”。`,
  },
};
