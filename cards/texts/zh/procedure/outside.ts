/** The web page on which people outside fill in a form. */
export const OUTSIDE_ZH = {
  lead: (from: string, about: string) => `${from}请您填写：${about}`,
  note: '填写内容只用于办理这件事。提交前可以先保存，用同一个链接再打开。',
  submit: '提交',
  save: '先保存',
  optional: '选填',
  savedNote: '已保存，还没有提交。',
  missing: '这一项还没填。',
  wrong: '这一项填得不对，请再看看。',
  notANumber: '请填数字。',
  yes: '是',
  no: '否',
  ratings: ['很不满意', '不满意', '一般', '满意', '很满意'],
  thanks: { title: '已收到，谢谢', text: '我们会尽快处理。这个页面可以关掉了。' },
  closed: { title: '这张表已经关闭', text: '它已经提交过，或者不再需要填写。如有疑问，请联系给您发链接的同事。' },
  unknown: { title: '链接无效', text: '请向给您发链接的同事再要一次。' },
};
