import { rmSync } from 'node:fs';
import type { MysqlServer } from './mysql-server';

export default async function globalTeardown(): Promise<void> {
  rmSync(process.env.TEST_PAGE ?? '', { recursive: true, force: true });
  await (globalThis as { mysqlServer?: MysqlServer }).mysqlServer?.stop();
}
