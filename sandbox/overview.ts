import type { BotView, ChatSummary, ClockView, Overview, TroubleView } from './page-contract';
import type { ChatView, LocalFeishu, MessageView } from './platform';
import { SAMPLES } from './samples';

/** How messages without words are named in a list of chats, as the client does. */
const FORMS: Record<string, string> = {
  image: '[图片]',
  file: '[文件]',
  audio: '[语音]',
  media: '[视频]',
  merge_forward: '[聊天记录]',
  location: '[位置]',
  sticker: '[表情]',
  share_chat: '[群名片]',
  share_user: '[个人名片]',
  interactive: '[卡片]',
};

/** Everything of the page but the messages. */
export function overviewOf(
  feishu: LocalFeishu,
  run: string,
  clock: ClockView,
  bot: Omit<BotView, 'openId' | 'name'>,
): Omit<Overview, 'canStartOver'> {
  const { company } = feishu;
  const named = [...company.people, ...(company.outsiders ?? [])].map(({ id, name }) => [id, name]);
  const read = new Map<string, MessageView[]>();
  const messagesOf = (chatId: string) => {
    const messages = read.get(chatId) ?? feishu.messages(chatId);
    read.set(chatId, messages);
    return messages;
  };
  return {
    run,
    clock,
    bot: { ...company.bot, ...bot },
    people: company.people.map(({ id, name, title = '' }) => ({
      id,
      name,
      title,
      chats: feishu.chatsOf(id).map((chat) => summaryOf(chat, messagesOf(chat.id), id)),
    })),
    samples: SAMPLES.map(({ id, title, form, preview }) => ({ id, title, form, preview })),
    names: Object.fromEntries([...named, [company.bot.openId, company.bot.name]]),
    trouble: troubleOf(feishu),
  };
}

export function troubleOf({ settings }: LocalFeishu): TroubleView {
  const { latencyMs, errorRate, rateLimited, refuseBuzz } = settings;
  return { latencyMs, errorRate, rateLimited, buzzRefused: refuseBuzz !== null };
}

function summaryOf(chat: ChatView, messages: MessageView[], personId: string): ChatSummary {
  const { id, mode, name, members, hasBot, dissolved } = chat;
  const latest = messages.at(-1);
  return {
    id,
    mode,
    name,
    members,
    hasBot,
    dissolved,
    last: latest ? firstLine(latest) : '',
    lastAt: latest?.createdAt ?? null,
    count: messages.filter(({ sender }) => sender.id !== personId).length,
    urgent: messages.filter(({ urgentTo }) => urgentTo.includes(personId)).length,
  };
}

function firstLine({ recalled, text, type }: MessageView): string {
  if (recalled) return '[已撤回]';
  return text.split('\n').find((line) => line.trim() !== '') ?? FORMS[type] ?? '';
}
