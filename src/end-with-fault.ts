import { AppError } from './domain/errors';

/** Ends the process with a line that says why. */
export function endWithFault(error: unknown): never {
  process.stderr.write(`${lineFor(error)}\n`);
  process.exit(1);
}

/** Faults of the operator (an AppError, a port in use) get one plain line; any other error gets its stack. */
function lineFor(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { code, port, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE' || code === 'EACCES') return `PORT ${port} cannot be used (${code})`;
  return stack ?? String(error);
}
