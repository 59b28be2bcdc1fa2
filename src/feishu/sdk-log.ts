import type { Logger } from 'pino';

/** The logger that the SDK expects: every call passes one array of anything. */
export interface SdkLogger {
  error(...parts: unknown[]): void;
  warn(...parts: unknown[]): void;
  info(...parts: unknown[]): void;
  debug(...parts: unknown[]): void;
  trace(...parts: unknown[]): void;
}

const nothing = () => undefined;

export const silentLogger: SdkLogger = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing };

/**
 * Passes on the SDK's own words without their data: the SDK would log tokens, the app's secret and whole messages.
 * Drops everything below `warn`.
 */
export function redactingLogger(log: Logger): SdkLogger {
  return {
    ...silentLogger,
    error: (...parts) => log.warn({ sdk: sayings(parts) }, 'the SDK reports an error'),
    warn: (...parts) => log.warn({ sdk: sayings(parts) }, 'the SDK warns'),
  };
}

function sayings(parts: unknown[]): string {
  return parts.flat(3).map(saying).filter(Boolean).join(' ').slice(0, 300);
}

function saying(part: unknown): string {
  if (typeof part === 'string') return redact(part);
  return part instanceof Error ? part.name : '';
}

/**
 * Texts of people come quoted or as JSON, so a line is cut at its first quote or brace; tokens and tickets are
 * replaced.
 */
function redact(text: string): string {
  return (text.split(/["{`]|\\u/, 1)[0] ?? '')
    .replace(/\b(Bearer\s+\S+|[tua]-[\w.-]{8,})/g, '***')
    .replace(/\b(access_key|ticket|app_secret)=[^&\s]+/g, '$1=***');
}
