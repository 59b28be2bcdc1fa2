import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ProcedureRecord } from '../../domain/procedure/record';
import type { Instant } from '../../domain/time';
import { At, AtOrNull, Count, CountOrNull, Flag, JsonColumn, Key, KeyOrNull, Typed } from '../column-types';

/** What of a record no query asks for. */
export type RecordData = Omit<
  ProcedureRecord,
  | ('id' | 'version' | 'nextReminderAt' | 'definition' | 'number' | 'title' | 'starterId' | 'holderId' | 'stage')
  | ('isOpen' | 'dueAt' | 'parentId' | 'parentField' | 'createdAt' | 'endedAt')
  | ('parent' | 'children' | 'previous' | 'worked')
>;

/** A record of any procedure: what queries ask for as columns, all else as JSON. */
@Entity('procedure_record')
@Index('procedure_record_number', ['number'], { unique: true })
@Index('procedure_record_reminder', ['nextReminderAt'])
@Index('procedure_record_stage', ['procedureName', 'stage'])
@Index('procedure_record_open', ['isOpen', 'dueAt'])
@Index('procedure_record_parent', ['parentId'])
@Index('procedure_record_created', ['procedureName', 'createdAt'])
@Index('procedure_record_holder', ['holderId'])
@Index('procedure_record_version', ['procedureName', 'definitionVersion', 'isOpen'])
export class ProcedureRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Count() version!: number;
  @AtOrNull() nextReminderAt!: Instant | null;
  @Key(64) procedureName!: string;
  /** The version of the definition with which the record began; of a subprocedure: that of its file. */
  @Count() definitionVersion!: number;
  /** Null until the first stage is done. */
  @KeyOrNull(128) number!: string | null;
  @Column({ type: 'varchar', length: 255 }) title!: string;
  @Key() starterId!: string;
  @Key() holderId!: string;
  @Key(64) stage!: string;
  @Flag() isOpen!: boolean;
  /** Only who has to do with the record may see it: its definition has private fields. */
  @Flag() isPrivate!: boolean;
  @Key(16) priority!: string;
  @AtOrNull() dueAt!: Instant | null;
  @CountOrNull() parentId!: number | null;
  @KeyOrNull(64) parentField!: string | null;
  @At() createdAt!: Instant;
  @AtOrNull() endedAt!: Instant | null;
  @JsonColumn() data!: RecordData;
}

/** Whoever must act on a record now: `person:ou_…` or `department:after_sales`. */
@Entity('procedure_asked')
@Index('procedure_asked_of', ['party'])
export class ProcedureAskedRow {
  @PrimaryColumn({ type: 'integer' }) recordId!: number;
  @PrimaryColumn({ type: 'varchar', length: 96 }) party!: string;
}

/** Whoever has to do with a record. */
@Entity('procedure_party')
@Index('procedure_party_of', ['party', 'isOpen', 'recordId'])
export class ProcedurePartyRow {
  @PrimaryColumn({ type: 'integer' }) recordId!: number;
  @PrimaryColumn({ type: 'varchar', length: 96 }) party!: string;
  /** That of the record, so that somebody's open or closed records are found without reading all the others. */
  @Flag() isOpen!: boolean;
}

/** A value that queries look up: a short text, or a number. */
@Entity('procedure_value')
@Index('procedure_value_text', ['field', 'text'])
export class ProcedureValueRow {
  @PrimaryColumn({ type: 'integer' }) recordId!: number;
  @PrimaryColumn({ type: 'varchar', length: 64 }) field!: string;
  /** Of a value with several parts, such as several people: which one. */
  @PrimaryColumn({ type: 'integer' }) place!: number;
  @Key(128) text!: string;
}

/** The text that a search reads, folded as feedback's (ADR 021). */
@Entity('procedure_search')
export class ProcedureSearchRow {
  @PrimaryColumn({ type: 'integer' }) recordId!: number;
  @Typed() text!: string;
}

/** How many numbers with this beginning were given. */
@Entity('procedure_sequence')
export class ProcedureSequenceRow {
  @PrimaryColumn({ type: 'varchar', length: 128 }) prefix!: string;
  @Count() last!: number;
}

/** A definition as it was when records began with it. */
@Entity('procedure_definition')
export class ProcedureDefinitionRow {
  @PrimaryColumn({ type: 'varchar', length: 64 }) name!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Typed() text!: string;
  @Key(64) hash!: string;
  @At() storedAt!: Instant;
}

export const PROCEDURE_ROWS = [
  ProcedureRow,
  ProcedureAskedRow,
  ProcedurePartyRow,
  ProcedureValueRow,
  ProcedureSearchRow,
  ProcedureSequenceRow,
  ProcedureDefinitionRow,
];
