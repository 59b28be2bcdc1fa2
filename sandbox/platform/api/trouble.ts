import type { Json } from '../json';

/** A request that trouble may match; `api` is the route, e.g. `/im/v1/messages/:message_id/reply`. */
export interface Call {
  method: string;
  path: string;
  api: string;
  query: URLSearchParams;
  body: Json;
}

/** `'PATCH /im/v1/messages/:message_id'`, a pattern for that string, or a test of the call. */
export type Matcher = string | RegExp | ((call: Call) => boolean);

/** How an ordered failure looks to the caller. */
export interface Failure {
  /** HTTP status; 500 if absent. */
  httpStatus?: number;
  code?: number;
  msg?: string;
  headers?: Record<string, string>;
  /** Cuts the connection instead of answering. */
  drop?: boolean;
  /** Answers this text instead of JSON, such as a proxy's HTML page. */
  rawBody?: string;
  /** The call takes effect, but its caller sees a failure. */
  afterEffect?: boolean;
  /** How many calls fail; one if absent. */
  times?: number;
}

/** Calls that are held on order. */
export interface Hold {
  /** Resolves when the first matching call is held. */
  reached: Promise<void>;
  /** Releases the held calls; later calls pass. */
  release(): void;
}

interface Held {
  matcher: Matcher;
  when: 'before' | 'after';
  arrived: () => void;
  released: Promise<void>;
  release: () => void;
}

/** Failures that tests and the page order. */
export class Troubles {
  private failures: { matcher: Matcher; failure: Failure; left: number }[] = [];
  private holds: Held[] = [];

  failNext(matcher: Matcher, failure: Failure = {}): void {
    this.failures.push({ matcher, failure, left: failure.times ?? 1 });
  }

  hold(matcher: Matcher, when: 'before' | 'after' = 'after'): Hold {
    const reached = deferred();
    const released = deferred();
    const release = () => {
      this.holds = this.holds.filter((each) => each !== held);
      released.resolve();
    };
    const held: Held = { matcher, when, arrived: reached.resolve, released: released.promise, release };
    this.holds.push(held);
    return { reached: reached.promise, release };
  }

  async pass(call: Call, when: 'before' | 'after'): Promise<void> {
    const held = this.holds.find((each) => each.when === when && matches(each.matcher, call));
    held?.arrived();
    await held?.released;
  }

  /** Takes the failure ordered for this call, or null. */
  take(call: Call): Failure | null {
    const found = this.failures.find(({ matcher }) => matches(matcher, call));
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) this.failures = this.failures.filter((each) => each !== found);
    return found.failure;
  }

  /** Forgets all orders and releases held calls, at the end of a test. */
  clear(): void {
    this.failures = [];
    for (const held of this.holds) held.release();
  }
}

function matches(matcher: Matcher, call: Call): boolean {
  if (typeof matcher === 'function') return matcher(call);
  const words = `${call.method} ${call.api}`;
  return typeof matcher === 'string' ? matcher === words : matcher.test(words);
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
