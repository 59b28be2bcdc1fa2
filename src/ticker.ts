import cron, { type ScheduledTask } from 'node-cron';
import type { Logger } from 'pino';
import type { BotIdentity } from './bot-identity';
import type { OrgContacts } from './desk/setup/org-contacts';
import type { Organisation } from './engine/organisation/organisation';
import type { Tick } from './engine/tick';

/** Every 5 s: design §2 allows a reminder to be 10 s late. */
const TICK = '*/5 * * * * *';

export interface TickerParts {
  identity: Pick<BotIdentity, 'confirm'>;
  organisation: Organisation;
  tick: Tick;
  orgContacts: Pick<OrgContacts, 'lookUp'>;
  /** Makes the code that a person sends to become the first admin. */
  newCode: () => string;
  timeZone: string;
  log: Logger;
  /** Milliseconds on a clock that never steps back. */
  uptime: () => number;
}

/** Ticks every 5 s: checks identity and organisation, then lets the engine send what is due. */
export class Ticker {
  private schedule: ScheduledTask | null = null;
  private running = Promise.resolve();
  private announced: string | null = null;
  private lastTickAt: number | null = null;

  constructor(private readonly parts: TickerParts) {}

  start(): void {
    this.schedule = cron.schedule(TICK, () => this.run(), { noOverlap: true, timezone: this.parts.timeZone });
  }

  /** Milliseconds since the last tick ended; null before the first. */
  lastTickAgoMs(): number | null {
    return this.lastTickAt === null ? null : this.parts.uptime() - this.lastTickAt;
  }

  /** One tick; ticks never overlap. */
  run(): Promise<void> {
    this.running = this.running.then(() => this.once());
    return this.running;
  }

  /** Waits until the last tick has ended, because a tick must not outlive the database. */
  async stop(): Promise<void> {
    await this.schedule?.stop();
    await this.running;
  }

  private async once(): Promise<void> {
    const { identity, organisation, tick, orgContacts, log } = this.parts;
    await identity.confirm().catch((error: unknown) => log.error({ err: error }, 'Feishu refuses the credentials'));
    await organisation
      .refresh()
      .catch((error: unknown) => log.error({ err: error }, 'the organisation could not be read'));
    await tick.run();
    await this.announceClaim().catch((error: unknown) =>
      log.error({ err: error }, 'no code could be made for the first admin'),
    );
    await orgContacts
      .lookUp()
      .catch((error: unknown) => log.warn({ err: error }, 'departments of Feishu could not be looked up'));
    this.lastTickAt = this.parts.uptime();
  }

  /** If there is no admin, anybody who can read the log can become one. */
  private async announceClaim(): Promise<void> {
    const { organisation, newCode, log } = this.parts;
    const code = await organisation.ensureClaim(newCode);
    if (code !== null && code !== this.announced)
      log.warn({ code }, 'nobody is admin yet: send “设置 <code>” to the bot');
    this.announced = code;
  }
}
