import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { EXAMPLES, folderWith, removeFolders, SHIPPED, small } from './folders';

const ROOT = path.join(SHIPPED, '..');

afterAll(removeFolders);

function check(...folders: string[]): { status: number | null; lines: string[] } {
  const program = path.join(ROOT, 'src', 'procedures-check.ts');
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', program, ...folders], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n') };
}

test('a line for each definition', () => {
  expect(check(EXAMPLES)).toEqual({
    status: 0,
    lines: [
      `${path.join(EXAMPLES, 'car.yaml')}: car (用车申请) version 1, 3 stages (apply, approval, return), 13 fields`,
    ],
  });
});

test('a line for each fault, and the end with 1', () => {
  const folder = folderWith({ 'a.yaml': small('a').replace('[what*]', '[wat*]') });
  expect(check(SHIPPED, folder)).toEqual({
    status: 1,
    lines: [`${path.join(folder, 'a.yaml')}:10: stages[ask].form[0] wat is not known; did you mean what?`],
  });
});
