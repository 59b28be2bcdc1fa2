import type { Texts } from '../texts';
import { CLOCK_MESSAGES_ZH } from './clock';
import { beside } from './spacing';

const customer = (name: string) => `客户：${name}`;
const dueLine = (due: string) => (due ? `答复时限：${due}` : '');

export const MESSAGES_ZH: Pick<Texts, 'messages' | 'undeliverable' | 'digest'> = {
  messages: {
    ...CLOCK_MESSAGES_ZH,
    answered: (f) => ({
      title: `${f.number} 已有处理意见`,
      lines: [
        customer(f.customer),
        `处理意见：${f.text}`,
        f.due ? `请在 ${f.due} 前告知客户，并在卡片上归档。` : f.todo,
      ],
    }),
    question: (f) => ({
      title: `${f.number} 需要您补充信息`,
      lines: [
        customer(f.customer),
        `${f.department}：${f.text}`,
        '请在卡片上补充，答复客户的时限不变。',
        dueLine(f.due),
      ],
    }),
    progress: (f) => ({
      title: `${f.number} 有新进展`,
      lines: [customer(f.customer), `${beside(f.department, f.by)}：${f.text}`],
    }),
    rep_note: (f) => ({ title: `${f.number} 客户经理补充说明`, lines: [customer(f.customer), `${f.by}：${f.text}`] }),
    originals: (f) => ({
      title: `${f.number} 客户的原消息`,
      lines: ['部分内容无法放进卡片，随后把客户的原消息转发到这里。'],
    }),
    info_provided: (f) => ({
      title: `${f.number} 信息已补充`,
      lines: [customer(f.customer), `补充信息：${f.text}`, '请继续处理。', dueLine(f.due)],
    }),
    urged: (f) => ({
      title: `${f.number} 催办`,
      lines: [`${f.by}请您尽快处理，客户在等答复。`, customer(f.customer), f.todo, dueLine(f.due)],
    }),
    withdrawn: (f) => ({
      title: `${f.number} 已撤回`,
      lines: [customer(f.customer), '客户经理已撤回，无需继续处理。', f.text ? `原因：${f.text}` : ''],
    }),
    extended: (f) => ({
      title: `${f.number} 延期至 ${f.until}`,
      lines: [
        customer(f.customer),
        `${f.department}申请延期，原因：${f.text}`,
        f.due ? `客户经理仍须先给客户一个阶段性答复，时限 ${f.due}。` : '请先给客户一个阶段性答复。',
      ],
    }),
    reopened: (f) => ({
      title: `${f.number} 重新打开`,
      lines: [customer(f.customer), f.text ? `原因：${f.text}` : '', f.todo, dueLine(f.due)],
    }),
    released: (f) => ({
      title: `${f.number} 退回待接单`,
      lines: [customer(f.customer), `${f.by}已退回，请其他同事接单。`, f.text ? `原因：${f.text}` : '', dueLine(f.due)],
    }),
    moved: (f) => ({
      title: `${f.number} 已改派`,
      lines: [
        customer(f.customer),
        `${f.by}已改派给${f.department}，本部门无需继续处理。`,
        f.text ? `原因：${f.text}` : '',
      ],
    }),
    moved_rep: (f) => ({
      title: `${f.number} 已改派`,
      lines: [
        customer(f.customer),
        `${f.by}已改派给${f.department}，新的处理意见会再送到您这里。`,
        f.text ? `原因：${f.text}` : '',
        dueLine(f.due),
      ],
    }),
    priority_raised: (f) => ({
      title: `${f.number} 紧急程度改为${f.text}`,
      lines: [customer(f.customer), `${f.by}作了调整，请优先处理。`, dueLine(f.due)],
    }),
    undeliverable: (f) => ({
      title: `${f.number} 有消息未能送达`,
      lines: [`收件方：${f.to}`, `原因：${f.text}`, '请检查部门群和人员是否有变动。'],
    }),
    holder_left: (f) => ({
      title: `${f.number} 需要重新接单`,
      lines: [
        customer(f.customer),
        `原接单人${f.by}已无法联系，请其他同事接单，之前的记录都在卡片上。`,
        dueLine(f.due),
      ],
    }),
    rep_left: (f) => ({
      title: `${f.number} 改由您跟进`,
      lines: [customer(f.customer), `原客户经理${f.by}已无法联系，请由您答复客户。`, f.text, dueLine(f.due)],
    }),
    moved_holder: (f) => ({
      title: `${f.number} 已转出`,
      lines: [customer(f.customer), `部门有调整，已转给${f.holder}继续处理，记录一并转过去了，您不必再跟进。`],
    }),
    'reminder.unclaimed': (f) => ({
      title: `${f.number} 还没有人接单`,
      lines: [
        customer(f.customer),
        `${f.assignedAt} 分派到${f.department}，至今无人接单。`,
        '点卡片上的“接单”后，这项提醒就不再发送。',
        dueLine(f.due),
      ],
    }),
    'reminder.before': (f) => ({
      title: `${f.number} 临近答复时限`,
      lines: [
        customer(f.customer),
        `须在 ${f.due} 前答复客户，现在是“${f.status}”，由${f.holder}跟进。`,
        `${f.todo}完成后，您不再收到这项提醒。`,
      ],
    }),
    'reminder.due': (f) => ({
      title: `${f.number} 已到答复时限`,
      lines: [
        customer(f.customer),
        `答复时限 ${f.due} 已到，现在是“${f.status}”，由${f.holder}跟进。`,
        `${f.todo}完成后，您不再收到这项提醒。`,
      ],
    }),
    'reminder.overdue': (f) => ({
      title: `${f.number} 已超过答复时限`,
      lines: [
        customer(f.customer),
        `应在 ${f.due} 前答复客户，现在是“${f.status}”，由${f.holder}跟进。`,
        `${f.todo}完成后，您不再收到这项提醒。`,
      ],
    }),
    'escalation.due': (f) => ({
      title: `${f.number} 已到答复时限，请关注`,
      lines: [
        customer(f.customer),
        `答复时限 ${f.due} 已到，客户还没有得到答复。`,
        `现在是“${f.status}”，由${f.holder}跟进。`,
        '客户得到答复后，您不再收到这项提醒。',
      ],
    }),
    'escalation.overdue': (f) => ({
      title: `${f.number} 已超过答复时限，请关注`,
      lines: [
        customer(f.customer),
        `应在 ${f.due} 前答复客户，客户还没有得到答复。`,
        `现在是“${f.status}”，由${f.holder}跟进。`,
        '客户得到答复后，您不再收到这项提醒。',
      ],
    }),
  },
  undeliverable: {
    feishu_person_left: '对方已离职，或不在机器人的可用范围内',
    feishu_group_lost: '群已解散，或机器人已被移出群',
    feishu_target_gone: '群已解散、机器人已被移出群，或人员已离开',
    feishu_not_allowed: '机器人没有向对方发送消息的权限',
    feishu_content_refused: '内容未通过平台审核',
    feishu_card_rejected: '平台未接受卡片内容',
  },
  digest: {
    title: (date) => `客户反馈日报 ${date}`,
    summary: (date) => `客户反馈日报 ${date}`,
    newYesterday: '昨日新增',
    closedYesterday: '昨日归档',
    onTimeRate: '按时率',
    open: '未结',
    overdue: '超时',
    department: '部门',
    dueToday: '今日到期',
    overdueCases: '已超时',
    byDepartment: '各部门',
    unrouted: '未分派',
    counted: (title, count) => `${title}（${count}）`,
    nothingDue: '没有已超时或今日到期的反馈。',
    caseLine: (number, who, holder, status, due) => `${due} ${number} ${who}｜${holder}｜${status}`,
  },
};

