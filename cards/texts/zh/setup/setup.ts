import type { SetupFaultName } from '../../../../src/domain/org/changes';
import type { Routing, Sla } from '../../../../src/domain/org/org';
import type { SetupRole } from '../../facts';
import { SETUP_HOLIDAYS_ZH } from './holidays';
import { LEAVE_ZH } from './leave';
import { FIELDS, HINTS, PAGE_LEADS, PAGES } from './pages';
import { SETUP_POSITIONS_ZH } from './positions';

const ROLES: Record<SetupRole, string> = { clerks: '文员', managers: '经理', admins: '管理员' };

const FAULTS: Record<SetupFaultName, (field: string) => string> = {
  missing: (field) => `请填写“${field}”`,
  too_long: (field) => `“${field}”太长，请精简`,
  not_a_choice: (field) => `请在列表中选择“${field}”`,
  not_a_duration: (field) => `“${field}”请写成“24 小时”“30 分钟”这样的时长`,
  not_a_time: (field) => `“${field}”请写成“09:00”这样的时间`,
  not_hours: (field) => `“${field}”请写成“22:00-08:00”，或留空`,
  not_a_day: (field) => `“${field}”请填 1 至 28`,
  not_shorter: (field) => `“${field}”须短于答复客户的时限`,
  not_lines: (field) => `“${field}”有几处需要修改，已在卡片上标出，填写的内容都保留着`,
  taken: (field) => `“${field}”有重复`,
  another_position: (field) => `这个“${field}”在流程里另有所指，请用“添加职位”添加`,
  needed_by_routing: (field) => `按现在的分派方式，“${field}”至少要有一人`,
  no_admin_left: (field) => `“${field}”至少要留一人`,
  no_category_left: (field) => `“${field}”至少要有一个`,
};

