import { z } from 'zod';
import type { DatabaseConfig } from '../db/data-source';
import { isTimeZone } from '../domain/time';
import { readBaseUrl, readDatabase, readPort, readTokens } from './variable-readers';

const TRANSPORTS = ['websocket', 'webhook'] as const;
const LOCALES = ['zh-CN', 'en-US'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const FEISHU = 'https://open.feishu.cn';
const PLATFORMS = new Map([
  ['feishu', FEISHU],
  ['lark', 'https://open.larksuite.com'],
]);

export type LogLevel = (typeof LOG_LEVELS)[number];

/** How events come in. Both keys are set for an app in webhook mode. */
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
  /** `sandbox` if no app is named: the program brings its own local Feishu (design §5). */
  mode: 'sandbox' | 'feishu';
  /** Null in sandbox mode. */
  feishu: FeishuConfig | null;
  /** The same choice in either mode, so that the sandbox can be tried over both ways in. */
  events: EventsConfig;
  database: DatabaseConfig;
  orgFile: string | null;
  /** The company's own procedures; null: the shipped ones only. */
  proceduresDir: string | null;
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

/** A variable, trimmed; null if it is absent or empty. */
const text = z
  .string()
  .optional()
  .transform((given) => given?.trim() || null);

/** A variable that `read` understands. A fault says `message` and never the value. */
function variable<T>(read: (given: string) => T | null, message: string) {
  return text.transform((given, { issues }) => {
    const value = given === null ? null : read(given);
    if (given === null || value !== null) return value;
    issues.push({ code: 'custom', input: null, message });
    return z.NEVER;
  });
}

function oneOf<T extends string>(choices: readonly T[], usual: T) {
  const read = (given: string) => choices.find((choice) => choice === given) ?? null;
  return variable(read, `must be one of ${choices.join(', ')}`).transform((chosen) => chosen ?? usual);
}

/** The variables of design §3.1. */
const variables = z.object({
  FEISHU_TRANSPORT: oneOf(TRANSPORTS, 'websocket'),
  FEISHU_ENCRYPT_KEY: text,
  FEISHU_VERIFICATION_TOKEN: text,
  FEISHU_DOMAIN: variable(
    (given) => PLATFORMS.get(given) ?? readBaseUrl(given),
    'must be feishu, lark, or a base URL such as http://127.0.0.1:4000',
  ),
  FEISHU_APP_ID: variable(
    (given) => (/^cli_[0-9a-fA-F]{16}$/.test(given) ? given : null),
    'must be cli_ followed by 16 hexadecimal digits',
  ),
  FEISHU_APP_SECRET: text,
  PORT: variable(readPort, 'must be a number from 1 to 65535 (0: any free port)'),
  DATABASE_URL: variable(
    readDatabase,
    'must be mysql://user:pass@host:3306/db or sqlite:path (write special characters of a user or password as %40 and the like)',
  ),
  ORG_FILE: text,
  PROCEDURES_DIR: text,
  HOST: text,
  PUBLIC_URL: variable(readBaseUrl, 'must be an http:// or https:// address'),
  API_TOKENS: variable(readTokens, 'must be tokens of visible ASCII characters without spaces, separated by commas'),
  TIME_ZONE: variable((given) => (isTimeZone(given) ? given : null), 'must be a time zone such as Asia/Shanghai'),
  BOT_LOCALE: oneOf(LOCALES, 'zh-CN'),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
});

type Variables = z.output<typeof variables>;

/** The names of the variables, in the order in which their faults are told. */
export const variableNames = Object.keys(variables.shape);

/** The environment of design §3.1. `exists` says whether there is a file of that name. */
export function environmentSchema(exists: (path: string) => boolean) {
  return variables
    .superRefine(
      (read, context) => {
        for (const [name, message] of faultsBetween(read, exists)) {
          context.addIssue({ code: 'custom', path: [name], message });
        }
      },
      // Beside faults of single variables, too: all are told at once.
      { when: () => true },
    )
    .transform((read) => configOf(read, exists));
}

/** What must hold between variables, and between them and the files. */
function faultsBetween(read: Variables, exists: (path: string) => boolean): [name: keyof Variables, message: string][] {
  const { FEISHU_TRANSPORT, FEISHU_APP_ID, FEISHU_APP_SECRET, ORG_FILE, PROCEDURES_DIR } = read;
  const faults: [name: keyof Variables, message: string][] = [];
  // The sandbox makes up what is missing: there is no console to copy it from.
  if (FEISHU_TRANSPORT === 'webhook' && (FEISHU_APP_ID !== null || FEISHU_APP_SECRET !== null)) {
    for (const name of ['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'] as const) {
      if (read[name] !== null) continue;
      faults.push([name, 'is needed if FEISHU_TRANSPORT is webhook (copy it from the app, "Events and callbacks")']);
    }
  }
  if (FEISHU_APP_ID === null && FEISHU_APP_SECRET !== null) {
    faults.push(['FEISHU_APP_ID', 'is missing while FEISHU_APP_SECRET is set']);
  }
  if (FEISHU_APP_SECRET === null && FEISHU_APP_ID !== null) {
    faults.push(['FEISHU_APP_SECRET', 'is missing while FEISHU_APP_ID is set']);
  }
  if (ORG_FILE !== null && !exists(ORG_FILE)) faults.push(['ORG_FILE', 'must name a file that exists']);
  if (PROCEDURES_DIR !== null && !exists(PROCEDURES_DIR)) {
    faults.push(['PROCEDURES_DIR', 'must name a folder that exists']);
  }
  return faults;
}

/** The configuration of variables that are right, with what is usual for those that are not set. */
function configOf(read: Variables, exists: (path: string) => boolean): Config {
  const events: EventsConfig = {
    transport: read.FEISHU_TRANSPORT,
    encryptKey: read.FEISHU_ENCRYPT_KEY,
    verificationToken: read.FEISHU_VERIFICATION_TOKEN,
  };
  const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret } = read;
  const domain = read.FEISHU_DOMAIN ?? FEISHU;
  const feishu = appId && appSecret ? { appId, appSecret, domain, ...events } : null;
  const port = read.PORT ?? 3000;
  return {
    mode: feishu ? 'feishu' : 'sandbox',
    feishu,
    events,
    database: read.DATABASE_URL ?? { type: 'sqlite', path: 'data/feedback.db' },
    orgFile: read.ORG_FILE ?? (exists('org.yaml') ? 'org.yaml' : null),
    proceduresDir: read.PROCEDURES_DIR,
    port,
    host: read.HOST ?? '0.0.0.0',
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${port}`,
    apiTokens: read.API_TOKENS ?? [],
    timeZone: read.TIME_ZONE ?? 'Asia/Shanghai',
    locale: read.BOT_LOCALE,
    logLevel: read.LOG_LEVEL,
  };
}
