import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findTemplate } from '../../src/documents/find-template';
import { TemplateFault } from '../../src/documents/template-fault';

let root = '';
const folder = (name: string) => path.join(root, name);
const put = (file: string) => writeFile(folder(file), file);
const found = async (folders: string[], name: string) => String((await findTemplate(folders.map(folder), name)).bytes);

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'templates-'));
  for (const name of ['company', 'shipped', 'empty']) await mkdir(folder(name));
  await Promise.all(['secret.docx', 'company/capa.docx', 'company/处理单 2.docx'].map(put));
  await Promise.all(['shipped/standard.docx', 'shipped/capa.docx', 'shipped/visit.docx'].map(put));
  await writeFile(folder('shipped/huge.docx'), Buffer.alloc(10 * 1024 * 1024 + 1));
});
afterAll(() => rm(root, { recursive: true }));

describe('a template', () => {
  test.each([
    ['of the company comes first', ['company', 'shipped'], 'capa.docx', 'company/capa.docx'],
    ['may have a Chinese name', ['company'], '处理单 2.docx', 'company/处理单 2.docx'],
    ['is looked for in every folder', ['empty', 'missing', 'shipped'], 'visit.docx', 'shipped/visit.docx'],
    ['that nobody has is the standard one', ['company', 'shipped'], 'contract.docx', 'shipped/standard.docx'],
  ])('%s', async (_name, folders, name, expected) => {
    expect(await found(folders, name)).toBe(expected);
  });

  test.each([
    '../secret.docx',
    '..\\secret.docx',
    '/etc/passwd',
    'company/capa.docx',
    '..docx',
    '.docx',
    'capa.docx\u0000.txt',
    'capa.docm',
    'c:capa.docx',
    '',
    `${'a'.repeat(300)}.docx`,
  ])('cannot be called %j', async (name) => {
    await expect(findTemplate([folder('company'), folder('shipped')], name)).rejects.toThrow(TemplateFault);
  });

  test.each([
    ['is too large', 'huge.docx', ['shipped'], 'template huge.docx: is larger than 10 MB'],
    [
      'is nowhere',
      'capa.docx',
      ['empty'],
      'template capa.docx: is in none of the folders, and neither is standard.docx',
    ],
  ])('that %s is named', async (_name, name, folders, message) => {
    await expect(found(folders, name)).rejects.toThrow(message);
  });
});
