import type { BotView, ChatSummary, ClockView, Overview, TroubleView } from './page-contract';
import type { ChatView, LocalFeishu, MessageView } from './platform';
import { SAMPLES } from './samples';

/** Names of messages without text in a list of chats, as in the client. */
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

/** Collects everything that the page shows except messages. */
export function overviewOf(
  feishu: LocalFeishu,
  run: string,
  clock: ClockView,
  bot: Omit<BotView, 'openId' | 'name'>,
): Omit<Overview, 'canStartOver'> {
  const { company } = feishu;
  const named = [...company.people, ...(company.outsiders ?? [])].map(({ id, name }) => [id, name]);
  return {
    run,
    clock,
    bot: { ...company.bot, ...bot },
    people: company.people.map(({ id, name, title = '' }) => ({
      id,
      name,
      title,
      left: feishu.hasLeft(id),
      chats: feishu.chatsOf(id).map((chat) => ({ ...summaryOf(chat), ...feishu.tally(chat.id, id) })),
    })),
    samples: SAMPLES.map(({ id, title, form, preview }) => ({ id, title, form, preview })),
    names: Object.fromEntries([...named, [company.bot.openId, company.bot.name]]),
    trouble: troubleOf(feishu),
  };
}

/** The tag of a folded panel, the element that a Feishu is most likely to refuse inside a form. */
export const PANEL = 'collapsible_panel';

/** The switches of the trouble panel, read from the platform's settings. */
export function troubleOf({ settings }: LocalFeishu): TroubleView {
  const { latencyMs, errorRate, rateLimited, refuseBuzz, refusedElements } = settings;
  const panelsRefused = refusedElements.includes(PANEL);
  return { latencyMs, errorRate, rateLimited, buzzRefused: refuseBuzz !== null, panelsRefused };
}

function summaryOf(chat: ChatView): Omit<ChatSummary, 'count' | 'urgent'> {
  const { id, mode, name, members, hasBot, dissolved, last } = chat;
  return {
    id,
    mode,
    name,
    members,
    hasBot,
    dissolved,
    last: last ? messageLine(last) : '',
    lastAt: last?.createdAt ?? null,
  };
}

/** One line for a message: its first line of text, or its kind. */
export function messageLine({ recalled, text, type }: MessageView): string {
  if (recalled) return '[已撤回]';
  return text.split('\n').find((line) => line.trim() !== '') ?? FORMS[type] ?? '';
}
