import type { MessageView } from './platform';

// The JSON between the page and its server, under `/sandbox/`. Moments are epoch milliseconds of the sandbox's clock.

/** `GET overview`: everything except messages. The page asks again after each change on the stream. */
export interface Overview {
  /** Id of this run. After "start over" the id changes, and what a browser stored for the former run is void. */
  run: string;
  clock: ClockView;
  bot: BotView;
  people: PersonView[];
  samples: SampleView[];
  /** open_id → name of all people and of the bot. */
  names: Record<string, string>;
  /** Names and titles in English by id, of people, groups and the bot. */
  english: Record<string, { name: string; title: string }>;
  trouble: TroubleView;
  /** Whether the page offers "start over"; false if the bot's database is on a server. */
  canStartOver: boolean;
}

/** The sandbox's clock. */
export interface ClockView {
  now: number;
  /** Lead over the real clock, in milliseconds. */
  offsetMs: number;
  /** Sandbox seconds per real second: 1, 60 or 3600. */
  rate: number;
  /** Time of the bot's next reminder or digest; null if nothing waits or the bot does not answer. */
  nextReminderAt: number | null;
}

/** The bot and its connection. */
export interface BotView {
  openId: string;
  name: string;
  state: 'starting' | 'running' | 'stopped';
  transport: 'webhook' | 'websocket';
  /** Number of open long connections. */
  connections: number;
  locale: 'zh-CN' | 'en-US';
}

/** A person to choose, with their chats. */
export interface PersonView {
  id: string;
  name: string;
  title: string;
  /** What the page needs to know of the title; null for all others. */
  role: 'rep' | 'manager' | null;
  /** The person has left the company. */
  left: boolean;
  /** Chats of the person; the direct chat with the bot first. */
  chats: ChatSummary[];
}

/** A chat in a person's list of chats. */
export interface ChatSummary {
  id: string;
  mode: 'p2p' | 'group';
  name: string;
  /** open_ids */
  members: string[];
  hasBot: boolean;
  dissolved: boolean;
  /** The first line of the latest message. */
  last: string;
  /** Time of the latest message; null if the chat is empty. */
  lastAt: number | null;
  /** Number of messages of others; the page counts unread messages from it. */
  count: number;
  /** Number of messages that buzz (加急) this person. */
  urgent: number;
}

/** A sample in the tray. */
export interface SampleView {
  id: string;
  title: string;
  /** Kind of the sample; decides its group and icon in the tray. */
  form: 'text' | 'post' | 'image' | 'file' | 'audio' | 'video' | 'merged' | 'location' | 'card' | 'burst';
  /** One line about the content. */
  preview: string;
}

/** The switches of the trouble panel. */
export interface TroubleView {
  /** Delay of each call, in real milliseconds. */
  latencyMs: number;
  /** Share of failing calls, 0 to 1. */
  errorRate: number;
  /** Whether every call gets "too many requests". */
  rateLimited: boolean;
  /** Whether buzzes (加急) are refused. */
  buzzRefused: boolean;
  /** Whether cards with folded panels are refused. */
  panelsRefused: boolean;
}

/** `GET messages?person=&chat=` */
export type Messages = (MessageView | RefusedView | SystemLine)[];

/** An event of the chat itself, shown as a line between the messages. */
export interface SystemLine {
  system: true;
  id: string;
  at: number;
  what: 'bot_added' | 'bot_removed';
  /** open_id of the person who did it. */
  by: string;
}

/** Content of the bot that Feishu would refuse, shown in place of the message. */
export interface RefusedView {
  refused: true;
  id: string;
  at: number;
  /** The platform's code and message, e.g. 230099 and the path of the wrong element. */
  code: number;
  reason: string;
  /** The refused content. */
  content: unknown;
}

