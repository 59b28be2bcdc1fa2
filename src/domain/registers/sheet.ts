import { isDate } from '../time';
import { foldedName } from './folding';
import { NameIndex } from './match';
import type { RegisterEntry, RegisterName } from './register';

/** A register found in a spreadsheet; each row as JSON that `readRows` reads, with its place in the sheet. */
export interface RegisterSheet {
  register: RegisterName;
  rows: SheetRow[];
}

export interface SheetRow {
  /** The row's number as the spreadsheet counts it: the first row is 1. */
  line: number;
  /** As `readRows` takes them; without `key` if the sheet has no such column. */
  cells: Record<string, unknown>;
  /** The rep by name; empty if the sheet names none. */
  repName: string;
}

/** What a column of a sheet is about. */
type SheetColumn =
  | 'key'
  | 'name'
  | 'model'
  | 'aliases'
  | 'rep'
  | 'region'
  | 'class'
  | 'contact'
  | 'phone'
  | 'post'
  | 'active_from'
  | 'active_until';

/** Headings that mean the same in every register. */
const HEADINGS: Record<Exclude<SheetColumn, 'name' | 'model'>, string> = {
  key: '编号 编码 代码 客户编号 客户编码 客户代码 产品编号 产品编码 物料编码 项目编号 项目编码 key code id no',
  aliases: '简称 别名 客户简称 客户别名 产品简称 产品别名 项目简称 项目别名 曾用名 alias aliases shortname',
  rep: '客户经理 销售 销售员 业务员 负责人 跟进人 项目经理 产品经理 rep salesrep owner',
  region: '区域 地区 大区 省份 所在地区 所属区域 region area',
  class: '等级 类别 级别 分类 客户等级 客户类别 客户级别 客户分类 产品类别 项目类别 项目类型 class category level',
  contact: '联系人 联系人姓名 客户联系人 contact contactname',
  phone: '电话 手机 手机号 联系电话 联系方式 联系人电话 phone mobile telephone',
  post: '职务 职位 联系人职务 post position title',
  active_from: '开始日期 起始日期 启用日期 合作开始 合作日期 合作开始日期 开工日期 activefrom from start',
  active_until: '结束日期 截止日期 停用日期 合作结束 合作结束日期 竣工日期 activeuntil until end',
};

/** Headings of the name, and those that say which register a sheet with a plain 名称 is about. */
const NAMES: Record<RegisterName, { name: string; model: string; telling: string }> = {
  customers: {
    name: '客户名称 客户 客户全称 公司名称 单位名称 customer customername company',
    model: '',
    telling: '客户经理 客户等级 客户类别 客户简称 客户编号 联系人 业务员',
  },
  products: {
    name: '产品名称 产品 品名 product productname',
    model: '型号 规格型号 规格 产品型号 model',
    telling: '型号 规格型号 产品型号 产品类别',
  },
  projects: {
    name: '项目名称 项目 工程名称 project projectname',
    model: '',
    telling: '项目经理 项目编号 项目类型 开工日期 竣工日期',
  },
};
const ANY_NAME = ['名称', '全称', 'name'];

/** A title and notes may stand above the headings. */
const MAX_ABOVE = 5;
/** Longer than any heading. */
const MAX_HEADING = 20;

/** A heading without what people add to it: `客户名称（必填）*` → `客户名称`. */
const headingOf = (cell: string) =>
  foldedName(cell.normalize('NFKC').split('(', 1)[0] ?? '')
    .replace(/[*_-]/g, '')
    .slice(0, MAX_HEADING);

const isIn = (headings: string, heading: string) => headings.split(' ').includes(heading);

function columnOf(heading: string, register: RegisterName): SheetColumn | null {
  const { name, model } = NAMES[register];
  if (isIn(name, heading) || ANY_NAME.includes(heading)) return 'name';
  if (isIn(model, heading)) return 'model';
  const found = Object.entries(HEADINGS).find(([, headings]) => isIn(headings, heading));
  return found ? (found[0] as SheetColumn) : null;
}

