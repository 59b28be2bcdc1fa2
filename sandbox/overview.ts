import type { BotView, ChatSummary, ClockView, Overview, PersonView, TroubleView } from './page-contract';
import type { ChatView, Company, LocalFeishu, MessageView } from './platform';
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
    bot: { openId: company.bot.openId, name: company.bot.name, ...bot },
    people: company.people.map(({ id, name, title = '' }) => ({
      id,
      name,
      title,
      role: roleOf(title),
      left: feishu.hasLeft(id),
      chats: feishu.chatsOf(id).map((chat) => ({ ...summaryOf(chat), ...feishu.tally(chat.id, id) })),
    })),
    samples: SAMPLES.map(({ id, title, form, preview }) => ({ id, title, form, preview })),
    names: Object.fromEntries([...named, [company.bot.openId, company.bot.name]]),
    english: englishOf(company),
    trouble: troubleOf(feishu),
  };
}

/** The roles that the page treats in their own way, by the titles of the sample company. */
function roleOf(title: string): PersonView['role'] {
  if (title === '客户经理') return 'rep';
  return title.includes('经理') ? 'manager' : null;
}

function englishOf({ bot, people, groups, outsiders = [] }: Company): Overview['english'] {
  const ofPeople = [...people, ...outsiders].flatMap(({ id, english }) => (english ? [[id, english] as const] : []));
  const ofOthers = [...groups, { id: bot.openId, english: bot.english }].flatMap(({ id, english }) =>
    english ? [[id, { name: english, title: '' }] as const] : [],
  );
  return Object.fromEntries([...ofPeople, ...ofOthers]);
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
