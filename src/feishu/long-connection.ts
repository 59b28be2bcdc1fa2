import { type HttpInstance, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { MINUTE, SECOND } from '../domain/time';
import { EnvelopeDispatcher } from './envelope-dispatcher';
import { baseUrlOf, type FeishuApp } from './feishu-messenger';
import type { Receive } from './receive-envelope';
import { createExchange, plainInstance } from './sdk-http-instance';
import { redactingLogger } from './sdk-log';

/** Runs a function later; the result cancels it. */
export type Schedule = (run: () => void, ms: number) => () => void;

export interface LongConnectionOptions extends FeishuApp {
  receive: Receive;
  log: Logger;
  /** 0 ≤ x < 1; spreads the processes of one company that lost the platform at the same moment. */
  random?: () => number;
  schedule?: Schedule;
  /** Milliseconds on a clock that never steps back. */
  uptime?: () => number;
}

const CONNECT_WITHIN = 40 * SECOND;
/** A connection that brought no frame, pongs included, for so many ping intervals is deaf, and is replaced. */
const SILENT_PINGS = 2.5;
const SHORTEST_SILENCE = 10 * SECOND;
/** What Feishu asks for; used if it names no interval. */
const USUAL_PING_EVERY = 2 * MINUTE;
const WATCH_EVERY = 5 * SECOND;
const FIRST_WAIT = SECOND;
const LONGEST_WAIT = MINUTE;
/** After a connection that lived so long, the next loss starts again with the shortest wait. */
const PROVED_AFTER = 30 * SECOND;
const PONG_WITHIN_SECONDS = 10;
const HANDSHAKE_WITHIN = 10 * SECOND;

const DEAF = 'deaf';

const timers: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

interface Attempt {
  client: WSClient;
  since: number;
  connected: boolean;
}

/**
 * Keeps one long connection alive. The SDK's client gives up on a "busy" answer and waits minutes after a drop, so each
 * client is used once; the next one is made after a wait that doubles.
 */
export class LongConnection {
  private readonly dispatcher: EnvelopeDispatcher;
  private readonly http: HttpInstance;
  private readonly random: () => number;
  private readonly schedule: Schedule;
  private readonly uptime: () => number;
  private attempt: Attempt | null = null;
  private failures = 0;
  private lastFrameAt: number | null = null;
  private problem: string | null = null;
  private stopped = false;
  private cancelRetry: () => void = () => undefined;
  private cancelWatch: () => void = () => undefined;

  constructor(private readonly options: LongConnectionOptions) {
    this.dispatcher = new EnvelopeDispatcher(options.receive, options.log, () => this.sawFrame());
    this.http = plainInstance(createExchange(baseUrlOf(options.domain)));
    this.random = options.random ?? Math.random;
    this.schedule = options.schedule ?? timers;
    this.uptime = options.uptime ?? (() => performance.now());
  }

  start(): void {
    this.connect();
    this.watch();
  }

  /** `connected`, `connecting`, `deaf` (it looks open, but nothing comes), or the reason why there is no connection. */
  state(): string {
    if (this.attempt?.connected) return this.isDeaf(this.attempt) ? DEAF : 'connected';
    return this.problem ?? 'connecting';
  }

  /** Milliseconds since anything came from Feishu, pongs included; null if nothing has come yet. */
  lastFrameAgoMs(): number | null {
    return this.lastFrameAt === null ? null : this.uptime() - this.lastFrameAt;
  }

  private isDeaf({ client, since }: Attempt): boolean {
    const silentFor = this.uptime() - Math.max(since, this.lastFrameAt ?? 0);
    return silentFor > Math.max(SHORTEST_SILENCE, SILENT_PINGS * pingEvery(client));
  }

  /** Takes no new events, waits for handlers (at most `withinMs` milliseconds) and their answers, then closes. */
  async stop(withinMs = 10 * SECOND): Promise<void> {
    this.stopped = true;
    this.problem = 'stopped';
    this.cancelRetry();
    this.cancelWatch();
    await this.dispatcher.drain(withinMs);
    this.attempt?.client.close();
    this.attempt = null;
  }

  private connect(): void {
    if (this.stopped) return;
    const { appId, appSecret, domain, log } = this.options;
    const client: WSClient = new WSClient({
      appId,
      appSecret,
      domain: baseUrlOf(domain),
      httpInstance: this.http,
      autoReconnect: false,
      handshakeTimeoutMs: HANDSHAKE_WITHIN,
      wsConfig: { pingTimeout: PONG_WITHIN_SECONDS },
      logger: redactingLogger(log),
      loggerLevel: LoggerLevel.warn,
      onReady: () => this.ready(client),
      onError: (error) => this.lost(client, error.message),
    });
    this.attempt = { client, since: this.uptime(), connected: false };
    void client.start({ eventDispatcher: this.dispatcher });
  }

  private ready(client: WSClient): void {
    const { attempt } = this;
    if (attempt?.client !== client) return;
    this.attempt = { client, since: this.uptime(), connected: true };
    this.problem = null;
    this.sawFrame();
    const socket = socketOf(client);
    socket?.on('message', () => this.sawFrame());
    socket?.on('close', () => this.lost(client, 'the connection was dropped'));
    this.options.log.info('connected to Feishu');
  }

  private sawFrame(): void {
    this.lastFrameAt = this.uptime();
  }

  /** Replaces a client that failed; ignores late reports of an older client. */
  private lost(client: WSClient, reason: string): void {
    const { attempt } = this;
    if (attempt?.client !== client || this.stopped) return;
    if (attempt.connected && this.uptime() - attempt.since >= PROVED_AFTER) this.failures = 0;
    this.attempt = null;
    this.problem = reason;
    client.close({ force: true });
    const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(this.failures, 10));
    const wait = Math.round(ceiling * (0.5 + this.random() / 2));
    this.failures += 1;
    this.options.log.warn({ reason, waitMs: wait }, 'no connection to Feishu; the next try follows');
    this.cancelRetry = this.schedule(() => this.connect(), wait);
  }

  private watch(): void {
    this.cancelWatch = this.schedule(() => {
      this.check();
      this.watch();
    }, WATCH_EVERY);
  }

  private check(): void {
    const { attempt } = this;
    if (!attempt) return;
    const now = this.uptime();
    if (!attempt.connected) {
      if (now - attempt.since > CONNECT_WITHIN) this.lost(attempt.client, 'no answer while connecting');
    } else if (attempt.client.getConnectionStatus().state !== 'connected') {
      this.lost(attempt.client, 'the connection was dropped');
    } else if (this.isDeaf(attempt)) {
      this.lost(attempt.client, DEAF);
    }
  }
}

interface Socket {
  on(event: 'message' | 'close', listener: () => void): unknown;
}

interface WithWsConfig {
  wsConfig?: { getWSInstance?: () => Socket | null; getWS?: () => { pingInterval?: unknown } };
}

/** The SDK reports neither pongs nor drops, so its socket is watched; without the socket the timer alone notices. */
function socketOf(client: WSClient): Socket | null {
  return (client as unknown as WithWsConfig).wsConfig?.getWSInstance?.() ?? null;
}

/**
 * Milliseconds between the client's pings, as Feishu last asked for. The SDK starts its wait for a pong anew at each
 * ping, so with an interval of 10 s or less it never notices a dead connection by itself.
 */
function pingEvery(client: WSClient): number {
  const asked = Number((client as unknown as WithWsConfig).wsConfig?.getWS?.().pingInterval);
  return asked > 0 && Number.isFinite(asked) ? asked : USUAL_PING_EVERY;
}
