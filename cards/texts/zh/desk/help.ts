/** Three steps in bold words, and what can be typed instead; without a word that the reader may not use. */
export const HELP_ZH = {
  rep: {
    title: '把客户的话转给我就行',
    who: '客户经理 · 三步',
    steps: [
      ['1. 转', '消息、截图、语音，转发或粘贴。'],
      ['2. 点', '我填好卡片，您看一眼点“提交”。'],
      ['3. 回', '有结果我叫您，您发给客户。'],
    ],
    typed: '也可以打字：我的、待办、#128、搜索 灯管、导出 本月',
  },
  member: {
    title: '接单、回复，就两步',
    who: '部门同事',
    steps: [
      ['1. 接', '群里有新卡片，点“接单”。'],
      ['2. 回', '在卡片上写，或直接回复卡片“处理结果：……”。'],
    ],
    typed: '只给自己人看的话，前面写“内部：”，客户看不到。',
  },
  clerk: {
    title: '没人认领的，点一下就分出去',
    who: '文员',
    steps: [
      ['分', '没写部门的，我发给您分派。'],
      ['看', '超时的、一直没提交的，我会告诉您。'],
      ['归', '客户经理不方便时，您可以代为归档。'],
    ],
    typed: '也可以打字：待办、逾期、日报、#128、搜索 插座、导出 11月',
  },
  manager: {
    title: '每天一张日报，点一下就催',
    who: '部门经理',
    steps: [
      ['看', '日报最上面是要您管的，超时的排前面。'],
      ['催', '点“催办”，我去 @ 那个人并加急。'],
      ['批', '点“批示”，写一句，马上送到承办的同事。'],
    ],
    typed: '也可以打字：待办、逾期、日报、#128、搜索 插座、导出 11月',
  },
  /** A step: its word in bold, and what it means. */
  step: (word: string, sentence: string) => `**${word}**　${sentence}`,
  /** For admins, beside the words that can be typed. */
  setup: '您是管理员：打字“设置”管部门、人员和时限，“重新发送”再试没送到的消息。',
  buttons: {
    mine: '我的',
    todo: '待办',
    overdue: '逾期',
    unclaimed: '等我们接的',
    inHand: '我接的',
    digest: '日报',
    wechat: '微信怎么转',
    help: '怎么用',
  },
  welcome: {
    title: '您好，我是客户反馈助手',
    lines: ['把客户的话转给我，我填好卡片，您看一眼点“提交”。', '责任部门会收到，有结果我叫您。'],
  },
  wechat: {
    title: '微信里的消息怎么给我',
    lines: [
      '文字：长按、复制，粘贴给我；几句话连着发，一分钟内算一件。',
      '图片：存到手机再发给我，或者截屏发给我。',
      '语音：长按“转文字”，复制给我。',
      '聊天记录：截屏最快，我照样收下。',
      '文件：在微信里打开，选“用其他应用打开”，再选飞书。',
    ],
  },
};
