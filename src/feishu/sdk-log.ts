import type { Logger } from 'pino';

/** As the SDK wants a logger: every call brings one array of anything. */
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
 * Lets through what the SDK says and nothing of what it carries: it would log tokens, the app's secret and whole
 * messages. Its chatter below `warn` is dropped.
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

/** What people wrote comes quoted or as JSON, so a text ends at its first quote or brace; tokens and tickets go too. */
function redact(text: string): string {
  return (text.split(/["{`]|\\u/, 1)[0] ?? '')
    .replace(/\b(Bearer\s+\S+|[tua]-[\w.-]{8,})/g, '***')
    .replace(/\b(access_key|ticket|app_secret)=[^&\s]+/g, '$1=***');
}
