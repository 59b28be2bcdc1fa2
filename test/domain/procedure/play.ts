import { readFileSync } from 'node:fs';
import path from 'node:path';
import { definitionFrom } from '../../../src/config/procedures/read-definition';
import { PROGRAM } from '../../../src/domain/actor';
import { workdayCalendar } from '../../../src/domain/calendar';
import type { Decision, MessageNotice, Notice } from '../../../src/domain/decision';
import type { Context } from '../../../src/domain/office';
import type { Org } from '../../../src/domain/org/org';
import { newRecord } from '../../../src/domain/procedure/begin';
import { remind } from '../../../src/domain/procedure/clock/remind';
import type { RecordCommand } from '../../../src/domain/procedure/commands';
import { decide, timed } from '../../../src/domain/procedure/decide';
import type { Definition } from '../../../src/domain/procedure/definition';
import type { ChildView, ProcedureRecord, Values } from '../../../src/domain/procedure/record';
import { rescueOf } from '../../../src/domain/procedure/rescue';
import { atTimeOfDay, longTime } from '../../../src/domain/time';
import { org as someOrg } from '../feedback/fixtures';
import { HOLIDAY_YEARS } from '../holiday-years';

export const ZONE = 'Asia/Shanghai';

/** `2026-12-01 10:00` in the office. */
export function at(text: string): number {
  const [date = '', time = '00:00'] = text.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return atTimeOfDay(date, hours * 60 + minutes, ZONE);
}

/** A shipped definition. */
export function shipped(name: string): Definition {
  const file = path.join(__dirname, '..', '..', '..', 'procedures', `${name}.yaml`);
  return definitionFrom(readFileSync(file, 'utf8'), file);
}

/** A definition as its YAML says. */
export const written = (text: string): Definition => definitionFrom(text, 'test.yaml');

export const ORG: Org = {
  ...someOrg,
  departments: [
    { key: 'logistics', name: '物流部', chat: 'oc_logistics', lead: 'ou_zhou', categories: [], keywords: [] },
    { key: 'finance', name: '财务部', chat: 'oc_finance', lead: 'ou_wu', categories: [], keywords: [] },
    { key: 'engineering', name: '工程部', chat: 'oc_engineering', lead: 'ou_qian', categories: [], keywords: [] },
    { key: 'administration', name: '行政部', chat: 'oc_administration', lead: 'ou_han', categories: [], keywords: [] },
  ],
  clerks: ['ou_clerk'],
  managers: ['ou_manager'],
  admins: ['ou_admin'],
  positions: {
    gm: ['ou_gm'],
    marketing_director: ['ou_director'],
    vice_gm: ['ou_vice'],
    ad_planner: ['ou_planner'],
  },
};

/**
 * Records in a world without database: a command is decided, what it opens and gives is carried out, and children and
 * parents know of each other as the store would have it.
 */
export class Play {
  readonly records = new Map<number, ProcedureRecord>();
  /** What was said since the last look, as `name→recipient`. */
  said: Notice[] = [];
  now: number;
  org: Org;

  constructor(start: string, org: Org = ORG) {
    this.now = at(start);
    this.org = org;
  }

  context(by: string | null, chatId: string | null = null): Context {
    const actor = by === null ? PROGRAM : { id: by, chatId };
    return { org: this.org, calendar: workdayCalendar(HOLIDAY_YEARS), timeZone: ZONE, now: this.now, actor };
  }

  /** Begins a record; returns its id. */
  begin(definition: Definition, starterId: string, values: Values = {}, more: { holderId?: string } = {}): number {
    const context = this.context(starterId);
    const { record, notices } = newRecord(definition, { starterId, values, origin: null, context, ...more });
    return this.store(timed(record, context), notices);
  }

  get(id: number): ProcedureRecord {
    const record = this.records.get(id);
    if (!record) throw new Error(`no record ${id}`);
    const parent = record.parentId === null ? null : (this.records.get(record.parentId) ?? null);
    const children = [...this.records.values()].filter((one) => one.parentId === id).map(viewOf);
    return { ...record, parent, children };
  }

