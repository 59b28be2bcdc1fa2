/** Answers to people and taps that the bot does not know or does not understand. */
export const STRANGERS_ZH = {
  otherCompany: '这张卡片只供本公司同事使用。',
  /** The card hangs in a group, and the person who tapped is no member of that group. */
  notOfGroup: (group: string) => `只有${group ? `“${group}”群` : '这个群'}的成员可以操作。`,
  /** A card that somebody forwarded to another chat. */
  forwardedCopy: '这是转发的卡片，请在原来的聊天里操作。',
  /** The platform sent a tap that the program cannot read. */
  tapNotUnderstood: '没能看懂这次点击，什么也没有改动。请再点一次；仍然不行，请把想做的事直接发给我。',
};
