import { existsSync } from 'node:fs';
import type { DatabaseConfig } from '../db/data-source';
import { AppError } from '../domain/errors';
import { isTimeZone } from '../domain/time';

const TRANSPORTS = ['websocket', 'webhook'] as const;
const LOCALES = ['zh-CN', 'en-US'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const PLATFORMS: Record<string, string> = { feishu: 'https://open.feishu.cn', lark: 'https://open.larksuite.com' };

export type LogLevel = (typeof LOG_LEVELS)[number];

/** How events come in; for an app in webhook mode both keys are set. */
export interface EventsConfig {
  transport: (typeof TRANSPORTS)[number];
  encryptKey: string | null;
  verificationToken: string | null;
}

export interface FeishuConfig extends EventsConfig {
  appId: string;
  appSecret: string;
  /** Base URL without a slash at its end. */
  domain: string;
}

export interface Config {
  /** `sandbox` where no app is named: the program brings its own local Feishu (design §5). */
  mode: 'sandbox' | 'feishu';
  /** Null in sandbox mode. */
  feishu: FeishuConfig | null;
  /** The same choice in either mode, so that the sandbox can be tried over both ways in. */
  events: EventsConfig;
  database: DatabaseConfig;
  orgFile: string | null;
  /** 0: any free port. */
  port: number;
  host: string;
  /** Without a slash at its end. */
  publicUrl: string;
  apiTokens: string[];
  timeZone: string;
  locale: (typeof LOCALES)[number];
  logLevel: LogLevel;
}

/** Reads variables, trimmed, and gathers what is wrong with them; no value ever gets into a fault. */
class EnvReader {
  readonly faults: string[] = [];

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** Null where the variable is absent or empty. */
  text(name: string): string | null {
    return this.env[name]?.trim() || null;
  }

  fault(name: string, expected: string): void {
    this.faults.push(`${name} ${expected}`);
  }

  oneOf<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const text = this.text(name);
    if (text === null) return fallback;
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) this.fault(name, `must be one of ${choices.join(', ')}`);
    return choice ?? fallback;
  }

  checked(name: string, fallback: string, isRight: (text: string) => boolean, expected: string): string {
    const text = this.text(name);
    if (text === null || isRight(text)) return text ?? fallback;
    this.fault(name, expected);
    return fallback;
  }
}

/**
 * The environment as design §3.1 names it. Throws `config_invalid` with one line per fault, all at once; no line holds
 * the value of a variable. Paths stay as they were given: relative to the working directory.
 */
export function readConfig(env: NodeJS.ProcessEnv, exists: (path: string) => boolean = existsSync): Config {
  const reader = new EnvReader(env);
  const events = readEvents(reader);
  const feishu = readFeishu(reader, events);
  const port = readPort(reader);
  const config: Config = {
    mode: feishu ? 'feishu' : 'sandbox',
    feishu,
    events,
    database: readDatabase(reader),
    orgFile: readOrgFile(reader, exists),
    port,
    host: reader.text('HOST') ?? '0.0.0.0',
    publicUrl: readBaseUrl(reader, 'PUBLIC_URL', `http://localhost:${port}`, 'must be an http:// or https:// address'),
    apiTokens: readTokens(reader),
    timeZone: reader.checked('TIME_ZONE', 'Asia/Shanghai', isTimeZone, 'must be a time zone such as Asia/Shanghai'),
    locale: reader.oneOf('BOT_LOCALE', LOCALES, 'zh-CN'),
    logLevel: reader.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  };
  if (reader.faults.length > 0) throw new AppError('config_invalid', reader.faults.join('\n'));
  return config;
}

