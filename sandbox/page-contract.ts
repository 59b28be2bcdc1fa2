import type { MessageView } from './platform';

// What the page and its server say to each other, as JSON under `/sandbox/`. Moments are epoch milliseconds of the
// sandbox's clock, which a person moves.

/** `GET overview`: everything but the messages; asked for again after each change that the stream tells of. */
export interface Overview {
  /** Another one once everything was emptied: what a browser remembers of an earlier run is void. */
  run: string;
  clock: ClockView;
  bot: BotView;
  people: PersonView[];
  samples: SampleView[];
  /** open_id → name, of everybody who can be named, the bot included. */
  names: Record<string, string>;
  trouble: TroubleView;
  /** Whether everything may be emptied from the page; not where the bot's database is on a server. */
  canStartOver: boolean;
}

export interface ClockView {
  now: number;
  /** How far ahead of the real clock. */
  offsetMs: number;
  /** Sandbox seconds per real second: 1, 60 or 3600. */
  rate: number;
  /** When the bot will next say something of its own accord; null where nothing waits or it does not answer. */
  nextReminderAt: number | null;
}

export interface BotView {
  openId: string;
  name: string;
  state: 'starting' | 'running' | 'stopped';
  transport: 'webhook' | 'websocket';
  /** Open long connections. */
  connections: number;
  locale: 'zh-CN' | 'en-US';
}

export interface PersonView {
  id: string;
  name: string;
  title: string;
  /** Has left the company. */
  left: boolean;
  /** The direct chat with the bot first. */
  chats: ChatSummary[];
}

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
  /** When the latest message was sent; null in an empty chat. */
  lastAt: number | null;
  /** Messages of others so far; what a person has not looked at yet is counted from it. */
  count: number;
  /** Messages that buzz (加急) this person. */
  urgent: number;
}

export interface SampleView {
  id: string;
  title: string;
  /** How the tray groups them, and the icon it shows. */
  form: 'text' | 'post' | 'image' | 'file' | 'audio' | 'video' | 'merged' | 'location' | 'card' | 'burst';
  /** A line of what is in it. */
  preview: string;
}

export interface TroubleView {
  /** Each call takes this much longer. */
  latencyMs: number;
  /** Share of calls that fail, 0 to 1. */
  errorRate: number;
  /** Every call is answered with the platform's "too many requests". */
  rateLimited: boolean;
  /** The buzz (加急) is refused. */
  buzzRefused: boolean;
}

/** `GET messages?person=&chat=` */
export type Messages = (MessageView | RefusedView | SystemLine)[];

/** What happened to the chat itself, shown as a line between the messages. */
export interface SystemLine {
  system: true;
  id: string;
  at: number;
  what: 'bot_added' | 'bot_removed';
  /** open_id of the one who did it. */
  by: string;
}

/** Something that the bot wanted to say in this chat and that Feishu would refuse; shown where it would stand. */
export interface RefusedView {
  refused: true;
  id: string;
  at: number;
  /** The platform's code and words, e.g. 230099 and the path of the wrong element. */
  code: number;
  reason: string;
  /** What was to be sent or shown, as it was given. */
  content: unknown;
}

/** `GET monitor`: how bot and platform fare; cheap enough to be asked for every two seconds. */
export interface MonitorView {
  /** Calls the platform answered in the last 60 real seconds. */
  callsPerMinute: number;
  /** The same, one number per 10 real seconds, oldest first, for the last 5 minutes. */
  callsByTenSeconds: number[];
  /** Of the last 60 seconds' calls: those refused or failed. */
  failedPerMinute: number;
  /** Of the last 60 seconds' calls: those that repeat an earlier one (same uuid), which is how a retry looks. */
  retriesPerMinute: number;
  /** Events waiting to be pushed again. */
  eventsWaiting: number;
  /** From the bot's own /metrics; null while it does not answer. */
  outbox: { depth: number; oldestSeconds: number } | null;
}

/** `GET inspect?message=` */
export interface Inspection {
  /** The message as the platform's API shows it. */
  message: unknown;
  /** The card's JSON as last shown; null for other messages. */
  card: unknown;
  events: EventLine[];
  calls: CallLine[];
  /** The case it belongs to, as the bot tells it; null where it belongs to none or the bot does not answer. */
  record: { number: string; timeline: TimelineLine[] } | null;
}

export interface EventLine {
  at: number;
  type: string;
  /** Each delivery with what came of it. */
  attempts: { at: number; outcome: string }[];
  body: unknown;
}

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

export interface TimelineLine {
  at: number;
  /** Who did it, by name; "系统" where the clock did. */
  who: string;
  /** In words. */
  what: string;
}

/** `GET cards?locale=`: every card the product can send, in each state, from sample records. */
export interface WallCard {
  /** The section of the wall, e.g. 客户经理. */
  group: string;
  /** The card's state, e.g. 处理中. */
  title: string;
  /** Unique and stable, for links and screenshots: `department-handling`. */
  id: string;
  card: Record<string, unknown>;
}

/** The bodies of `POST`; each answers `{}` or what is named beside it, or 400 with `{ error }` in words for a person: in
 * English where the request's Accept-Language begins with `en`, else in Chinese. */
export interface Acts {
  send: { person: string; chatId: string; text: string; replyTo?: string; mentionBot?: boolean };
  /** One or several samples, in this order, at once. */
  forward: { person: string; samples: string[]; chatId?: string };
  edit: { person: string; messageId: string; text: string };
  recall: { person: string; messageId: string };
  /** Answers `TapResult` of the platform: a toast, an error with its code, or neither. */
  tap: {
    person: string;
    messageId: string;
    cmd?: string;
    label?: string;
    option?: string;
    form?: Record<string, unknown>;
    /** The callback value as the card holds it, so that two like-named buttons are told apart. */
    value?: unknown;
    /** The message's `versions` when it was drawn: what was tapped is what the person saw. */
    versions?: number;
  };
  enter: { person: string };
  /** The person leaves the company, for good. */
  leave: { person: string };
  bot: { person: string; chatId: string; present: boolean };
  /** The owner, or whoever may, ends the group for good. */
  dissolve: { person: string; chatId: string };
  trouble: Partial<TroubleView> & { drop?: true };
  process: { action: 'kill' | 'start' | 'restart'; locale?: 'zh-CN' | 'en-US' };
  /** Empties chats and cases and starts again, with the real clock, as another run at the same address. */
  startOver: Record<string, never>;
  /** Answers `ClockView`. */
  clock: { advanceMs: number } | { until: 'next-morning' | 'next-reminder' } | { rate: 1 | 60 | 3600 };
}

/** `GET stream`: server-sent events; every line of data is one of these. */
export interface Change {
  kind: 'message' | 'card' | 'chat' | 'buzz' | 'clock' | 'bot';
  chatId?: string;
  messageId?: string;
}
