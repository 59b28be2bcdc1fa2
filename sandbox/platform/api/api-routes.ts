import type { Json } from '../json';
import type { StoredFile } from '../model';
import type { Form } from './multipart';
import type { Call } from './trouble';

/** A request with its route. */
export interface ApiCall extends Call {
  params: Record<string, string>;
  /** Parsed multipart fields; null for JSON requests. */
  form: Form | null;
}

/** `data` of a successful answer, or the whole body, or a download. */
export type Reply = { data?: unknown } | { body: Json } | { file: StoredFile };
/** Answers one route; throws a `PlatformFault` for a refusal. */
export type Handler = (call: ApiCall) => Reply | Promise<Reply>;
/** By `METHOD /path/:param`, without `/open-apis`. */
export type Routes = Record<string, Handler>;

/** The route of a request with its parameters. */
export interface Found {
  api: string;
  params: Record<string, string>;
  handler: Handler;
}

/** Finds the route of a path; a fixed segment wins over a parameter. */
export function findRoute(routes: Routes, method: string, path: string): Found | null {
  const segments = path.split('/');
  const found = Object.entries(routes).flatMap(([key, handler]) => {
    const [wanted = '', api = ''] = key.split(' ');
    const params = wanted === method ? match(api.split('/'), segments) : null;
    return params ? [{ api, params, handler }] : [];
  });
  found.sort((one, other) => Object.keys(one.params).length - Object.keys(other.params).length);
  return found[0] ?? null;
}

function match(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':') && segment) params[part.slice(1)] = decodeURIComponent(segment);
    else if (part !== segment) return null;
  }
  return params;
}

/** One page of a list: `page_size` and `page_token` as the platform takes them. */
export function pageOf<T>(all: T[], query: URLSearchParams, max: number) {
  const start = Number(query.get('page_token') ?? 0) || 0;
  const size = Math.min(max, Number(query.get('page_size') ?? 20) || 20);
  const next = start + size;
  return {
    items: all.slice(start, next),
    has_more: next < all.length,
    page_token: next < all.length ? String(next) : '',
  };
}
