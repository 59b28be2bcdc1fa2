import { OrgStore } from '../../db/org-store';
import type { Tx } from '../../db/transaction';
import type { JsonObject, Recipient } from '../../domain/messaging';
import { DAY, type Instant, MINUTE } from '../../domain/time';
import { untilFresh } from '../commands/commit';
import { adminsOf, enqueueNews } from './admin-news';
import type { DeparturesParts } from './departures';

/** People who become unreachable within this time are one message to the admins. */
const GATHERED_MS = 10 * MINUTE;

/** People or groups by id, with the moment of the first refusal. */
type Since = Record<string, Instant>;

/** The stored state: `newsAt` is the moment at which the admins hear of the people gathered until then. */
interface State {
  people: Since;
  groups: Since;
  newsAt: Instant;
}

/**
 * Remembers people and groups to whom Feishu does not let the bot write for now. Nothing is taken from them: they may be
 * outside the app's range, or muted, for a minute. The admins hear once of all people; a group's lead stands beside it.
 */
export class Unreachable {
  constructor(private readonly parts: DeparturesParts) {}

  /** Notes that a message to this person or group was refused for now. */
  async note({ type, id }: Recipient): Promise<void> {
    const { clock, log } = this.parts;
    const now = clock.now();
    const isNews = await this.change((tx, state) =>
      type === 'chat' ? group(state, id, now) : this.person(tx, state, id),
    );
    if (isNews) log.warn({ who: id }, 'a person or group cannot be written to for now; it is tried again hourly');
  }

  /** Notes that a message got through. */
  async isBack({ id }: Recipient): Promise<void> {
    await this.change(async (_tx, { people, groups, newsAt }) => {
      if (!(id in groups)) return null;
      const { [id]: _back, ...rest } = groups;
      return { people, groups: rest, newsAt };
    });
  }

  /** Forgets groups for which nothing has waited for a day: messages to them were given up, or are no longer true. */
  async forget(): Promise<void> {
    const now = this.parts.clock.now();
    await this.change(async (_tx, state) => {
      const groups = since(state.groups, now);
      return Object.keys(groups).length === Object.keys(state.groups).length ? null : { ...state, groups };
    });
  }

  private async person(tx: Tx, { people, groups, newsAt }: State, id: string): Promise<State | null> {
    const now = this.parts.clock.now();
    const recent = since(people, now);
    if (id in recent) return null;
    const next = { people: { ...recent, [id]: now }, groups };
    if (now < newsAt) return { ...next, newsAt };
    await this.tellAdmins(tx, id, { from: now, until: now + GATHERED_MS });
    return { ...next, newsAt: now + GATHERED_MS };
  }

  private async tellAdmins(tx: Tx, who: string, params: { from: Instant; until: Instant }): Promise<void> {
    const to = adminsOf(this.parts.organisation.org(), [who]);
    const news = { to, name: 'org.unreachable', params, key: `unreachable:${params.from}` };
    await enqueueNews(tx, this.parts, news, params.until);
  }

  /** Writes what `work` makes of the state; false if it leaves it alone (null). */
  private async change(work: (tx: Tx, state: State) => Promise<State | null>): Promise<boolean> {
    const { inTransaction, organisation, clock, wake } = this.parts;
    const isChanged = await untilFresh(inTransaction, async (tx) => {
      const store = new OrgStore(tx);
      const { value, version } = await store.get('unreachable');
      const next = await work(tx, { people: {}, groups: {}, newsAt: 0, ...(value as Partial<State>) });
      if (next === null) return false;
      await store.put('unreachable', next as unknown as JsonObject, version, clock.now());
      return true;
    });
    if (!isChanged) return false;
    await organisation.refresh();
    wake();
    return true;
  }
}

async function group(state: State, id: string, now: Instant): Promise<State | null> {
  return id in state.groups ? null : { ...state, groups: { ...state.groups, [id]: now } };
}

const since = (all: Since, now: Instant): Since =>
  Object.fromEntries(Object.entries(all).filter(([, at]) => now - at < DAY));
