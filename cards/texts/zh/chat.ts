const FORMS: Record<string, string> & { image: string } = {
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
};

const TYPED_INSTEAD = {
  claim: '回复这条消息“接单”，即可接单。',
  answer: '回复这条消息“处理结果：……”，即可提交处理意见。',
};

/** Answers and notices in chat. */
export const CHAT_ZH = {
  groupHint: '在群里，请点卡片上的按钮，或直接回复卡片补充进展；要提交客户反馈，请私聊我并转发客户的消息。',
  nothingFound: '没有找到这条反馈，请核对编号。',
  /** The asker may not see the case. */
  notForYou: '只有经办人员、文员和经理可以查看。',
  /** The program could not handle the tap within the platform's three seconds. */
  stillWorking: '已收到，卡片稍后更新。',
  botName: '客户反馈',
  notAPeriod: '请写明月份或时间，例如“导出 11月”“导出 上周”“导出 第三季度”“导出 2026年”。',
  emptyPeriod: (period: string) => `${period} 没有您可以查看的反馈。`,
  hints: {
    search_hint: '请写明要找的内容，例如“搜索 漏水”。客户、电话、编号和原文都可以搜索。',
    show_hint: '请写明编号，例如“#12”或“查 12”。',
    setup_hint: '您是想发送“设置”吗？请管理员直接发送“设置”两个字。',
    direct_only: '群里只能查看本群所属部门的反馈，其他内容请私聊我查询。',
  },
  /** Replaces the question after the person chose the word. */
  wordMeant: (word: string) => `已按“${word}”回复。`,
  dismissed: '好的，没有记录。',
  takenIn: '已作为客户反馈收下，请核对草稿卡片后提交。',
  messageGone: '找不到那条消息了，请重新转发。',
  /** A message that belongs to no case could not be delivered. */
  unheard: (to: string, why: string) => `有一条消息未能送达${to}：${why}。`,
  /** A case came through the API, and the contact API could not be asked about its rep. */
  repUnchecked: (number: string, rep: string) =>
    `${number} 由其他系统提交，没能在通讯录里核对客户经理（${rep}）。请确认这个人在职，并在应用的通讯录范围内。`,
  setAside: (count: number) =>
    `有 ${count} 条内容三次处理都使程序中断，已先放到一边，其余照常处理。过十分钟会单独再试，最多两次；再不行，内容仍在数据库里，请把日志交给开发人员查看，问题解决后私聊我发送“重新发送”即可。`,
  intakeFailed: '这条消息没能记录下来，请稍后再转发一次。',
  /** The platform does not say who wrote the message. */
  unknownSender: '没能认出是谁发来的消息，所以没有记录。请稍后再发一次；仍然不行，请联系管理员。',
  /** Stands on a card that the company's data-loss rules allow only with masked contact details. */
  maskedByRules: '按公司的数据安全规则，联系方式已隐去部分内容，如需要请向客户经理了解。',
  /** Stands above the plain lines of a card that the platform refused. */
  cardRefused: '卡片暂时无法显示，内容如下：',
  /** The words that do what a button does, for people who see no button. */
  typedInstead: TYPED_INSTEAD,
  /** A message without words, by the platform's `message_type`. */
  forms: FORMS,
  unknownForm: '【暂时无法读取的消息】',
  /** A period, behind the name of an event; either end may be empty. */
  period: (from: string, to: string) =>
    from && to ? `（${from} 至 ${to}）` : to ? `（截止 ${to}）` : from ? `（${from} 开始）` : '',
  /** An unnamed sender in a merged forward. */
  speaker: (place: number) => `发言人 ${place}`,
};
