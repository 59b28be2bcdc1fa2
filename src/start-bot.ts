import 'reflect-metadata';
import type { Logger } from 'pino';
import { type App, createApp, type Overrides } from './app';
import type { Config } from './config/environment';
import { readOrg } from './config/org-file';
import { loadProcedures } from './config/procedures/load-procedures';
import { AppError } from './domain/errors';
import { procedureFolders } from './procedure-folders';
import { reportToLog } from './report-to-log';
import { startWatchdog } from './watchdog';

/** Starts the bot of this configuration; resolves when it listens. Throws an `AppError`, or the port's error. */
export async function startBot(config: Config, log: Logger, overrides?: Overrides): Promise<App> {
  if (!config.feishu) throw new AppError('config_invalid', 'FEISHU_APP_ID and FEISHU_APP_SECRET must be set');
  reportToLog(log);
  const org = readOrg(config.orgFile);
  const ladders = Object.keys(org.ladders ?? {});
  const procedures = loadProcedures(procedureFolders(config.proceduresDir), { ladders });
  const app = await createApp({ config, feishu: config.feishu, org, procedures, log, overrides });
  // Only now: migrations of a large database may take longer than any step of the running program.
  await startWatchdog(log);
  const port = await app.start();
  log.info({ port, mode: overrides?.sandboxClock ? 'sandbox' : config.mode }, 'started');
  return app;
}
