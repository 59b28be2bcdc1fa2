import 'reflect-metadata';
import { systemClock } from './clock';
import { loadConfig } from './config/environment';
import { readOrg } from './config/org-file';
import { writeOrgFile } from './config/write-org-file';
import { openDatabase } from './db/data-source';
import { PersonStore } from './db/person-store';
import { createInTransaction } from './db/transaction';
import { endWithFault } from './end-with-fault';
import { Organisation } from './engine/organisation/organisation';
import { sampleOrgFile } from './package-root';

/** Writes the current organisation to stdout as an `org.yaml`; works beside a running bot, too. */
async function run(): Promise<void> {
  const config = loadConfig();
  const sample = config.mode === 'sandbox' ? sampleOrgFile(config.locale) : null;
  const db = await openDatabase(config.database);
  try {
    const inTransaction = createInTransaction(db);
    const source = new Organisation(readOrg(config.orgFile ?? sample), inTransaction, systemClock);
    await source.refresh();
    const { org } = source.state();
    const chatsAndLeads = org.departments.flatMap(({ chat, lead }) => [chat, lead]);
    const holders = Object.values(org.positions ?? {}).flat();
    const away = (org.absences ?? []).flatMap(({ person, deputy }) => [person, deputy]);
    const everybody = [...org.clerks, ...org.managers, ...org.admins, ...chatsAndLeads, ...holders, ...away];
    const ids = everybody.filter((id) => id !== null);
    const known = await inTransaction((tx) => new PersonStore(tx).known([...new Set(ids)]));
    const names = new Map(known.map(({ openId, name }) => [openId, name ?? '']));
    process.stdout.write(writeOrgFile(source.state(), (id) => names.get(id) ?? ''));
  } finally {
    await db.destroy();
  }
}

run().catch(endWithFault);
