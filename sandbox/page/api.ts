import type { Acts } from '../page-contract';

/** The sandbox does not answer: it has stopped, or this machine is offline. */
export class SandboxGone extends Error {}

/** Asks the sandbox. Throws an Error with the sandbox's message, or `SandboxGone`. */
export async function ask<T>(path: string, query: Record<string, string> = {}): Promise<T> {
  const search = new URLSearchParams(query).toString();
  return answered<T>(await reached(fetch(`/sandbox/${path}${search && `?${search}`}`, { headers: language() })));
}

/** Posts an action to the sandbox; throws like `ask`. */
export async function act<Name extends keyof Acts, T = unknown>(name: Name, body: Acts[Name]): Promise<T> {
  const headers = { ...language(), 'content-type': 'application/json' };
  return answered<T>(await reached(fetch(`/sandbox/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })));
}

/** Address of a picture or file. */
export const fileUrl = (key: string) => `/sandbox/files/${encodeURIComponent(key)}`;

/** The sandbox words its faults in the page's language. */
const language = () => ({ 'accept-language': document.documentElement.lang });

function reached(response: Promise<Response>): Promise<Response> {
  return response.catch((cause: unknown) => {
    throw new SandboxGone('the sandbox does not answer', { cause });
  });
}

async function answered<T>(response: Response): Promise<T> {
  const text = await response.text();
  let body: unknown;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new Error(text || `HTTP ${response.status}`);
  }
  if (response.ok) return body as T;
  const { error } = body as { error?: unknown };
  throw new Error(typeof error === 'string' ? error : `HTTP ${response.status}`);
}
