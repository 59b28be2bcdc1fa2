import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BotProcess, type Env } from './bot-process';

/** A working directory of one test, with the programs that run in it. */
export class ProgramFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'feedback-programs-'));
  private readonly programs: BotProcess[] = [];

  /** Starts the program here, on a free port of this machine. */
  async start(env: Env = {}): Promise<BotProcess> {
    const program = await BotProcess.start({ HOST: '127.0.0.1', PORT: '0', ...env }, this.path);
    this.programs.push(program);
    return program;
  }

  /** Kills the programs and removes the directory. */
  async close(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.kill()));
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Runs one test's story, then closes what it used; tests that run side by side have no hooks of their own. */
export async function using<T extends { close(): Promise<void> }>(
  used: T,
  play: (used: T) => Promise<void>,
): Promise<void> {
  try {
    await play(used);
  } finally {
    await used.close();
  }
}
