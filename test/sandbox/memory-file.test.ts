import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Libsql from 'libsql';
import { MemoryFile, MemoryInUse } from '../../sandbox/memory-file';
import { MemoryFiles } from './memory-folder';

let files: MemoryFiles;
beforeEach(() => {
  files = new MemoryFiles();
});
afterEach(() => files.remove());

/** Waits until the values of this turn are written. */
const turn = () => Promise.resolve();
const refusal = (id: string) => ({ id, chatId: 'oc', at: 1, code: 1, reason: '“因为”\n', content: null });

describe('a memory in a file', () => {
  test('returns the values of an earlier process in the order in which they were first kept', async () => {
    const memory = files.open();
    expect(memory.recall('refusal')).toEqual([]);
    for (const id of ['b', 'a', 'c']) memory.keep('refusal', id, () => refusal(id));
    memory.keep('clock', '', () => ({ offsetMs: 5 }));
    await turn();
    memory.forget('refusal', 'c');
    memory.keep('refusal', 'b', () => ({ ...refusal('b'), code: 2 }));
    memory.forget('sent', 'never kept');
    await turn();
    const next = files.afterKill();
    expect(next.appId).toBe(memory.appId);
    expect(next.recall('refusal').map(({ value }) => value)).toEqual([{ ...refusal('b'), code: 2 }, refusal('a')]);
    expect(next.recall('clock')).toMatchObject([{ id: '', value: { offsetMs: 5 } }]);
    expect(files.said).toEqual([]);
  });

  test('keeps bytes as they are', async () => {
    const memory = files.open();
    const bytes = Buffer.from([0, 1, 255, 0]);
    const about = { key: 'k', kind: 'file', owner: 'app', name: 'a.bin', contentType: 'x/y' } as const;
    memory.keep('file', 'k', () => about, bytes);
    memory.keep('file', 'empty', () => about);
    await turn();
    const [kept, empty] = files.afterKill().recall('file');
    expect(kept).toEqual({ id: 'k', value: about, bytes });
    expect(empty?.bytes).toHaveLength(0);
  });

  test('writes the changes of one turn together, in their state at the end of the turn', async () => {
    const memory = files.open();
    const value = { offsetMs: 1 };
    memory.keep('clock', '', () => value);
    memory.keep('refusal', 'a', () => refusal('a'));
    value.offsetMs = 2;
    expect(files.afterKill().recall('clock')).toEqual([]);
    await turn();
    const next = files.afterKill();
    expect(next.recall('clock')).toMatchObject([{ value: { offsetMs: 2 } }]);
    expect(next.recall('refusal')).toHaveLength(1);
  });

  test('belongs to another app once emptied, and the former memory keeps nothing', async () => {
    const old = files.open();
    old.keep('refusal', 'a', () => refusal('a'));
    await turn();
    const emptied = old.emptied();
    old.keep('refusal', 'late', () => refusal('late'));
    await turn();
    expect(emptied.appId).not.toBe(old.appId);
    const next = files.afterKill();
    expect(next.recall('refusal')).toEqual([]);
    expect(next.appId).toBe(emptied.appId);
  });

  test('is open in one process at a time', () => {
    const lock = new Libsql(files.path());
    lock.exec('BEGIN EXCLUSIVE');
    expect(() => files.open()).toThrow(MemoryInUse);
    lock.exec('COMMIT');
    lock.close();
  });

  test.each<[string, (path: string) => void]>([
    ['text', (path) => writeFileSync(path, '不是数据库\n'.repeat(500))],
    ['a folder', (path) => mkdirSync(path)],
    ['another program’s database', (path) => new Libsql(path).exec('CREATE TABLE other (id INTEGER)')],
    [
      'of a later version',
      (path) => new Libsql(path).exec('CREATE TABLE kept (kind, id, value, bytes); PRAGMA user_version = 2'),
    ],
    [
      'damaged in the middle',
      (path) =>
        new Libsql(path).exec(`CREATE TABLE kept (kind, id, value, bytes); PRAGMA user_version = 1;
          INSERT INTO kept VALUES ('refusal', 'a', '{"cut sh', NULL)`),
    ],
  ])('what is %s is set aside and said in one line, and the sandbox starts afresh', async (_what, write) => {
    write(files.path());
    const memory = files.open();
    expect(files.said).toEqual([expect.stringMatching(/^本地飞书.* \/ The local Feishu .*memory\.unreadable$/)]);
    expect(existsSync(files.path('memory.unreadable'))).toBe(true);
    memory.keep('refusal', 'a', () => refusal('a'));
    await turn();
    expect(files.afterKill().recall('refusal')).toHaveLength(1);
    // The next memory opens the same file.
    writeFileSync(files.path('second'), 'neither');
    writeFileSync(files.path('second.unreadable'), 'an earlier one');
    files.open('second');
    expect(readdirSync(files.folder).filter((name) => name.startsWith('second.unreadable'))).toHaveLength(1);
  });

  test('keeps nothing and says so if the file cannot be written', async () => {
    writeFileSync(files.path('no-folder'), '');
    const memory = files.open('no-folder/memory');
    expect(files.said).toEqual([expect.stringContaining('will forget')]);
    memory.keep('refusal', 'a', () => refusal('a'));
    await turn();
    expect(memory.appId).toMatch(/^cli_[0-9a-f]{16}$/);
    expect(MemoryFile.none().appId).not.toBe(memory.appId);
  });
});
