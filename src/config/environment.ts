import { existsSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { AppError } from '../domain/errors';
import { type Config, environmentSchema, variableNames } from './environment-schema';
import { readUtf8 } from './utf8';

export type { Config, FeishuConfig } from './environment-schema';

/**
 * The configuration of the process: its variables and, beside them, those of `.env` in the working directory, which are
 * added to `env`. Throws `config_invalid` as `readConfig` does, and if the file cannot be read or is not UTF-8.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, file = '.env'): Config {
  const variables = existsSync(file) ? parseEnv(readUtf8(file)) : {};
  for (const [name, value] of Object.entries(variables)) env[name] ??= value;
  return readConfig(env);
}

/**
 * The environment as design §3.1 names it. Throws `config_invalid` with one line per fault, all at once; no line holds
 * the value of a variable. Paths stay as they were given: relative to the working directory.
 */
export function readConfig(env: NodeJS.ProcessEnv, exists: (path: string) => boolean = existsSync): Config {
  const read = environmentSchema(exists).safeParse(env);
  if (read.success) return read.data;
  const { issues } = read.error;
  const faults = variableNames.flatMap((name) =>
    issues.filter(({ path }) => path[0] === name).map(({ message }) => `${name} ${message}`),
  );
  throw new AppError('config_invalid', faults.join('\n'));
}
