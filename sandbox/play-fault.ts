import { PlatformFault } from './platform/api/platform-fault';
import { PeopleFault, type PeopleFaultCode } from './platform/people/people-fault';

/** Faults of the page's requests, in Chinese and English for the person at the page. */
const WORDS: Record<PeopleFaultCode | PlayFaultCode, [zh: string, en: string]> = {
  not_own: ['只能编辑或撤回自己的消息', 'People edit and recall their own messages only'],
  recalled: ['消息已撤回，不能编辑', 'The message was recalled and cannot be edited'],
  not_editable: ['只有文字和图文消息可以编辑', 'Only text and rich text can be edited'],
  edited_too_often: ['这条消息编辑次数已达上限', 'This message has been edited as often as it may be'],
  other_chat: ['只能在原消息所在的会话里回复', 'A reply goes to the chat of its message'],
  not_in_chat: ['这个人不在这个会话里', 'This person is not in this chat'],
  dissolved: ['群已解散', 'The group has been dissolved'],
  no_sample: ['没有这个样例', 'There is no such sample'],
  wrong_jump: ['时长应大于 0，且不超过 60 天', 'The time must be more than 0 and at most 60 days'],
  wrong_rate: ['倍速只能是 1、60 或 3600', 'The rate is 1, 60 or 3600'],
  nothing_waits: ['目前没有等待发送的提醒', 'No reminder is waiting'],
  bot_away: ['机器人没有应答', 'The bot does not answer'],
  bot_runs: ['机器人已经在运行', 'The bot is running already'],
  bot_stopped: ['机器人没有在运行', 'The bot is not running'],
  bot_fails: ['机器人没有启动成功，原因见终端', 'The bot did not start; the terminal says why'],
  bot_elsewhere: ['机器人不是由沙箱启动的', 'The bot was not started by the sandbox'],
  not_emptied: ['数据库在服务器上，沙箱不会清空它', 'The database is on a server, and the sandbox does not empty it'],
  missing: ['请求缺少必要的内容', 'The request lacks something'],
  no_message: ['没有这条消息', 'There is no such message'],
};

/** Kinds of faults of the page's requests. */
export type PlayFaultCode =
  | 'no_sample'
  | 'wrong_jump'
  | 'wrong_rate'
  | 'nothing_waits'
  | 'bot_away'
  | 'bot_runs'
  | 'bot_stopped'
  | 'bot_fails'
  | 'bot_elsewhere'
  | 'not_emptied'
  | 'missing'
  | 'no_message';

/** A request of the page that is wrong or cannot be met now. */
export class PlayFault extends Error {
  constructor(
    readonly code: PlayFaultCode,
    /** The wrong part of the request, for the developer of the page. */
    readonly detail = '',
  ) {
    super(code);
  }
}

/** The fault in the language that the page asked for. */
export function faultWords(error: unknown, english: boolean): string {
  if (error instanceof PlayFault || error instanceof PeopleFault) {
    const words = WORDS[error.code][english ? 1 : 0];
    return error instanceof PlayFault && error.detail ? `${words}（${error.detail}）` : words;
  }
  if (error instanceof PlatformFault) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
