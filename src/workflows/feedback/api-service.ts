import { createHash } from 'node:crypto';
import type { FeedbackQuery as Find } from '../../db/feedback-query';
import { FeedbackStore } from '../../db/feedback-store';
import { IdempotencyStore } from '../../db/idempotency-store';
import type { Tx } from '../../db/transaction';
import type {
  Creation,
  FeedbackApi,
  FeedbackDetail,
  FeedbackPage,
  FeedbackQuery,
  FeedbackSummary,
  NewFeedback,
} from '../../domain/feedback/api';
import { type ApiFault, unknownKeys } from '../../domain/feedback/api-faults';
import { deadlineOf, isOverdue } from '../../domain/feedback/clock/deadline';
import type { Command } from '../../domain/feedback/commands';
import { openFromApi } from '../../domain/feedback/intake/take-in';
import { type Feedback, numberOf, STATUSES, type Status } from '../../domain/feedback/model';
import { textOf } from '../../domain/feedback/source-text';
import { subjectOf } from '../../domain/feedback/subject';
import { type FieldFault, isBlank } from '../../domain/fields';
import { departmentOf } from '../../domain/org/org';
import type { Instant } from '../../domain/time';
import type { CommandHandler } from '../../engine/commands/command-handler';
import { commit } from '../../engine/commands/commit';
import type { Core } from '../../engine/core';
import type { AnyWorkflow } from '../../engine/workflow';
import type { RepCheck, Reps } from './reps';
import { feedbackWorkflow } from './workflow';

const PAGE = 50;
/** The id of the last case on the page before. */
const CURSOR = /^[1-9]\d{0,9}$/;

/** Undoes the transaction of a feedback that turned out invalid. */
class Invalid extends Error {
  constructor(readonly faults: ApiFault[]) {
    super('invalid feedback');
  }
}

/** The API for other systems (design §3.6): hands in feedback and reads cases. */
export class FeedbackService implements FeedbackApi {
  constructor(
    private readonly core: Core,
    private readonly commands: CommandHandler,
    private readonly reps: Reps,
  ) {}

  async create(input: NewFeedback, idempotencyKey: string): Promise<Creation> {
    const { inTransaction, wake } = this.core;
    const rep = await this.reps.check(input.rep);
    const faults = this.faultsOf(input.fields, rep, input.text);
    try {
      const creation = await inTransaction(async (tx) => {
        const known = await this.createdBefore(tx, input, idempotencyKey);
        if (known) return known;
        if (faults.length > 0) throw new Invalid(faults);
        const created = await this.createOnce(tx, input, idempotencyKey);
        if (rep === 'unchecked') await this.reps.report(tx, input.rep, created.number);
        return { outcome: 'created' as const, feedback: created };
      });
      wake();
      return creation;
    } catch (error) {
      if (error instanceof Invalid) return { outcome: 'invalid', faults: error.faults };
      throw error;
    }
  }

  async faultsIn({ fields = {}, rep, text }: Partial<NewFeedback>): Promise<ApiFault[]> {
    return this.faultsOf(fields, rep === undefined ? 'known' : await this.reps.check(rep), text);
  }

  async get(id: number): Promise<FeedbackDetail | null> {
    const feedback = await this.core.inTransaction((tx) => new FeedbackStore(tx).get(id));
    return feedback && detailOf(feedback, this.core.clock.now());
  }

  async list(query: FeedbackQuery): Promise<FeedbackPage | { faults: ApiFault[] }> {
    const faults = await this.faultsOfQuery(query);
    if (faults.length > 0) return { faults };
    const find: Find = {};
    if (query.status !== undefined) find.status = STATUSES.filter((status) => status === query.status) as Status[];
    if (query.department !== undefined) find.department = query.department;
    if (query.q !== undefined) find.words = query.q;
    if (query.cursor !== undefined) find.before = Number(query.cursor);
    const found = await this.core.inTransaction((tx) => new FeedbackStore(tx).find(find, PAGE + 1));
    const items = found.slice(0, PAGE);
    const now = this.core.clock.now();
    return {
      items: items.map((feedback) => detailOf(feedback, now)),
      nextCursor: found.length > PAGE ? String(items.at(-1)?.id) : null,
    };
  }

