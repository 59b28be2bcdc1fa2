import type { Json } from '../json';

/** An event or callback before the transport puts its own `header.token` in. */
export interface Envelope {
  schema: '2.0';
  header: { event_id: string; event_type: string; create_time: string; app_id: string; tenant_key: string };
  event: Json;
}

/** What became of one delivery; `body` is what a callback was answered with. */
export type Outcome =
  | { ok: true; body: unknown }
  | { ok: false; why: 'late' | 'unreachable' | 'refused' | 'malformed'; status?: number };

export interface Transport {
  /** `firstAt`: when the platform first tried, epoch ms. Never throws. */
  deliver(envelope: Envelope, firstAt: number): Promise<Outcome>;
}
