/** What the bot says about Feishu itself: refusals, people and chats that cannot be reached, work taken up again. */
export const PLATFORM_ZH = {
  /** Feishu refused the whole app for a while; `scopes` is empty if none was missing. */
  appRefused: (from: string, until: string, scopes: string) => ({
    title: '刚才飞书暂停了机器人的发送',
    lines: [
      scopes ? `${from} 至 ${until}，应用缺少权限 ${scopes}。` : `${from} 至 ${until}，飞书拒绝了应用的请求。`,
      '这段时间的消息和卡片都没有丢，现在已经接着发送。',
      scopes ? '' : '通常是改了访问白名单、停用过应用，或发布的版本关闭了机器人能力，请到开发者后台核对一下。',
    ],
  }),
  /** The app lacks a scope: something stays undone until it is granted. */
  scopeMissing: (scopes: string, without: string) => ({
    title: '机器人缺少权限',
    lines: [`请在开发者后台开通 ${scopes}，并发布新版本。`, `开通之前，${without}，其余功能不受影响。`],
  }),
  /** What does not work without the scope, by the call that was refused. */
  without: {
    names: '卡片上看不到人员和群的姓名、名称',
    departments: '不能从飞书通讯录导入部门，也读不到部门的主管和群',
    groups: '设置时不能选择群和成员',
    buzz: '不能加急，改为发普通消息',
    forwards: '打不开合并转发的聊天记录，只能请同事逐条转发',
    files: '图片和文件暂时带不过去',
    cards: '已发出的卡片不会更新',
    other: '相关内容会缺失',
  },
  /** People to whom Feishu refuses to deliver messages at present. */
  unreachable: (names: string, count: number) => ({
    title: count >= 3 ? `有 ${count} 位同事暂时收不到消息` : `${names}暂时收不到消息`,
    lines: [
      ...(count >= 3
        ? [
            `涉及：${names}。`,
            '多人同时收不到，多半是新发布的版本改小了“可用范围”，请到开发者后台把他们加回可用范围，再发布一次。',
          ]
        : [
            '可能是不在应用的可用范围内，或账号被暂停使用。',
            '如果还在职，请到开发者后台核对“可用范围”；如果已经离职，请在飞书管理后台办理离职，名下的反馈会自动转交。',
          ]),
      '反馈都还在原来的人名下。我每小时再试一次，一天内恢复就会补发。',
    ],
  }),
  /** A merged forward cannot be opened at once. */
  takesLonger: '聊天记录已收到，飞书暂时打不开，可能要多等一会儿。打开后我会把卡片发给您，不用重新转发。',
  /** Stands on a draft with a merged forward that Feishu lets nobody open. */
  closedForward: '聊天记录打不开，请把其中的消息逐条转发给我。',
  retaken: {
    none: '没有积压的消息，不需要重新处理。',
    title: (count: number) => `重新处理 ${count} 项`,
    events: (count: number) => `收到后没能处理的消息：${count} 条`,
    messages: (count: number) => `没能送达的消息和卡片：${count} 条`,
    note: '已重新开始处理。已经不需要的提醒不会再发。',
  },
};
