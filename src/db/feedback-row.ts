import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type {
  Channel,
  Extension,
  Feedback,
  Kind,
  Note,
  Priority,
  Question,
  Satisfaction,
  SimilarCase,
  Source,
  Status,
} from '../domain/feedback/model';
import type { Instant } from '../domain/time';
import { At, AtOrNull, Count, Flag, JsonColumn, Key, KeyOrNull, Typed } from './column-types';

/** The record of a case (反馈), one column per field. */
@Entity('feedback')
@Index('feedback_reminder', ['nextReminderAt'])
@Index('feedback_rep', ['repId', 'lastSourceAt'])
@Index('feedback_status', ['status', 'deadlineAt'])
@Index('feedback_submitted', ['submittedAt'])
@Index('feedback_closed', ['closedAt'])
@Index('feedback_status_closed', ['status', 'closedAt'])
@Index('feedback_department', ['department', 'status'])
@Index('feedback_claimed', ['claimedBy', 'status'])
@Index('feedback_answered', ['answeredBy'])
export class FeedbackRow implements Feedback {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Count() version!: number;
  @AtOrNull() nextReminderAt!: Instant | null;
  @Key(16) status!: Status;
  @Key() repId!: string;
  @JsonColumn() sources!: Source[];
  @AtOrNull() lastSourceAt!: Instant | null;
  @AtOrNull() refillAt!: Instant | null;

  @Column({ type: 'varchar', length: 255, default: '' }) subject!: string;
  @Typed() customer!: string;
  @Typed() contact!: string;
  @Key(16) channel!: Channel;
  @Key(16) kind!: Kind;
  @Key() category!: string;
  @KeyOrNull() department!: string | null;
  @Key(16) priority!: Priority;
  @Typed() note!: string;
  @JsonColumn() guessedFrom!: Feedback['guessedFrom'];

  @JsonColumn({ nullable: true }) similar!: SimilarCase | null;

  @At() createdAt!: Instant;
  @AtOrNull() submittedAt!: Instant | null;
  @AtOrNull() dueAt!: Instant | null;
  /** `deadlineOf` the record, so that a query can ask for it. */
  @AtOrNull() deadlineAt!: Instant | null;
  @Count() cycle!: number;
  @Flag() overdue!: boolean;
  @AtOrNull() remindedAt!: Instant | null;
  @AtOrNull() lastUrgedAt!: Instant | null;
  @AtOrNull() stillAskedAt!: Instant | null;
  @AtOrNull() stillAt!: Instant | null;

  @AtOrNull() assignedAt!: Instant | null;
  @KeyOrNull() claimedBy!: string | null;
  @AtOrNull() claimedAt!: Instant | null;
  @Typed() instruction!: string;
  @KeyOrNull() instructedBy!: string | null;
  @AtOrNull() instructedAt!: Instant | null;
  @Typed() transferReason!: string;
  @KeyOrNull() transferredFrom!: string | null;
  @JsonColumn() questions!: Question[];
  @JsonColumn() notes!: Note[];
  @JsonColumn({ nullable: true }) extension!: Extension | null;
  @JsonColumn({ nullable: true }) askedExtension!: Extension | null;
  @AtOrNull() interimAt!: Instant | null;
  @Column({ type: 'text', nullable: true }) interimReply!: string | null;

  @Typed() answer!: string;
  @Typed() cause!: string;
  @Typed() prevention!: string;
  @KeyOrNull() answeredBy!: string | null;
  @AtOrNull() answeredAt!: Instant | null;

  @Typed() toldCustomer!: string;
  @Column({ type: 'varchar', length: 16, nullable: true }) satisfaction!: Satisfaction | null;
  @Typed() customerWords!: string;
  @Typed() goodwill!: string;
  @KeyOrNull() closedBy!: string | null;
  @AtOrNull() closedAt!: Instant | null;
  @Typed() reason!: string;
  @At() heldSince!: Instant;
  @JsonColumn() lastMove!: Feedback['lastMove'];
}

/** The text that a search reads, case-folded; a table of its own, so that a search reads nothing else (ADR 021). */
@Entity('feedback_search')
export class FeedbackSearchRow {
  @PrimaryColumn({ type: 'integer' }) feedbackId!: number;
  @Typed() text!: string;
}

/**
 * Present while the search text of older records is still folded as an older program did: that of all records with an
 * id below this one. At most one row.
 */
@Entity('search_refold')
export class SearchRefoldRow {
  @PrimaryColumn({ type: 'integer' }) below!: number;
}

/** A message that joined a long draft, until the draft is filled in anew: so long only the new message is written. */
@Entity('feedback_joined')
@Index('feedback_joined_to', ['feedbackId'])
export class FeedbackJoinedRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Count() feedbackId!: number;
  @JsonColumn() source!: Source;
}
