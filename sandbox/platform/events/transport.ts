import type { Json } from '../json';

/** An event or callback without `header.token`, which the transport adds. */
export interface Envelope {
  schema: '2.0';
  header: { event_id: string; event_type: string; create_time: string; app_id: string; tenant_key: string };
  event: Json;
}

/** Result of one delivery; `body` is the answer to a callback. */
export type Outcome =
  | { ok: true; body: unknown }
  | { ok: false; why: 'late' | 'unreachable' | 'refused' | 'malformed'; status?: number };

/** A way to deliver events: webhook or long connection. */
export interface Transport {
  /** Delivers once; `firstAt` is the time of the first attempt in epoch ms. Never throws. */
  deliver(envelope: Envelope, firstAt: number): Promise<Outcome>;
}