  /** Does what somebody asks; throws the reason of a refusal. */
  act(by: string | null, id: number, command: RecordCommand, chatId: string | null = null): ProcedureRecord {
    const decision = this.try(by, id, command, chatId);
    if (!decision.ok) throw new Error(`${decision.reason} ${JSON.stringify(decision.detail ?? {})}`);
    return this.get(id);
  }

  /** The reason of the refusal, or `done`. */
  outcome(by: string | null, id: number, command: RecordCommand, chatId: string | null = null): string {
    const decision = this.try(by, id, command, chatId);
    return decision.ok ? 'done' : decision.reason;
  }

  try(by: string | null, id: number, command: RecordCommand, chatId: string | null = null): Decision<ProcedureRecord> {
    const decision = decide(this.get(id), command, this.context(by, chatId));
    if (decision.ok) this.carryOut(by, decision);
    return decision;
  }

  /** Moves the clock, with every reminder at its own moment. */
  until(time: string): void {
    const end = at(time);
    for (;;) {
      const next = [...this.records.values()]
        .filter(({ nextReminderAt }) => nextReminderAt !== null && nextReminderAt <= end)
        .sort((a, b) => (a.nextReminderAt ?? 0) - (b.nextReminderAt ?? 0))[0];
      if (!next?.nextReminderAt) break;
      this.now = Math.max(this.now, next.nextReminderAt);
      const decision = remind(this.get(next.id), this.context(null));
      if (!decision.ok)
        throw new Error(`record ${next.id} is due at ${longTime(this.now, ZONE)}, and has nothing to say`);
      this.carryOut(null, decision);
    }
    this.now = end;
  }

  /** These people have left: the program looks at each record. */
  leave(...gone: string[]): void {
    for (const { id } of [...this.records.values()]) {
      for (let step = 0; step < 4; step += 1) {
        const command = rescueOf(this.get(id), new Set(gone), this.context(null));
        if (!command) break;
        this.act(null, id, command);
      }
    }
  }

  /** What was said since the last look, as `name→recipient`; cards as `card→recipient`. */
  heard(): string[] {
    const heard = this.said.flatMap((notice) =>
      notice.kind === 'card'
        ? [`card→${notice.to.id}`]
        : notice.kind === 'message'
          ? [`${nameOf(notice)}→${notice.to.id}`]
          : [],
    );
    this.said = [];
    return heard;
  }

  private carryOut(by: string | null, decision: Decision<ProcedureRecord>): void {
    if (!decision.ok) return;
    const { next, notices, opens = [], gives = [] } = decision;
    this.records.set(next.id, next);
    this.said.push(...notices);
    for (const opened of opens) this.store(opened.next as ProcedureRecord, opened.notices);
    for (const { recordId, commands, mayFail } of gives) {
      for (const command of commands as RecordCommand[]) {
        const outcome = this.try(by, recordId, command);
        if (!outcome.ok && !mayFail) throw new Error(outcome.reason);
      }
    }
  }

  private store(record: ProcedureRecord, notices: Notice[]): number {
    const id = this.records.size + 1;
    this.records.set(id, { ...record, id });
    this.said.push(...notices);
    return id;
  }
}

const nameOf = ({ name, params = {} }: MessageNotice): string =>
  typeof params.rung === 'string' ? `${name}:${params.rung}` : name;

function viewOf(record: ProcedureRecord): ChildView {
  const { id, definition, parentField, number, stage, isOpen, holderId, dueAt, values, deeds, endedAt } = record;
  const [first] = definition.stages;
  const doers = deeds.filter(({ what }) => what !== first?.key).map(({ by }) => by);
  return {
    ...{
      id,
      procedure: definition.name,
      field: parentField,
      number,
      title: '',
      stage,
      isOpen,
      holderId,
      dueAt,
      values,
      doers,
      endedAt,
    },
  };
}

/** Who is asked now: people by id, departments in brackets. */
export const askedIn = ({ asked }: ProcedureRecord): string[] =>
  asked.map(({ personId, department }) => personId ?? `[${department}]`);

export const dueOf = ({ dueAt }: ProcedureRecord): string | null => (dueAt === null ? null : longTime(dueAt, ZONE));
