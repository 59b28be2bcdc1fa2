import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config/environment';
import { codeOf } from '../../src/domain/errors';

const APP = { FEISHU_APP_ID: 'cli_0123456789abCDEF', FEISHU_APP_SECRET: 'top-secret-1' };
const WEBHOOK = { FEISHU_TRANSPORT: 'webhook', FEISHU_ENCRYPT_KEY: 'top-secret-2', FEISHU_VERIFICATION_TOKEN: 'tok' };

const nothingExists = () => false;
const everythingExists = () => true;

function faultsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env, nothingExists);
  } catch (error) {
    expect(codeOf(error)).toBe('config_invalid');
    return (error as Error).message.split('\n');
  }
  return [];
}

test('an empty environment starts the sandbox with the defaults', () => {
  expect(readConfig({}, nothingExists)).toEqual({
    mode: 'sandbox',
    feishu: null,
    events: { transport: 'websocket', encryptKey: null, verificationToken: null },
    database: { type: 'sqlite', path: 'data/feedback.db' },
    orgFile: null,
    proceduresDir: null,
    port: 3000,
    host: '0.0.0.0',
    publicUrl: 'http://localhost:3000',
    apiTokens: [],
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    logLevel: 'info',
  });
});

test('every variable can be set, with blanks around its value', () => {
  const env = {
    ...APP,
    ...WEBHOOK,
    FEISHU_DOMAIN: ' http://127.0.0.1:4000/ ',
    DATABASE_URL: ' mysql://bot:p%40ss@db.local/feedback ',
    ORG_FILE: 'conf/org.yaml',
    PROCEDURES_DIR: 'conf/procedures',
    PORT: ' 0 ',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'https://bot.example.com/feedback/',
    API_TOKENS: 'one, two,,',
    TIME_ZONE: 'Europe/Berlin',
    BOT_LOCALE: 'en-US',
    LOG_LEVEL: 'debug',
  };
  expect(readConfig(env, (path) => path.startsWith('conf/'))).toEqual({
    mode: 'feishu',
    feishu: {
      appId: 'cli_0123456789abCDEF',
      appSecret: 'top-secret-1',
      domain: 'http://127.0.0.1:4000',
      transport: 'webhook',
      encryptKey: 'top-secret-2',
      verificationToken: 'tok',
    },
    events: { transport: 'webhook', encryptKey: 'top-secret-2', verificationToken: 'tok' },
    database: { type: 'mysql', url: 'mysql://bot:p%40ss@db.local/feedback' },
    orgFile: 'conf/org.yaml',
    proceduresDir: 'conf/procedures',
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'https://bot.example.com/feedback',
    apiTokens: ['one', 'two'],
    timeZone: 'Europe/Berlin',
    locale: 'en-US',
    logLevel: 'debug',
  });
});

test('an empty variable is a variable that is not set', () => {
  const names = [...variablesRead()];
  const env = Object.fromEntries(names.map((name) => [name, '  ']));
  expect(readConfig(env, nothingExists)).toEqual(readConfig({}, nothingExists));
});

test.each([
  ['feishu', 'https://open.feishu.cn'],
  ['lark', 'https://open.larksuite.com'],
  ['https://open.example.com/base', 'https://open.example.com/base'],
])('FEISHU_DOMAIN %s is %s', (domain, expected) => {
  expect(readConfig({ ...APP, FEISHU_DOMAIN: domain }, nothingExists).feishu?.domain).toBe(expected);
});

test.each([
  ['sqlite:feedback.db', 'feedback.db'],
  ['sqlite:/var/lib/feedback.db', '/var/lib/feedback.db'],
  ['sqlite:///var/lib/feedback.db', '/var/lib/feedback.db'],
  ['sqlite::memory:', ':memory:'],
])('DATABASE_URL %s is the file %s', (url, path) => {
  expect(readConfig({ DATABASE_URL: url }, nothingExists).database).toEqual({ type: 'sqlite', path });
});

test('org.yaml is read if it exists and no other file is named', () => {
  expect(readConfig({}, everythingExists).orgFile).toBe('org.yaml');
  expect(readConfig({ ORG_FILE: 'a.yaml' }, everythingExists).orgFile).toBe('a.yaml');
});

