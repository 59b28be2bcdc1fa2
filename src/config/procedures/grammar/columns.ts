import { type Column, FIELD_TYPES, type FieldType, type Label } from '../../../domain/procedure/definition';

const IN_NO_COLUMN: readonly FieldType[] = ['rows', 'records', 'files', 'choices', 'people'];

/** The types that a column may have. */
export const COLUMN_TYPES = FIELD_TYPES.filter((type): type is Column['type'] => !IN_NO_COLUMN.includes(type));

const isColumnType = (text: string): text is Column['type'] => COLUMN_TYPES.some((type) => type === text);

/** A column in short: a type, whose usual label it gets, or a label of a text column. */
export function columnInShort(text: string): { type: string } | { label: string } {
  return isColumnType(text) ? { type: text } : { label: text };
}

/** The label of a column that the file gives none: by its name if that is a usual one, else by its type. */
export function usualLabel(name: string, type: Column['type']): Label {
  return USUAL.get(name) ?? OF_TYPE[type];
}

const label = (zh: string, en: string): Label => ({ zh, en });

/** The words of an office table. */
const USUAL = new Map<string, Label>(
  Object.entries({
    from: label('开始日期', 'From'),
    to: label('结束日期', 'To'),
    until: label('期限', 'Until'),
    on: label('日期', 'Date'),
    times: label('次数', 'Times'),
    quantity: label('数量', 'Quantity'),
    amount: label('金额', 'Amount'),
    price: label('单价', 'Price'),
    total: label('合计', 'Total'),
    contract: label('合同', 'Contract'),
    visits: label('来访', 'Visits'),
    calls: label('来电', 'Calls'),
    deals: label('成交', 'Deals'),
    customer: label('客户', 'Customer'),
    style: label('款号', 'Style'),
    product: label('产品', 'Product'),
    owner: label('负责人', 'Owner'),
    name: label('名称', 'Name'),
    item: label('项目', 'Item'),
    note: label('备注', 'Note'),
    reason: label('原因', 'Reason'),
    share: label('占比', 'Share'),
  }),
);

const OF_TYPE: Readonly<Record<Column['type'], Label>> = {
  text: label('内容', 'Text'),
  long: label('说明', 'Details'),
  number: label('数量', 'Number'),
  money: label('金额', 'Amount'),
  date: label('日期', 'Date'),
  datetime: label('时间', 'Time'),
  month: label('月份', 'Month'),
  choice: label('选项', 'Choice'),
  yesno: label('是否', 'Yes or no'),
  rating: label('评分', 'Rating'),
  nps: label('推荐度', 'Recommends'),
  person: label('人员', 'Person'),
  department: label('部门', 'Department'),
  category: label('类别', 'Category'),
  customer: label('客户', 'Customer'),
  product: label('产品', 'Product'),
  project: label('项目', 'Project'),
  outside: label('外部单位', 'Outside party'),
};
