import type { HELP_ZH } from '../../zh/desk/help';

/** {@link HELP_ZH} in English. */
export const HELP_EN: typeof HELP_ZH = {
  rep: {
    title: 'Just forward me what customers say',
    who: 'Sales rep · three steps',
    steps: [
      ['1. Forward', 'messages, screenshots, voice; or paste them.'],
      ['2. Tap', 'I fill in the card, you look and tap "Submit".'],
      ['3. Reply', 'I tell you the result, you tell the customer.'],
    ],
    typed: 'Or type: mine, todo, #128, search lamp, export this month',
  },
  member: {
    title: 'Claim and answer, that is all',
    who: 'Department',
    steps: [
      ['1. Claim', 'tap "Claim" on a new card in the group.'],
      ['2. Answer', 'on the card, or reply to it with "result: …".'],
    ],
    typed: 'For colleagues only: begin with "internal:", the customer does not see it.',
  },
  clerk: {
    title: 'Cases of nobody: one tap routes them',
    who: 'Clerk',
    steps: [
      ['Route', 'what names no department comes to you.'],
      ['Watch', 'I tell you what is late and what was never submitted.'],
      ['Close', 'you may close cases for a rep who cannot.'],
    ],
    typed: 'Or type: todo, overdue, digest, #128, search socket, export november',
  },
  manager: {
    title: 'One digest a day, one tap to urge',
    who: 'Manager',
    steps: [
      ['See', 'what needs you stands on top, the latest first.'],
      ['Urge', 'one tap: I mention and buzz the person.'],
      ['Instruct', 'one sentence, and those who work on it have it at once.'],
    ],
    typed: 'Or type: todo, overdue, digest, #128, search socket, export november',
  },
  step: (word, sentence) => `**${word}**: ${sentence}`,
  setup:
    'You are an admin: type "setup" for departments, people and times, "retry" to send again what could not be delivered.',
  buttons: {
    mine: 'Mine',
    todo: 'To do',
    overdue: 'Overdue',
    unclaimed: 'Not claimed',
    inHand: 'Mine',
    digest: 'Digest',
    wechat: 'From WeChat',
    help: 'How it works',
  },
  welcome: {
    title: 'Hello, I take care of customer feedback',
    lines: [
      'Forward me what customers say: I fill in a card, you look and tap "Submit".',
      'The department gets it, and I tell you the result.',
    ],
  },
  wechat: {
    title: 'How messages from WeChat get here',
    lines: [
      'Text: hold, copy, paste it to me; what you send within a minute is one case.',
      'Pictures: save them and send them to me, or send a screenshot.',
      'Voice: hold, convert it to text, copy it to me.',
      'Chats: a screenshot is the fastest way, I take it as it is.',
      'Files: open them in WeChat, choose "open in another app", then Feishu.',
    ],
  },
};