describe('faults', () => {
  test.each<[NodeJS.ProcessEnv, string]>([
    [{ FEISHU_APP_ID: APP.FEISHU_APP_ID }, 'FEISHU_APP_SECRET is missing'],
    [{ FEISHU_APP_SECRET: APP.FEISHU_APP_SECRET }, 'FEISHU_APP_ID is missing'],
    [{ ...APP, FEISHU_APP_ID: 'cli_0123456789abcde' }, 'FEISHU_APP_ID must be cli_'],
    [{ ...APP, FEISHU_APP_ID: 'cli_0123456789abcdeg' }, 'FEISHU_APP_ID must be cli_'],
    [{ FEISHU_DOMAIN: 'feishu.cn' }, 'FEISHU_DOMAIN must be'],
    [{ FEISHU_DOMAIN: 'ftp://127.0.0.1' }, 'FEISHU_DOMAIN must be'],
    [{ FEISHU_TRANSPORT: 'http' }, 'FEISHU_TRANSPORT must be one of websocket, webhook'],
    [{ ...APP, ...WEBHOOK, FEISHU_ENCRYPT_KEY: '' }, 'FEISHU_ENCRYPT_KEY is needed'],
    [{ ...APP, ...WEBHOOK, FEISHU_VERIFICATION_TOKEN: '' }, 'FEISHU_VERIFICATION_TOKEN is needed'],
    [{ DATABASE_URL: 'postgres://a:b@c/d' }, 'DATABASE_URL must be mysql://'],
    [{ DATABASE_URL: 'mysql://a:b@c:3306' }, 'DATABASE_URL must be mysql://'],
    [{ DATABASE_URL: 'mysql://a:top-secret#3@c/d' }, 'DATABASE_URL must be mysql://'],
    [{ DATABASE_URL: 'mysql://a:100%@c/d' }, 'DATABASE_URL must be mysql://'],
    [{ DATABASE_URL: 'mysql://c/d' }, 'DATABASE_URL must be mysql://'],
    [{ DATABASE_URL: 'sqlite:' }, 'DATABASE_URL must be mysql://'],
    [{ DATABASE_URL: 'sqlite://data/feedback.db' }, 'DATABASE_URL must be mysql://'],
    [{ ORG_FILE: 'nowhere.yaml' }, 'ORG_FILE must name a file that exists'],
    [{ PROCEDURES_DIR: 'nowhere' }, 'PROCEDURES_DIR must name a folder that exists'],
    [{ PORT: '65536' }, 'PORT must be a number'],
    [{ PORT: '-1' }, 'PORT must be a number'],
    [{ PORT: '3e3' }, 'PORT must be a number'],
    [{ PUBLIC_URL: 'bot.example.com' }, 'PUBLIC_URL must be'],
    [{ API_TOKENS: 'one,two three' }, 'API_TOKENS must be'],
    [{ TIME_ZONE: 'Asia/Beijing' }, 'TIME_ZONE must be'],
    [{ BOT_LOCALE: 'zh' }, 'BOT_LOCALE must be one of zh-CN, en-US'],
    [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL must be one of'],
  ])('%j: %s', (env, expected) => {
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(expected);
  });

  test('all faults come at once, and none holds a secret', () => {
    const faults = faultsOf({
      FEISHU_APP_SECRET: 'top-secret',
      FEISHU_TRANSPORT: 'webhook',
      FEISHU_ENCRYPT_KEY: 'top-secret',
      DATABASE_URL: 'mysql://root:top-secret@',
      API_TOKENS: 'top-secret top-secret',
      PORT: 'x',
    });
    expect(faults.map((line) => line.split(' ')[0])).toEqual([
      'FEISHU_VERIFICATION_TOKEN',
      'FEISHU_APP_ID',
      'PORT',
      'DATABASE_URL',
      'API_TOKENS',
    ]);
    expect(faults.join('\n')).not.toContain('top-secret');
  });
});

/** The names of the variables that `readConfig` looks at. */
function variablesRead(): Set<string> {
  const names = new Set<string>();
  const env = new Proxy<NodeJS.ProcessEnv>({}, { get: (_, name) => void names.add(String(name)) });
  readConfig(env, nothingExists);
  return names;
}

test('.env.example documents each variable that is read, and no other', () => {
  const text = readFileSync(`${__dirname}/../../.env.example`, 'utf8');
  const documented = [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  expect(documented.sort()).toEqual([...variablesRead()].sort());
});
