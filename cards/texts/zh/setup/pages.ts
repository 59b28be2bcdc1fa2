/** The pages of the setup, as the buttons that lead to the pages name them. */
export const PAGES = {
  setup: '返回设置',
  departments: '部门',
  new_department: '添加部门',
  people: '人员',
  routing: '分派方式',
  categories: '问题类别',
  times: '时限与日报',
  holidays: '放假安排',
  year: '放假安排',
  rehearse: '试算提醒',
  import: '从飞书导入部门',
};

/** Stands above the content of a page. */
export const PAGE_LEADS: Record<keyof typeof PAGES, string> = {
  setup: '',
  departments: '选择部门，可修改名称、主管、关键词和群，也可撤销部门。',
  new_department: '添加后，把机器人拉进部门的群，在欢迎卡片上选择该部门即可。',
  people: '文员负责分派和归档，经理负责批示并接收日报，管理员可以修改设置。',
  routing: '客户反馈提交后，先交给谁。',
  categories: '每行一个类别。已有类别请保留冒号前的代号，只改名称。',
  times: '时长可写“24 小时”“30 分钟”“2 天”。',
  holidays: '只算工作日时，按这里的放假和调休安排计时。次年的安排一般在 11 月公布，公布后选择年份录入。',
  year: '',
  rehearse: '假设现在收到一条反馈，一直没有人处理，看看谁会在什么时候收到提醒。',
  import: '勾选要导入的部门，主管和群会一并带入。',
};

/** The fields of the setup's forms. */
export const FIELDS = {
  clerks: '文员',
  managers: '经理',
  admins: '管理员',
  name: '部门名称',
  lead: '部门主管',
  chat: '部门的群',
  categories: '问题类别',
  keywords: '关键词',
  feishu_department: '飞书部门编号',
  into: '未结的反馈转给',
  routing: '分派方式',
  reply_within: '答复客户的时限',
  calendar: '计时方式',
  nudge_unclaimed_after: '多久无人接单就提醒',
  remind_before: '到期前提醒',
  escalate_every: '超时后每隔多久再提醒',
  quiet_hours: '免打扰时段',
  digest_at: '日报时间',
  weekly: '周报日',
  monthly: '月报日',
  year: '年份',
  holidays: '放假安排',
  departments: '部门',
  department: '部门',
  priority: '紧急程度',
  at: '提交时间',
};

/** Placeholders of fields. */
export const HINTS: Partial<Record<keyof typeof FIELDS, string>> = {
  name: '例如：售后部',
  keywords: '客户常用的词，用逗号隔开，例如：维修，退货',
  feishu_department: '以 od- 开头，填写后自动带出主管和群（选填）',
  remind_before: '例如：12 小时，4 小时，1 小时（最后一次会加急）',
  quiet_hours: '例如：22:00-08:00，留空则不设',
  digest_at: '例如：09:00',
  monthly: '1 至 28',
  reply_within: '例如：24 小时',
  nudge_unclaimed_after: '例如：2 小时',
  escalate_every: '例如：12 小时',
  at: '不填即为现在',
  holidays: '春节：2月5日至11日，1月31日、2月14日上班',
};
