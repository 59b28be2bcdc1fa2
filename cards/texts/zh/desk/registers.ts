import type { RegisterName } from '../../../../src/domain/registers/register';
import type { RowFaultName } from '../../../../src/domain/registers/rows';

const NAMES: Record<RegisterName, string> = { customers: '客户', products: '产品', projects: '项目' };

const FAULTS: Record<RowFaultName, (other: string) => string> = {
  missing: () => '没有填写',
  not_text: () => '不是文字',
  not_a_list: () => '看不懂',
  not_a_row: () => '看不懂',
  unknown_column: () => '不认识这一列',
  too_long: () => '太长了',
  too_many: () => '太多了',
  not_a_date: () => '不是日期，请写成 2026-12-01 的样子',
  not_an_open_id: () => '不认识这个人',
  ends_before_it_begins: () => '比开始日期还早',
  repeated: () => '前面的行已经写过',
  taken: (other) => `已经是${other ? `“${other}”` : '别人'}的名字`,
};

const COLUMNS = {
  key: '编号',
  name: '名称',
  aliases: '别名',
  rep: '客户经理',
  region: '区域',
  class: '等级',
  contacts: '联系人',
  active_from: '开始日期',
  active_until: '结束日期',
};

/** Customers, products and projects; `what` is one of their names. */
export const REGISTERS_ZH = {
  names: NAMES,
  columns: COLUMNS,
  faults: FAULTS,
  /** The card of one entry. */
  subtitle: (what: string, key: string) => `${what} · 编号 ${key}`,
  ended: (day: string) => `往来到 ${day} 为止`,
  begins: (day: string) => `从 ${day} 开始往来`,
  notActive: '已停用',
  contacts: '联系人',
  masked: '电话只给客户经理、文员和经理看全。',
  records: (total: number) => (total === 0 ? '还没有您能看的反馈。' : `您能看的反馈 ${total} 件，在办的在前`),
  more: (count: number) => `还有 ${count} 件`,
  search: '搜索相关的反馈',
  merge: '合并到另一个',
  /** A name that is not known. */
  which: (what: string) => `您找的是哪个${what}？`,
  unknown: (what: string, name: string) => `名单里没有叫“${name}”的${what}。`,
  asFeedback: '这是客户反馈，帮我登记',
  hint: (what: string, example: string) => `请写上名字，例如“${what}：${example}”。`,
  examples: { customers: '恒泰', products: '灯管', projects: '城南' } satisfies Record<RegisterName, string>,
  /** The word alone. */
  overview: (what: string, count: number) => (count === 0 ? `还没有${what}名单` : `${what}名单，共 ${count} 个`),
  howToImport:
    '把名单的电子表格直接发给我，核对后再导入。第一行写列名：名称、简称、客户经理、区域、等级、联系人、电话。',
  waiting: (count: number) => `反馈里出现、名单里没有的名字，等您定：${count} 个`,
  noneWaits: '没有等您定的名字。',
  brought: (count: number) => `${count} 件反馈里提到`,
  add: '加入名单',
  aliasOf: '是谁的别名',
  decline: '不加',
  moreNames: (count: number) => `还有 ${count} 个，定完这些接着来。`,
  /** Which entry a name belongs to, or an entry goes into. */
  pickAlias: (name: string) => `“${name}”是谁的别名？`,
  pickMerge: (name: string) => `“${name}”并到哪一个？`,
  isAliasOf: (name: string) => `是“${name}”的别名`,
  mergeInto: (name: string) => `并到“${name}”`,
  mergeConfirm: {
    title: '确定合并？',
    text: '合并后只留一个，另一个的名字变成别名，联系人并在一起，不能撤回。',
  },
  mergeNote: '名字变成别名，联系人并在一起；其他系统按原来的编号仍然找得到。',
  otherName: '另写一个名字',
  find: '找一找',
  notFound: (name: string) => `没有找到“${name}”，换个写法试试。`,
  back: '返回',
  /** A sheet that somebody sent. */
  offer: (what: string) => `要导入这份${what}名单吗？`,
  changes: (created: number, updated: number, unchanged: number) =>
    `新增 ${created} 个，更新 ${updated} 个，没有变化 ${unchanged} 个`,
  rowFault: (line: number, column: string, fault: string) => `第 ${line} 行 · ${column ? `${column}：` : ''}${fault}`,
  leftOut: (count: number) => `有 ${count} 行要改，这次先不导入：`,
  moreFaults: (count: number) => `还有 ${count} 处`,
  unknownReps: (names: string) => `这些客户经理我不认识，先空着：${names}`,
  tooManyRows: (most: number) => `一次最多导入 ${most} 行，请分成几份。`,
  nothingToDo: '没有要改的。',
  confirm: '确认导入',
  notARegister: (what: string) => `不是${what}名单，作为反馈`,
  imported: (what: string) => `${what}名单已导入`,
  forgotten: '这份名单放得太久，已经清掉了，请再发一次。',
  /** What a person reads after a tap. */
  onlyKeepers: '只有文员和管理员可以改名单。',
  alreadyDone: '已经有人处理过了。',
  sameEntry: '这就是它自己，请选另一个。',
  gone: '名单里已经没有它了。',
  taken: (other: string) => `这个名字已经是“${other}”的了。`,
  done: {
    add: '已加入名单',
    alias: '已记为别名',
    decline: '好的，以后不再提',
    merge: '已合并',
    imported: '已导入',
  },
};