/** The setup in chat. */
export const SETUP_ZH = {
  title: '设置',
  colon: '：',
  lead: '请选择要设置的内容。保存后立即生效。',
  pages: PAGES,
  pageLeads: PAGE_LEADS,
  back: '返回',
  open: '打开',
  save: '保存',
  importThem: '导入',
  remove: '撤销部门',
  try: '试算',

  fields: FIELDS,
  hints: HINTS,
  none: '不设',
  clerksDecide: '交文员重新分派',
  /** Stands under settings that `org.yaml` fixes. */
  fromFile: '以上各项写在 org.yaml 中，请在文件中修改。',
  fileWins: 'org.yaml 中写明的内容，以文件为准，请在文件中修改。',
  off: '无',

  routings: {
    direct: '直接到责任部门',
    clerk: '先由文员分派',
    'clerk+manager': '先由文员分派，再由经理批示',
  } satisfies Record<Routing, string>,
  calendars: { 'wall-clock': '自然时间，节假日照算', workdays: '只算工作日（含调休）' } satisfies Record<
    Sla['calendar'],
    string
  >,
  weekdays: {
    sunday: '星期日',
    monday: '星期一',
    tuesday: '星期二',
    wednesday: '星期三',
    thursday: '星期四',
    friday: '星期五',
    saturday: '星期六',
  },
  units: {
    s: (count: number) => `${count} 秒`,
    m: (count: number) => `${count} 分钟`,
    h: (count: number) => `${count} 小时`,
    d: (count: number) => `${count} 天`,
  },

  /** The lines of the home card. */
  counts: (departments: number, withoutGroup: number) =>
    `部门：${departments} 个${withoutGroup > 0 ? `，其中 ${withoutGroup} 个还没有群` : ''}`,
  people: (role: SetupRole, names: string, count: number) =>
    `${ROLES[role]}：${names}${count > 3 ? ` 等 ${count} 人` : ''}`,
  nobody: (role: SetupRole) =>
    ({
      clerks: '文员：未设置，由管理员分派',
      managers: '经理：未设置，日报和超时提醒发给管理员',
      admins: '管理员：未设置',
    })[role],
  departmentLine: (name: string, group: string, lead: string) => `${name}｜群：${group}｜主管：${lead}`,
  noGroup: '未绑定',
  noLead: '未设置',
  thisGroup: '这个群',
  groupHint: '列表里没有要找的群？请先把机器人拉进群，再打开这里。',
  noCandidates: '列表里没有要找的人？请对方先打开与机器人的会话，再打开这里。',
  removeConfirm: { title: '撤销这个部门？', text: '未结的反馈连同记录一并转出，此操作不能撤回。' },
  fixedDepartment: '这个部门写在 org.yaml 中，请在文件中修改或撤销。',
  onlyAdmins: (names: string) => `设置由管理员${names ? `（${names}）` : ''}操作。`,

  /** A card in a group offers the departments that existed when the bot posted the card. */
  bindHint: '列表里没有要选的部门？请管理员先私聊我发送“设置”添加，再在这个群里发送“设置”。',
  bindFixed: (department: string) => `这个群在 org.yaml 中指定给${department}，请在文件中修改。`,
  serves: (department: string) => `这个群现在服务${department}。`,
  option: (department: string) => `${department}（改绑，原来的群不再接收）`,
  boundTitle: '已绑定部门的群',
  boundLines: (chat: string, department: string, by: string) => [
    `${chat ? `“${chat}”` : '这个群'}已绑定为${department}的群，由${by}设置。`,
    '该部门的客户反馈会发到这里，群成员点“接单”即可处理。',
  ],
  rebind: '改绑',

  saved: {
    department: '部门已保存',
    bind: '部门的群已保存',
    remove_department: '部门已撤销，未结的反馈已转出',
    people: '人员已保存',
    routing: '分派方式已保存',
    categories: '问题类别已保存',
    times: '时限与日报已保存',
    holidays: '放假安排已保存，请核对',
    remove_holidays: '录入的安排已删除',
    import: '部门已导入',
    position: '职位已保存',
    remove_position: '职位已撤销',
  },
  faults: FAULTS,
  faultList: (faults: string[]) => `${faults.join('；')}。`,
  fixedInFile: '这一项写在 org.yaml 中，请在文件中修改。',
  changedMeanwhile: '设置刚被其他管理员改过，请看最新内容后再改。',
  unknownDepartment: '没有找到这个部门，请重新选择。',
  unknownPosition: '没有找到这个职位，请重新选择。',

  /** The company has no admin yet. */
  noAdminYet: '还没有管理员。请负责安装的同事在启动日志里找到认领码，私聊我发送“设置 认领码”，发送的人即成为管理员。',
  claimed: '您已成为管理员，请继续设置部门和人员。',
  claimWrong: '认领码不对。请核对启动日志里最新的认领码。',
  claimInGroup: '认领码请私聊发给我，不要发在群里。',

  import: {
    none: '飞书通讯录中没有机器人可见的部门。请在开发者后台扩大通讯录权限范围。',
    line: (name: string, lead: string, group: string) => `${name}｜主管：${lead}｜群：${group}`,
    failed: '暂时无法读取飞书通讯录，请稍后再试。',
    /** A large company: the departments are still being read. */
    reading: '正在读取飞书通讯录，部门较多，请过一会儿再打开这里。',
    part: (shown: number, all: number, isCut: boolean) =>
      `飞书通讯录中有 ${all} 个${isCut ? '以上' : ''}部门，这里列出前 ${shown} 个，其余请用“添加部门”添加。`,
    missingScope: (scopes: string) => `机器人没有读取部门的权限。请在开发者后台开通 ${scopes}，并发布新版本。`,
  },

  holidays: SETUP_HOLIDAYS_ZH,
  positions: SETUP_POSITIONS_ZH,
  leave: LEAVE_ZH,

  rehearsal: {
    lead: (department: string, priority: string, at: string, due: string) =>
      `${department}，${priority}，${at} 提交，答复时限 ${due}`,
    line: (at: string, who: string, why: string) => `${at}　${who}：${why}`,
    why: {
      unclaimed: '还没有人接单',
      before: '临近答复时限',
      due: '已到答复时限',
      overdue: '已超过答复时限',
      other: '跟进提醒',
    },
    buzzed: (text: string) => `${text}（加急）`,
    nobody: '按现在的设置，不会有人收到提醒。',
    guessed: (years: string) => `${years} 年的放假安排还没有录入，暂按周一至周五（法定节假日除外）推算。`,
    groupOf: (department: string) => `${department}的群`,
    note: '以上假设一直没有人接单和处理。接单后，提醒改发给接单人。',
  },

  /** A person or a group can no longer be reached. */
  departures: {
    personTitle: (name: string) => `${name}已无法联系`,
    personLines: (name: string, roles: string) => [
      `${name}${roles ? `（${roles}）` : ''}已离职。`,
      '名下的草稿和未结的反馈会自动交给其他同事，不会遗漏。',
      '如需调整人员，请私聊我发送“设置”。',
    ],
    roles: { ...ROLES, lead: (department: string) => `${department}主管` },
    groupTitle: (department: string) => `${department}的群已不可用`,
    groupLines: (department: string) => [
      `${department}的群已解散，或机器人已被移出群。`,
      '未结的反馈暂由部门主管或接单人在私聊中处理，没有主管的由文员重新分派。',
      '请把机器人拉进部门的群，由管理员在卡片上选择该部门，未结的反馈会发到新群。',
    ],
  },
};
