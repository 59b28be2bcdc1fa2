import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type MemoryFile, openMemory } from '../../sandbox/memory-file';

/** Memories in a temporary folder, and the lines told about them. */
export class MemoryFiles {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'sandbox-memory-'));
  readonly said: string[] = [];
  private copies = 0;

  path(name = 'memory'): string {
    return path.join(this.folder, name);
  }

  open(name?: string): MemoryFile {
    return openMemory(this.path(name), (line) => this.said.push(line), 100);
  }

  /** The memory as a process finds it after this process was killed now. */
  afterKill(name = 'memory'): MemoryFile {
    this.copies += 1;
    const copy = `copy-${this.copies}`;
    for (const part of ['', '-wal']) {
      if (existsSync(this.path(name + part))) copyFileSync(this.path(name + part), this.path(copy + part));
    }
    return this.open(copy);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
