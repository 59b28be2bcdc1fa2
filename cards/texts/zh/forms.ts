const FIELDS = {
  from: '从这一条起',
  subject: '事由',
  assignee: '派给谁',
  text: '补充内容',
  into: '并入',
  customer: '客户',
  contact: '联系方式',
  channel: '反馈渠道',
  kind: '反馈类型',
  category: '问题类别',
  department: '责任部门',
  priority: '紧急程度',
  note: '备注',
  instruction: '批示',
  answer: '处理意见',
  cause: '原因分析',
  prevention: '预防措施',
  question: '需要补充的信息',
  info: '补充信息',
  until: '延期至',
  told_customer: '告知客户的内容',
  satisfaction: '客户满意度',
  customer_words: '客户反应',
  goodwill: '补偿或优惠',
};

const HINTS: Partial<Record<keyof typeof FIELDS, string>> = {
  subject: '是什么事，一句话',
  customer: '客户名称或单位',
  contact: '电话、邮箱；群里会遮住',
  note: '部门需要知道的其他情况（选填）',
  instruction: '请写明处理要求',
  answer: '处理意见：怎么解决、几时办好。会转告客户，“内部：”之后的不会',
  cause: '为什么会这样',
  prevention: '今后怎样避免（选填）',
  question: '需要客户或客户经理补充什么',
  info: '直接回答；照片发在这张卡片的话题里',
  text: '补充的情况，部门马上看到',
  told_customer: '可修改后发给客户',
  customer_words: '客户听后怎么说（选填）',
  goodwill: '如有补偿或优惠请注明（选填）',
};

/** The fields of the forms about a case (design §3.3). */
export const FORMS_ZH = {
  fields: FIELDS,
  /** The labels of the field `reason`, by command. */
  reasons: {
    transfer: '转派原因',
    release: '退回原因（选填）',
    extend: '延期原因',
    refuse_extension: '不同意的原因（选填）',
    correct: '更正原因（改部门时必填）',
    withdraw: '撤回原因（选填）',
    reopen: '重新打开的原因',
  },
  /** The label of the field `reason` if the command is unknown. */
  reason: '原因',
  /** Placeholders that say more than "type here". */
  hints: HINTS,
  typeHere: '请填写',
  chooseHere: '请选择',
  unsure: '不确定，请文员分派',
};