function readEvents(reader: EnvReader): EventsConfig {
  const transport = reader.oneOf('FEISHU_TRANSPORT', TRANSPORTS, 'websocket');
  const encryptKey = reader.text('FEISHU_ENCRYPT_KEY');
  const verificationToken = reader.text('FEISHU_VERIFICATION_TOKEN');
  // The sandbox makes up what is missing: there is no console to copy it from.
  const hasApp = reader.text('FEISHU_APP_ID') !== null || reader.text('FEISHU_APP_SECRET') !== null;
  if (transport === 'webhook' && hasApp) {
    const expected = 'is needed where FEISHU_TRANSPORT is webhook (copy it from the app, "Events and callbacks")';
    if (encryptKey === null) reader.fault('FEISHU_ENCRYPT_KEY', expected);
    if (verificationToken === null) reader.fault('FEISHU_VERIFICATION_TOKEN', expected);
  }
  return { transport, encryptKey, verificationToken };
}

function readFeishu(reader: EnvReader, events: EventsConfig): FeishuConfig | null {
  const appId = reader.text('FEISHU_APP_ID');
  const appSecret = reader.text('FEISHU_APP_SECRET');
  const choice = reader.text('FEISHU_DOMAIN') ?? 'feishu';
  const expected = 'must be feishu, lark, or a base URL such as http://127.0.0.1:4000';
  const domain = PLATFORMS[choice] ?? readBaseUrl(reader, 'FEISHU_DOMAIN', '', expected);
  if (appId !== null && !/^cli_[0-9a-fA-F]{16}$/.test(appId)) {
    reader.fault('FEISHU_APP_ID', 'must be cli_ followed by 16 hexadecimal digits');
  }
  if (appId === null && appSecret === null) return null;
  if (appId === null) reader.fault('FEISHU_APP_ID', 'is missing while FEISHU_APP_SECRET is set');
  if (appSecret === null) reader.fault('FEISHU_APP_SECRET', 'is missing while FEISHU_APP_ID is set');
  return { appId: appId ?? '', appSecret: appSecret ?? '', domain, ...events };
}

function readPort(reader: EnvReader): number {
  const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= 65535;
  return Number(reader.checked('PORT', '3000', isPort, 'must be a number from 1 to 65535 (0: any free port)'));
}

function readBaseUrl(reader: EnvReader, name: string, fallback: string, expected: string): string {
  const isBaseUrl = (text: string) => {
    const url = parseUrl(text);
    return (
      url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === ''
    );
  };
  return reader.checked(name, fallback, isBaseUrl, expected).replace(/\/+$/, '');
}

function readDatabase(reader: EnvReader): DatabaseConfig {
  const text = reader.text('DATABASE_URL') ?? 'sqlite:data/feedback.db';
  // `sqlite://data/x.db` would silently mean the absolute path /data/x.db.
  const path = /^sqlite:(?!\/\/(?!\/))(.+)$/.exec(text)?.[1]?.trim();
  if (path) return { type: 'sqlite', path: path.replace(/^\/+/, '/') };
  if (!isMysqlUrl(text)) {
    const expected = 'must be mysql://user:pass@host:3306/db or sqlite:path';
    reader.fault('DATABASE_URL', `${expected} (write special characters of a user or password as %40 and the like)`);
  }
  return { type: 'mysql', url: text };
}

/** Null for what is no URL. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function isMysqlUrl(text: string): boolean {
  const url = parseUrl(text);
  if (url === null || url.protocol !== 'mysql:' || url.hash !== '') return false;
  try {
    decodeURIComponent(`${url.username}${url.password}`);
  } catch {
    return false;
  }
  return url.username !== '' && url.hostname !== '' && /^\/[^/]+$/.test(url.pathname);
}

function readOrgFile(reader: EnvReader, exists: (path: string) => boolean): string | null {
  const path = reader.text('ORG_FILE');
  if (path === null) return exists('org.yaml') ? 'org.yaml' : null;
  if (!exists(path)) reader.fault('ORG_FILE', 'must name a file that exists');
  return path;
}

function readTokens(reader: EnvReader): string[] {
  const tokens = (reader.text('API_TOKENS') ?? '').split(',').map((token) => token.trim());
  const given = tokens.filter((token) => token !== '');
  if (given.some((token) => !/^[\x21-\x7e]+$/.test(token))) {
    reader.fault('API_TOKENS', 'must be tokens of visible ASCII characters without spaces, separated by commas');
  }
  return given;
}