/** `GET monitor`: figures of bot and platform. The page asks every two seconds. */
export interface MonitorView {
  /** Number of calls in the last 60 real seconds. */
  callsPerMinute: number;
  /** Number of calls per 10 real seconds in the last 5 minutes, oldest first. */
  callsByTenSeconds: number[];
  /** Number of refused or failed calls in the last 60 real seconds. */
  failedPerMinute: number;
  /** Number of retries in the last 60 real seconds: calls that repeat the uuid of an earlier call. */
  retriesPerMinute: number;
  /** Number of events that wait for a repeat. */
  eventsWaiting: number;
  /** Figures from the bot's `/metrics`; null if the bot does not answer. */
  outbox: { depth: number; oldestSeconds: number } | null;
}

/** `GET happenings?from=&to=`: what the bot sent or changed in this span, oldest first; a message appears once. */
export interface Happening {
  messageId: string;
  chatId: string;
  at: number;
  /** `changed`: the message is older, and its card was drawn anew. */
  what: 'sent' | 'changed';
  /** The card's title, or the first line of another message. */
  title: string;
  /** What the card says first below its title; empty for other messages. */
  line: string;
  /** open_ids of the people whom the message buzzed (加急). */
  urgentTo: string[];
}

/** `GET inspect?message=` */
export interface Inspection {
  /** The message as the API returns it. */
  message: unknown;
  /** JSON of the current card; null for other messages. */
  card: unknown;
  events: EventLine[];
  calls: CallLine[];
  /** The cases that the message is about, as the bot tells them; empty if there is none or the bot does not answer. */
  records: { number: string; timeline: TimelineLine[] }[];
}

/** An event or callback about a message. */
export interface EventLine {
  at: number;
  type: string;
  /** Each delivery with its result. */
  attempts: { at: number; outcome: string }[];
  body: unknown;
}

/** An API call about a message. */
export interface CallLine {
  at: number;
  method: string;
  path: string;
  status: number;
  code: number;
  durationMs: number;
  request: unknown;
  response: unknown;
}

/** An entry of a case's timeline. */
export interface TimelineLine {
  at: number;
  /** Name of the person; "系统" if the clock caused the entry. */
  who: string;
  /** What happened, as a sentence. */
  what: string;
}

/** `GET cards?locale=`: every card that the product can send, in each state, drawn from sample records. */
export interface WallCard {
  /** The section of the wall, e.g. 客户经理. */
  group: string;
  /** The card's state, e.g. 处理中. */
  title: string;
  /** Unique and stable, for links and screenshots: `department-handling`. */
  id: string;
  card: Record<string, unknown>;
}

/**
 * The bodies of `POST`. Each answers `{}` or the named type, or 400 with `{ error }` for a person: in English if
 * Accept-Language begins with `en`, else in Chinese.
 */
export interface Acts {
  send: { person: string; chatId: string; text: string; replyTo?: string; mentionBot?: boolean };
  /** Samples to forward at once, in this order. */
  forward: { person: string; samples: string[]; chatId?: string };
  edit: { person: string; messageId: string; text: string };
  recall: { person: string; messageId: string };
  /** Answers a `TapResult`: a toast, an error with its code, or neither. */
  tap: {
    person: string;
    messageId: string;
    cmd?: string;
    label?: string;
    option?: string;
    form?: Record<string, unknown>;
    /** The callback value on the card; tells apart two buttons with the same label. */
    value?: unknown;
    /** The message's `versions` when the card was drawn: the person taps the version that they saw. */
    versions?: number;
  };
  enter: { person: string };
  /** The person leaves the company for good. */
  leave: { person: string };
  bot: { person: string; chatId: string; present: boolean };
  /** Dissolves the group for good. */
  dissolve: { person: string; chatId: string };
  trouble: Partial<TroubleView> & { drop?: true };
  process: { action: 'kill' | 'start' | 'restart'; locale?: 'zh-CN' | 'en-US' };
  /** Empties chats and cases and starts a new run at the same address with the real clock. */
  startOver: Record<string, never>;
  /** Answers `ClockView`. */
  clock: { advanceMs: number } | { until: 'next-morning' | 'next-reminder' } | { rate: 1 | 60 | 3600 };
}

/** `GET stream`: server-sent events; each `data` line is one of these. */
export interface Change {
  kind: 'message' | 'card' | 'chat' | 'buzz' | 'clock' | 'bot';
  chatId?: string;
  messageId?: string;
}