  private faultsOf(fields: Record<string, string>, rep: RepCheck, text?: string): ApiFault[] {
    const parsed = feedbackWorkflow.rules.parse('submit', fields);
    const wrong = parsed.ok ? [] : ((parsed.detail.faults ?? []) as unknown as FieldFault[]);
    const unknown = unknownKeys(fields, wrong, this.core.office().org);
    return [
      ...wrong,
      ...unknown,
      ...(text !== undefined && isBlank(text) ? [{ field: 'text', fault: 'missing' }] : []),
      ...(rep === 'unknown' ? [{ field: 'rep', fault: 'unknown_person' }] : []),
    ];
  }

  /** A department that the company no longer has may still be asked for, if cases name it. */
  private async faultsOfQuery({ status, department, cursor }: FeedbackQuery): Promise<ApiFault[]> {
    const faults: ApiFault[] = [];
    if (cursor !== undefined && !CURSOR.test(cursor)) faults.push({ field: 'cursor', fault: 'not_a_cursor' });
    if (status !== undefined && !STATUSES.some((one) => one === status)) {
      faults.push({ field: 'status', fault: 'unknown_status' });
    }
    if (department === undefined || departmentOf(this.core.office().org, department)) return faults;
    const named = await this.core.inTransaction((tx) => new FeedbackStore(tx).find({ department }, 1));
    return named.length > 0 ? faults : [...faults, { field: 'department', fault: 'unknown_department' }];
  }

  /** The answer to a request whose key was used before; null for a new key, which is taken. */
  private async createdBefore(tx: Tx, input: NewFeedback, key: string): Promise<Creation | null> {
    const requestHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    const known = await new IdempotencyStore(tx).take(key, requestHash, this.core.clock.now());
    if (!known) return null;
    if (known.requestHash !== requestHash) return { outcome: 'conflict' };
    const first = await new FeedbackStore(tx).get(known.recordId);
    return first ? { outcome: 'created', feedback: summaryOf(first) } : { outcome: 'conflict' };
  }

  private async createOnce(tx: Tx, input: NewFeedback, key: string): Promise<FeedbackSummary> {
    const parsed = feedbackWorkflow.rules.parse('submit', input.fields);
    if (!parsed.ok) throw new Invalid([]);
    const feedback = await this.submit(tx, input, parsed.command);
    await new IdempotencyStore(tx).settle(key, feedback.id);
    return summaryOf(feedback);
  }

  /** Makes a draft in the rep's name and submits it at once, with the same rules and timeline as by hand. */
  private async submit(tx: Tx, input: NewFeedback, command: Command): Promise<Feedback> {
    const workflow = feedbackWorkflow as AnyWorkflow;
    const opened = openFromApi(input.text, input.rep, this.core.clock.now());
    if (!opened.ok) throw new Invalid([{ field: 'text', fault: opened.reason }]);
    const draft = await commit(tx, this.core, workflow, opened);
    const actor = { id: input.rep, chatId: null };
    const done = await this.commands.run(tx, { workflow, recordId: draft.id }, command, actor);
    if (done.outcome === 'refused') throw new Invalid([{ field: fieldOf(done.reason), fault: done.reason }]);
    return done.record as Feedback;
  }
}

/** The field that a refusal of `submit` is about. */
const fieldOf = (reason: string) => (reason === 'unknown_category' ? 'category' : 'department');

function summaryOf(feedback: Feedback): FeedbackSummary {
  return { id: feedback.id, number: numberOf(feedback), status: feedback.status, dueAt: deadlineOf(feedback) };
}

function detailOf(feedback: Feedback, now: Instant): FeedbackDetail {
  const { kind, channel, category, department, priority, customer, createdAt, submittedAt } = feedback;
  const { answer, answeredAt, toldCustomer, satisfaction, closedAt } = feedback;
  return {
    ...summaryOf(feedback),
    ...{ kind, channel, category, department, priority, customer, createdAt, submittedAt },
    overdue: isOverdue(feedback, now),
    ...{ answer, answeredAt, toldCustomer, satisfaction, closedAt },
    subject: subjectOf(feedback),
    text: textOf(feedback),
    rep: feedback.repId,
  };
}
