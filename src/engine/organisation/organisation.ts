import { OrgStore } from '../../db/org-store';
import { TimelineStore } from '../../db/timeline-store';
import type { InTransaction, Tx } from '../../db/transaction';
import type { JsonObject } from '../../domain/messaging';
import { type Changed, changeOrg, type OrgChange } from '../../domain/org/changes';
import { orgOf } from '../../domain/org/effective';
import type { Org } from '../../domain/org/org';
import type { Found, OrgSettings, OrgSources, OrgState } from '../../domain/org/settings';
import type { Clock, Instant } from '../../domain/time';
import { untilFresh } from '../commands/commit';

/** The timeline of `org` is the audit of the organisation: who changed what, and when. */
const AUDIT = 'org';
const AUDIT_RECORD = 1;

/** A person or group that cannot be reached: since when, and Feishu's code. */
export interface Departure {
  at: Instant;
  why: string;
}

export type ChangedNow = Changed | { ok: false; reason: 'changed_meanwhile' };

/** The current organisation: `org.yaml`, settings made in chat, Feishu's contacts, and departures. */
export class Organisation {
  private current: OrgState;
  private departures: Record<string, Departure> = {};

  constructor(
    private readonly file: OrgSettings,
    private readonly inTransaction: InTransaction,
    private readonly clock: Clock,
  ) {
    this.current = stateOf({ file, said: {}, found: {}, gone: new Set() }, 0);
  }

  org(): Org {
    return this.current.org;
  }

  state(): OrgState {
    return this.current;
  }

  isAdmin(personId: string): boolean {
    return this.current.org.admins.includes(personId);
  }

  departureOf(id: string): Departure | null {
    return this.departures[id] ?? null;
  }

  /**
   * The code that makes the first person who types it an admin; null while there is an admin. All processes share the
   * code, because any of them may receive it.
   */
  async ensureClaim(newCode: () => string): Promise<string | null> {
    if (this.current.org.admins.length > 0) return null;
    return untilFresh(this.inTransaction, async (tx) => {
      const store = new OrgStore(tx);
      const { value, version } = await store.get('claim');
      if (typeof value.code === 'string') return value.code;
      const code = newCode();
      await store.put('claim', { code }, version, this.clock.now());
      return code;
    });
  }

  /** Reads everything again, because another process may have changed it. */
  async refresh(): Promise<void> {
    const { settings, found, gone, seen, unreachable } = await this.inTransaction((tx) => new OrgStore(tx).all());
    this.departures = gone.value as unknown as Record<string, Departure>;
    const left = new Set(Object.keys(this.departures));
    const names = (seen.value.names ?? {}) as Record<string, string>;
    const sources = {
      file: this.file,
      said: settings.value,
      found: found.value as unknown as Found,
      gone: left,
      muted: new Set(Object.keys(unreachable.value.groups ?? {})),
      names,
    };
    this.current = stateOf(sources, settings.version);
  }

  /**
   * Changes the settings made in chat, with a line in the audit. `version` is the version that the person saw (null if
   * unknown); a newer one is not overwritten. The caller refreshes after its transaction.
   */
  async change(tx: Tx, change: OrgChange, by: string, version: number | null): Promise<ChangedNow> {
    const store = new OrgStore(tx);
    const { settings, found } = await store.all();
    if (version !== null && version !== settings.version) return { ok: false, reason: 'changed_meanwhile' };
    const { file, gone, muted } = this.current;
    const sources: OrgSources = { file, said: settings.value, found: found.value as unknown as Found, gone };
    if (muted) sources.muted = muted;
    const changed = changeOrg(stateOf(sources, settings.version), change);
    if (!changed.ok) return changed;
    const now = this.clock.now();
    await store.put('settings', changed.said as unknown as JsonObject, settings.version, now);
    const entry = { at: now, actorId: by, what: change.type, detail: changed.detail };
    await new TimelineStore(tx).add(AUDIT, AUDIT_RECORD, settings.version + 1, entry);
    return changed;
  }
}

function stateOf(sources: OrgSources, version: number): OrgState {
  return { ...sources, version, org: orgOf(sources) };
}
