import type { DatabaseConfig } from '../db/data-source';

// How variables of the environment are written. A reader answers null for a text that it does not understand.

/** 0 is any free port. */
export function readPort(given: string): number | null {
  return /^\d{1,5}$/.test(given) && Number(given) <= 65535 ? Number(given) : null;
}

/** An http address without a slash at its end. */
export function readBaseUrl(given: string): string | null {
  const url = parseUrl(given);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) return null;
  return given.replace(/(?<!\/)\/+$/, '');
}

/** Null for a text that is no URL. */
function parseUrl(given: string): URL | null {
  return URL.canParse(given) ? new URL(given) : null;
}

/** `sqlite:path` or `mysql://user:pass@host:3306/db`. */
export function readDatabase(given: string): DatabaseConfig | null {
  // `sqlite://data/x.db` would silently mean the absolute path /data/x.db.
  const path = /^sqlite:(?!\/\/(?!\/))(.+)$/.exec(given)?.[1]?.trim();
  if (path) return { type: 'sqlite', path: path.replace(/^\/+/, '/') };
  return isMysqlUrl(given) ? { type: 'mysql', url: given } : null;
}

function isMysqlUrl(given: string): boolean {
  const url = parseUrl(given);
  if (url === null || url.protocol !== 'mysql:' || url.hash !== '') return false;
  try {
    decodeURIComponent(`${url.username}${url.password}`);
  } catch {
    return false;
  }
  return url.username !== '' && url.hostname !== '' && /^\/[^/]+$/.test(url.pathname);
}

/** Tokens between commas. */
export function readTokens(given: string): string[] | null {
  const tokens = given.split(',').map((token) => token.trim());
  const named = tokens.filter((token) => token !== '');
  return named.every((token) => /^[\x21-\x7e]+$/.test(token)) ? named : null;
}