export const CHAT_ZH: Texts['chat'] = {
  help: {
    title: '我能做什么',
    lines: [
      '把客户的消息转发给我，核对卡片后提交，我会送到责任部门，并把处理意见带回给您。',
      '以下文字可以直接发给我：',
      '我的：我提交或接单的反馈',
      '待办：等我处理的反馈',
      '逾期：已超时的反馈',
      '#12 或 查 12：查看某一条反馈',
      '搜索 关键词：按客户、电话或原文查找',
      '日报：今天的汇总',
      '导出 2026-11：当月的反馈表格',
      '设置：部门、人员和时限（仅管理员）',
    ],
  },
  welcome: {
    title: '您好，我是客户反馈助手',
    lines: [
      '请把客户的消息转发给我，文字、图片、文件、聊天记录都可以。',
      '我会整理成一张卡片，您核对并提交后，责任部门会收到，处理意见也会送回给您。',
      '发送“帮助”可以查看更多用法。',
    ],
  },
  groupHint: '在群里，请点卡片上的按钮，或直接回复卡片补充进展；要提交客户反馈，请私聊我并转发客户的消息。',
  nothingFound: '没有找到这条反馈，请核对编号。',
  notForYou: '只有经办人员、文员和经理可以查看。',
  stillWorking: '已收到，卡片稍后更新。',
  botName: '客户反馈',
  notAMonth: '请写明月份，例如“导出 2026-11”。',
  emptyMonth: (month) => `${month} 没有您可以查看的反馈。`,
  hints: {
    search_hint: '请写明要找的内容，例如“搜索 漏水”。客户、电话、编号和原文都可以搜索。',
    show_hint: '请写明编号，例如“#12”或“查 12”。',
    direct_only: '群里只能查看本群所属部门的反馈，其他内容请私聊我查询。',
  },
  wordMeant: (word) => `已按“${word}”回复。`,
  takenIn: '已作为客户反馈收下，请核对草稿卡片后提交。',
  messageGone: '找不到那条消息了，请重新转发。',
  unheard: (to, why) => `有一条消息未能送达${to}：${why}。`,
  intakeFailed: '这条消息没能记录下来，请稍后再转发一次。',
  maskedByRules: '按公司的数据安全规则，联系方式已隐去部分内容，如需要请向客户经理了解。',
  cardRefused: '卡片暂时无法显示，内容如下：',
  forms: {
    image: '【图片】',
    file: '【文件】',
    folder: '【文件夹】',
    audio: '【语音】',
    media: '【视频】',
    sticker: '【表情】',
    post: '【图文】',
    merge_forward: '【聊天记录】',
    share_chat: '【群名片】',
    share_user: '【个人名片】',
    location: '【位置】',
    interactive: '【卡片】',
    share_calendar_event: '【日程】',
    calendar: '【日程】',
    general_calendar: '【日程】',
    video_chat: '【视频会议】',
    todo: '【任务】',
    vote: '【投票】',
    hongbao: '【红包】',
  },
  unknownForm: '【暂时无法读取的消息】',
  period: (from, to) => (from && to ? `（${from} 至 ${to}）` : to ? `（截止 ${to}）` : from ? `（${from} 开始）` : ''),
  speaker: (place) => `发言人 ${place}`,
};
