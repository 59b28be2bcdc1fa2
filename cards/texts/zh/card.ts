import { beside } from './spacing';

/** The parts of a case's card. */
export const CARD_ZH = {
  /** `客户 · 事由`; either may be empty. */
  title: ({ customer, subject, isUrgent }: { customer: string; subject: string; isUrgent: boolean }) =>
    `${isUrgent ? '【特急】' : ''}${[customer, subject].filter(Boolean).join(' · ') || '客户反馈'}`,
  subtitle: (number: string, when: string) => (when === '' ? number : `${number} · ${when}`),
  bindTitle: '这个群服务哪个部门？',
  bindLead: (chat: string) => `请管理员选择“${chat}”对应的部门。绑定后，该部门的客户反馈会发到这里。`,
  /** In the chat list and in notifications: no names of customers, no contact details. */
  summary: ({ number, status, matter }: { number: string; status: string; matter: string }) =>
    `${number} ${status}：${matter}`,
  /** In the preview of a notice: what it says, and about what. */
  noticeSummary: (short: string, matter: string) => `${short}：${matter}`,
  overdue: '已超时',
  noClock: '不计时',
  /** When a case was closed, and how the customer took it; the latter may be empty. */
  closedWhen: (at: string, reaction: string) =>
    [`${at} 归档`, reaction && `客户${reaction}`].filter(Boolean).join('，'),
  unnamedCustomer: '（未填客户）',
  somebody: '有人',
  /** Another person who has the reader's name. */
  namesake: (name: string) => `同名的另一位${name}`,
  noDepartments: '还没有可选的部门，请管理员私聊我发送“设置”，先添加部门。',

  labelled: (label: string, value: string) => `${label}：${value}`,
  list: (items: string[]) => items.join('、'),
  fullTextIn: (number: string) => `（全文见 ${number}）`,
  more: (count: number) => `另有 ${count} 条`,
  recalled: (text: string) => (text ? `${text}（已撤回）` : '（有一条消息已撤回）'),
  /** Stands behind the text of an edited message. */
  edited: (at: string, before: string) => `（${at} 修改过，原文：${before}）`,
  /** The title of a merged forward. */
  conversation: (count: number) => `聊天记录（${count} 条）`,
  leftOut: (count: number) => `另有 ${count} 条太长，未收录，请看原消息。`,
  /** The draft holds a message of an unknown kind. */
  unread: '其中有暂时无法读取的消息，已原样保存；请在备注里补充说明。',
  /** The draft takes in no more messages. */
  draftFull: '这份草稿已经装满，再转发的消息会放进一份新草稿，不会丢。',
  /** One message of a draft, as an option of the form that splits the draft. */
  messageAt: (at: string, words: string) => `${at} ${words}`,
  earlierNotes: (count: number) => `更早的 ${count} 条见记录`,

  words: '客户原话',
  comma: '，',
  /** The customer and the contact in one line; either may be empty. */
  reached: (customer: string, contact: string) => beside(customer, contact),
  repIs: (name: string) => beside('客户经理', name),
  /** The three lines of a draft. */
  customer: (line: string) => `客户　${line}`,
  sortedAs: (line: string) => `归类　${line}`,
  goesTo: (department: string, priority: string) => `交给　${department}，${priority}`,
  draft: {
    same: '这位客户有一件还没办完，是同一件吗？',
    merge: (number: string) => `是同一件，并入 ${number}`,
    isNew: '是新的，照常提交',
    completeNew: '是新的，补全后提交',
    see: (number: string) => `看 ${number}`,
    mergeTells: '并入后会告诉部门“客户又来催了”，时限不变。',
    maybeSame: '疑似重复',
    merged: (number: string) => `已并入 ${number}，接着在那一件里办。`,
    when: '还没有提交',
    toClerks: '文员分派',
    ready: '看一眼，没问题就提交。',
    burst: (count: number) => `${count} 条消息合成一件，没问题就提交。`,
    missing: (count: number) => `还差 ${count} 项，其余已填好。`,
    /** `words`: what the customer said; may be empty. */
    urgent: (words: string) =>
      words === '' ? '已标为特急，请马上确认。' : `客户说到“${words}”，已标为特急。请马上确认。`,
    submitUrgently: '提交并加急',
    notUrgent: '不算特急',
    edit: '修改',
    editRest: '改其他项',
  },
  /** The way of a case; each word is at most four characters long. */
  stages: { submitted: '提交', claimed: '接单', handled: '处理', told: '回复客户' },
  /** The stage in other words while the case waits there for somebody. */
  stagesNow: { triage: '分派', review: '批示', waiting: '补充' },
  /** To the rep, while others have the case. */
  withOthers: {
    triage: '已送到文员，分派部门后马上告诉您。',
    review: '已送到经理批示，批示后马上告诉您。',
    assigned: (department: string) => `已送到${department}，接单后马上告诉您。`,
    handling: (holder: string) => `${beside(holder, '在办')}，您这边先不用动。`,
  },
  onlyYou: '仅您可见',
  claimLead: { ask: '谁来接？', more: '接单后由您跟进，同事仍可帮忙回复。' },
  claimLeadUrgent: '有安全风险，请 15 分钟内安排人接单。',
  inHand: (who: string, at: string) => `${beside(who, '跟进中')}（${at} 接单）`,
  waitingForRep: (rep: string) => `等${beside('客户经理', rep)}补充，您这边先不用动。`,
  answeredLead: '有结果了。发给客户，再点一下客户的反应。',
  wordingSent: '这段话已单独发给您，长按可复制或转发。',
  added: (who: string, at: string) => `${who} ${at} 补充`,
  informed: (who: string, at: string) => `${who} ${at} 回复`,
  askedFor: (question: string) => `问：${question}`,
  handledBy: (who: string) => beside(who, '处理'),
  customerSaid: (words: string) => `客户说：“${words}”`,
  /** `lasted` may be empty. */
  took: (lasted: string, isOnTime: boolean) =>
    [lasted && `用时 ${lasted}`, isOnTime ? '按时' : '超时'].filter(Boolean).join('，'),
  /** `department` is the rules' guess, `words` what it rests on; both may be empty. */
  routeLead: (department: string, words: string) =>
    department === ''
      ? '交给哪个部门？原文中没有能确定的词。'
      : `交给哪个部门？看着像${department}的${words ? `（提到“${words}”）` : ''}。`,
  instructions: {
    usual: { word: '照常处理', instruction: '请按流程处理。' },
    causeFirst: { word: '要求先查原因', instruction: '先查明原因，再答复客户。' },
  },
  attachments: '附件',
  attachedTo: (count: number) => `（附件 ${count} 个）`,
  picturesPending: (count: number) => `${count} 张图片处理中`,
  picturesMore: (count: number) => `另有 ${count} 张图片`,
  picturesLost: (count: number) => `${count} 张图片未能存档`,
  picture: '图片',
  file: (name: string) => `文件：${name}`,
  filePending: (name: string) => `文件：${name}（处理中）`,
  fileLost: (name: string) => `文件：${name}（未能存档）`,
  fileTooLarge: (name: string) => `文件：${name}（超过大小限制，未存档）`,
  /** A file; sound and video have a `length`, else it is empty. */
  fileName: (name: string, length: string) => (length === '' ? name : `${name}（${length}）`),
  /** Attachments are not stored, and the group gets the original message: for the group, and for the rep. */
  passedOn: '卡片上没有的内容，请看转发到群里的原消息。',
  willBePassedOn: '没有存档的内容，会把您转发的原消息发到责任部门的群。',
  /** Attachments are not stored, and the group gets no original message: for the group, and for the rep. */
  askRep: '没有存档的内容，请向客户经理索取。',
  sendAgain: '没有存档的内容无法转给责任部门，如有需要请另行发送。',
  guesses: '系统判断依据',
  /** `now` is the field's present value if somebody changed the guess, else empty. */
  guess: (field: string, { value, words, now }: { value: string; words: string; now: string }) =>
    [`${field}：`, value && `判断为${value}，`, `原文提到“${words}”`, now && `；现为${now}`].join(''),
  noDepartmentGuessed: '责任部门：原文中没有能确定部门的词',
  /** On a draft: what the rules could not tell, and why. */
  unsure: '以下几项系统拿不准，请您确认',
  noKindGuessed: (kind: string) => `反馈类型：原文中没有能确定类型的词，暂选“${kind}”`,
  noCategoryGuessed: '问题类别：原文中没有能确定类别的词',
  /** `mentioned` has an item for each department, of which the text mentions the words. */
  departmentsTied: (mentioned: string[]) => `责任部门：${mentioned.join('，')}，无法确定是哪个部门`,
  mentionedOf: (department: string, words: string) => `提到“${words}”（${department}）`,

  rep: '客户经理',
  due: '答复时限',
  /** The two deadlines of an extended case. */
  interimBy: (due: string) => `阶段性答复：${due} 前`,
  finallyBy: (due: string) => `最终答复：${due} 前`,
  claimedBy: '接单人',
  instructionBy: (name: string, at: string) => `批示（${name} ${at}）`,
  answerBy: (name: string, at: string) => `处理意见（${name} ${at}）`,
  previousAnswer: '上次的处理意见',
  answeredBefore: (name: string, at: string) => `上次的处理意见（${name} ${at}）`,
  questionBy: (name: string, at: string) => `${name} ${at} 问`,
  infoAt: (at: string) => `补充信息（${at}）`,
  notes: '进展',
  noteLine: (at: string, who: string, text: string) => `${at} ${who}：${text}`,
  extension: (until: string, reason: string) => `已延期至 ${until}，原因：${reason}`,
  /** The extension waits for a manager's nod. */
  extensionWaits: (until: string) => `想延期至 ${until}，等经理同意；同意前时限不变。`,
  /** `interimFirst` asks the rep for an interim reply; `interimReply` and `interimTold` are for the other readers. */
  interimFirst: '先给客户回个话，部门还要一些时间。',
  interimWhen: (due: string) => `${due} 前先回个话`,
  interimReply: (due: string) => `仍须先给客户一个阶段性答复，时限 ${due}。`,
  interimTold: (at: string, text: string) => `${at} 客户经理已给客户阶段性答复：${text}`,
  newestReply: (name: string, at: string) => `${name} ${at} 回复`,
  transferredFrom: (department: string, reason: string) => `由${department}转来${reason ? `，原因：${reason}` : ''}`,
  transferredTo: (department: string) => `已转派给${department}，本部门无需处理。`,
  leftDepartment: '这条反馈已不在本部门，无需处理。',
  retired: (number: string) => `这张卡片不再更新，请看 ${number} 的最新卡片。`,
  cycle: (cycle: number, reason: string) => `第 ${cycle} 次处理${reason ? `，重新打开的原因：${reason}` : ''}`,
  withdrawnBecause: (reason: string) => `撤回原因：${reason}`,
  archivedInformation: '已存档，供定期报告使用，无需答复客户。',
  unsatisfiedLead: '客户不满意，建议重新打开，再跟进一次。',
  /** A word under a closed case. */
  asNew: '新反馈',
  cameBack: '客户再次联系',
  course: '经过',
  history: (count: number) => `经过（${count} 条）`,
  earlierEntries: (count: number) => `更早的 ${count} 条没有列出`,
  /** A fold for colleagues. */
  internal: '内部说明（勿转客户）',
  /** The lines of `course`. */
  milestones: {
    submitted: (at: string) => `${at} 提交`,
    assigned: (at: string) => `${at} 分派`,
    claimed: (at: string) => `${at} 接单`,
    answered: (at: string) => `${at} 提交处理意见`,
    closed: (at: string) => `${at} 归档`,
  },
};
