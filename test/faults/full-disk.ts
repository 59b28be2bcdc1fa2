import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Case } from './cases';
import type { Fault, Figure } from './fault';
import { FaultWorld } from './fault-world';
import { isClean, judge, verdictOf } from './oracle';

const DISK_MB = 24;
const WHILE_FULL = 120;
const AFTERWARDS = 20;

const ABOUT = {
  fault: 'a full disk (a small file system of its own), then space, then kill -9',
  load: `${WHILE_FULL} events while full, ${AFTERWARDS} after`,
  database: 'SQLite',
  expected: '503 while full, acknowledged = kept, `/readyz` 503',
};

/** A file system of a few MB; null where mounting is not allowed. */
function smallDisk(): { folder: string; remove: () => void } | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'feedback-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Takes all space that is left, down to the last block. */
function fill(file: string): void {
  for (const size of [1024 * 1024, 64 * 1024, 4096]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

async function playIn(folder: string): Promise<Figure> {
  const filler = path.join(folder, 'filler');
  const config = { type: 'sqlite' as const, path: path.join(folder, 'feedback.db') };
  const database = { config, drop: async () => {} };
  return FaultWorld.with({ dialect: 'sqlite', reps: WHILE_FULL + AFTERWARDS + 10, database }, async (world) => {
    const cases: Case[] = [];
    const forwards = async (count: number) => {
      for (let i = 0; i < count; i += 1) {
        const one = new Case(world);
        cases.push(one);
        await one.forward();
      }
    };
    await forwards(10);
    await world.isAtRest();
    fill(filler);
    await forwards(WHILE_FULL);
    const outcomes = world.feishu.pushes().slice(-WHILE_FULL);
    const refused = outcomes.filter(
      ({ attempts: [first] }) => first?.outcome.ok === false && hasStatus503(first.outcome),
    );
    const taken = outcomes.filter(({ attempts: [first] }) => first?.outcome.ok === true);
    const whileFull = await world.ask('/readyz');
    rmSync(filler);
    await forwards(AFTERWARDS);
    await world.restartBot();
    await world.isAtRest();
    await sleep(1500);
    const afterwards = await world.ask('/readyz');
    const findings = await judge(world, cases);
    const kept = cases.filter((one) => one.hasArrived() && one.drafts.length === 1).length;
    const isHonest = whileFull.status === 503 && afterwards.status === 200;
    return {
      ...ABOUT,
      seen:
        `${refused.length} of ${WHILE_FULL} refused with 503, ${taken.length} taken; in the end ${kept} of ${cases.length} kept, ` +
        `${verdictOf(findings)}; \`/readyz\` ${whileFull.status}, afterwards ${afterwards.status}`,
      isGood: isClean(findings) && isHonest && refused.length + taken.length === WHILE_FULL && kept === cases.length,
    };
  });
}

const hasStatus503 = (outcome: object) => (outcome as { status?: number }).status === 503;

async function play(): Promise<Figure> {
  const disk = smallDisk();
  if (!disk) return { ...ABOUT, seen: 'mounting a file system is not allowed here', isGood: null };
  try {
    return await playIn(disk.folder);
  } finally {
    disk.remove();
  }
}

export const FULL_DISK: Fault = {
  name: 'full-disk',
  plays: ({ dialects }) => (dialects.includes('sqlite') ? [play] : []),
};
