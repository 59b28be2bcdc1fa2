import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config/environment';
import { readOrg } from '../../src/config/org-file';
import { codeOf } from '../../src/domain/errors';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'feedback-encoding-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, bytes: Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(codeOf(error)).toBe('config_invalid');
    return (error as Error).message.replace(`${folder}${path.sep}`, '');
  }
  return '';
}

/** 售后部, as Notepad saves it with the code page of a Chinese Windows. */
const GBK = Buffer.from('cadbbaf3b2bf', 'hex');
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const MARK = Buffer.from('efbbbf', 'hex');

describe('a file that is not UTF-8 is a fault, with the line of its first wrong byte', () => {
  test.each<[what: string, bytes: Buffer, line: number]>([
    ['GBK', Buffer.concat([utf8('departments:\n  - key: a\n    name: '), GBK, utf8('\nrouting: sideways\n')]), 3],
    ['GBK in the first line', GBK, 1],
    ['UTF-16', Buffer.from('\ufeffrouting: direct\n', 'utf16le'), 1],
    ['UTF-16 without its mark, all in Latin letters', Buffer.from('routing: direct\n', 'utf16le'), 1],
    ['a zero', utf8('# one\nrouting: direct\0\n'), 2],
    ['a character that is cut off', utf8('# 售\n# 后\n').subarray(0, -2), 2],
  ])('org.yaml: %s', (_what, bytes, line) => {
    expect(faultOf(() => readOrg(write('org.yaml', bytes)))).toBe(`org.yaml: line ${line}: is not UTF-8`);
  });

  test('.env', () => {
    const file = write('gbk.env', Buffer.concat([utf8('PORT=4000\n# '), GBK]));
    const env = {};
    expect(faultOf(() => loadConfig(env, file))).toBe('gbk.env: line 2: is not UTF-8');
    expect(env).toEqual({});
  });
});

test.each([
  ['org.yaml', (file: string) => readOrg(file)],
  ['.env', (file: string) => loadConfig({}, file)],
])('a folder in the place of %s is named', (name, read) => {
  mkdirSync(path.join(folder, `folder-${name}`));
  expect(faultOf(() => read(path.join(folder, `folder-${name}`)))).toBe(`folder-${name}: is a folder, not a file`);
});

test('a file that is not there is named, with the reason', () => {
  expect(faultOf(() => readOrg(path.join(folder, 'nowhere.yaml')))).toMatch(/^nowhere.yaml: cannot be read: ENOENT/);
});

describe('a byte order mark is no part of the file', () => {
  test('of org.yaml', () => {
    const file = write('marked.yaml', Buffer.concat([MARK, utf8('routing: direct\n')]));
    expect(readOrg(file)).toEqual({ routing: 'direct' });
  });

  test('of .env', () => {
    const file = write('marked.env', Buffer.concat([MARK, utf8('PORT=4000\nHOST=127.0.0.1\n')]));
    expect(loadConfig({}, file)).toMatchObject({ port: 4000, host: '127.0.0.1' });
  });
});

test('a variable of the process wins over .env, even if it is empty', () => {
  const file = write('one.env', utf8('PORT=4000\nBOT_LOCALE=en-US\nLOG_LEVEL=debug\n'));
  const env = { PORT: '5000', BOT_LOCALE: '' };
  expect(loadConfig(env, file)).toMatchObject({ port: 5000, locale: 'zh-CN', logLevel: 'debug' });
  expect(env).toEqual({ PORT: '5000', BOT_LOCALE: '', LOG_LEVEL: 'debug' });
});

test('without a .env only the variables of the process count', () => {
  expect(loadConfig({ PORT: '5000' }, path.join(folder, 'nowhere.env'))).toMatchObject({ port: 5000 });
});
