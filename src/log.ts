import { type Logger, pino } from 'pino';
import { AppError } from './domain/errors';

/**
 * An error as the log shows it, with a message only if the error is ours: a database driver's message quotes values,
 * and those are texts of customers (design §3.1).
 */
export function errorSerializer(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(error instanceof AppError ? { message: error.message } : {}),
    stack: frames.slice(0, 10).map((line) => line.trim()),
  };
}

/** The process's log: JSON lines, with no secret, and no texts of customers above `debug`. */
export function createLog(level: string): Logger {
  return pino({ level, serializers: { err: errorSerializer } });
}
