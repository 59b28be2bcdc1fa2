/** The questions about texts that people type in the direct chat. */
export const ASKING_ZH = {
  quoted: (typed: string) => `“${typed}”`,
  isFeedback: '这是客户反馈吗？',
  yes: '是，帮我登记',
  no: '不是',
  unanswered: '不点也没关系，不会催任何人。',
  /** A text that names a case. */
  noteTo: (number: string) => `记到 ${number} 上吗？`,
  about: (number: string) => `说的是 ${number} 吗？`,
  noteAndUrge: '记上，并催一下',
  noteOnly: '只记上',
  urge: '催一下',
  another: '是另一件事',
  look: (number: string) => `看 ${number}`,
  noted: (number: string) => `已记到 ${number}`,
  notedAndUrged: (number: string) => `已记到 ${number}，也催过了`,
  undo: '撤销',
  undone: (number: string) => `已撤销，${number} 上不再有这句话。`,
};