interface Head {
  register: RegisterName;
  columns: (SheetColumn | null)[];
  score: number;
}

/** The headings of a row as those of one register; null if they are not. */
function headAs(register: RegisterName, headings: string[]): Head | null {
  const filled = headings.filter(Boolean);
  const columns = headings.map((heading) => (heading === '' ? null : columnOf(heading, register)));
  const isNamed = headings.some(
    (heading) => isIn(NAMES[register].name, heading) || isIn(NAMES[register].model, heading),
  );
  const isTold = headings.some((heading) => isIn(NAMES[register].telling, heading));
  const known = columns.filter((column) => column !== null).length;
  const hasName = columns.includes('name') || columns.includes('model');
  // A list of orders names a customer, too: most of its columns are no register's.
  if (!hasName || !(isNamed || isTold) || known * 2 < filled.length) return null;
  return { register, columns, score: known + (isNamed ? 1 : 0) };
}

/** Finds the rows of a register below their headings; null if the sheet is none. */
export function readRegisterSheet(cells: string[][]): RegisterSheet | null {
  for (const [at, row] of cells.slice(0, MAX_ABOVE).entries()) {
    const headings = row.map(headingOf);
    const heads = (Object.keys(NAMES) as RegisterName[]).flatMap((register) => headAs(register, headings) ?? []);
    const best = heads.sort((a, b) => b.score - a.score)[0];
    if (!best) continue;
    const rows = cells.slice(at + 1).flatMap((values, below) => rowOf(best.columns, values, at + below + 2) ?? []);
    return { register: best.register, rows };
  }
  return null;
}

/** Several aliases in one cell. */
const BETWEEN = /[,，、;；/|\n]/;

/** `2026/12/1`, `2026年12月1日` as `2026-12-01`; anything else as it is. */
function dateIn(cell: string): string {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00(?::00)?)?$/.exec(cell) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year !== undefined && isDate(date) ? date : cell;
}

/** Null for an empty row. */
function rowOf(columns: (SheetColumn | null)[], values: string[], line: number): SheetRow | null {
  if (values.every((value) => value.trim() === '')) return null;
  const has = (column: SheetColumn) => columns.includes(column);
  const value = (column: SheetColumn) => (values[columns.indexOf(column)] ?? '').trim();
  const [name, model] = [value('name'), has('model') ? value('model') : ''];
  const isModelNamed = model === '' || name.includes(model);
  const aliases = [...value('aliases').split(BETWEEN), name === '' || isModelNamed ? '' : model];
  const contact = { name: value('contact'), phone: value('phone'), post: value('post') };
  const isContact = (has('contact') && contact.name !== '') || (has('phone') && contact.phone !== '');
  const cells: Record<string, unknown> = { name: name === '' ? model : isModelNamed ? name : `${name} ${model}` };
  if (has('key')) cells.key = value('key');
  if (has('aliases') || has('model')) cells.aliases = aliases.map((one) => one.trim()).filter(Boolean);
  // An empty cell says nothing: what is known stays.
  for (const column of ['region', 'class'] as const) if (has(column) && value(column)) cells[column] = value(column);
  if (isContact) cells.contacts = [contact];
  for (const column of ['active_from', 'active_until'] as const) {
    if (has(column) && value(column)) cells[column] = dateIn(value(column));
  }
  return { line, cells, repName: has('rep') ? value('rep') : '' };
}

/** The keys of rows that have none: that of the entry of this name, else one made of the name. */
export function keyed(rows: SheetRow[], known: RegisterEntry[]): SheetRow[] {
  const index = new NameIndex(known);
  return rows.map((row) => {
    if (row.cells.key) return row;
    const name = String(row.cells.name ?? '');
    return { ...row, cells: { ...row.cells, key: index.exact(name)?.key ?? keyFrom(name) } };
  });
}

const MAX_KEY = 64;

/** A key for an entry that has none but its name; empty if nothing of the name is left to compare. */
export const keyFrom = (name: string): string => foldedName(name).slice(0, MAX_KEY);
