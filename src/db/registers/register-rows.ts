import { Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { JsonObject } from '../../domain/messaging';
import type { Contact, RegisterEntry, RegisterName } from '../../domain/registers/register';
import type { RegisterSheet } from '../../domain/registers/sheet';
import type { Instant } from '../../domain/time';
import { At, Count, JsonColumn, Key, KeyOrNull } from '../column-types';

/** A customer, product or project. */
@Entity('register_entry')
@Index('register_entry_key', ['register', 'entryKey'], { unique: true })
export class RegisterEntryRow implements Omit<RegisterEntry, 'key'> {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Key(16) register!: RegisterName;
  @Key() entryKey!: string;
  @Key(100) name!: string;
  @JsonColumn() aliases!: string[];
  @JsonColumn() learned!: string[];
  @JsonColumn() formerKeys!: string[];
  @KeyOrNull() rep!: string | null;
  @Key(60) region!: string;
  @Key(60) class!: string;
  @JsonColumn() contacts!: Contact[];
  @KeyOrNull(10) activeFrom!: string | null;
  @KeyOrNull(10) activeUntil!: string | null;
  @Count() version!: number;
}

/** A name or key that finds an entry: one row for each, so that a name is looked up and never searched for. */
@Entity('register_alias')
@Index('register_alias_core', ['register', 'core'])
@Index('register_alias_entry', ['entryId'])
export class RegisterAliasRow {
  @PrimaryColumn({ type: 'varchar', length: 16 }) register!: RegisterName;
  /** `foldedName`: one entry has it. */
  @PrimaryColumn({ type: 'varchar', length: 100 }) folded!: string;
  /** `coreName`: several entries may have it. */
  @Key(100) core!: string;
  @Count() entryId!: number;
}

/** A name that records brought and that no entry has. */
@Entity('register_proposal')
@Index('register_proposal_name', ['register', 'folded'], { unique: true })
export class RegisterProposalRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Key(16) register!: RegisterName;
  @Key(100) folded!: string;
  /** As first typed. */
  @Key(100) name!: string;
  /** The record that first brought it. */
  @Key(32) workflow!: string;
  @Count() recordId!: number;
  @At() firstAt!: Instant;
  /** `declined` names are never proposed again. */
  @Key(16) state!: 'proposed' | 'declined';
}

/** A record brings a name that no entry has: as many rows as records. */
@Entity('register_mention')
@Index('register_mention_name', ['register', 'folded'])
export class RegisterMentionRow {
  @PrimaryColumn({ type: 'varchar', length: 32 }) workflow!: string;
  @PrimaryColumn({ type: 'integer' }) recordId!: number;
  @PrimaryColumn({ type: 'varchar', length: 16 }) register!: RegisterName;
  @PrimaryColumn({ type: 'varchar', length: 100 }) folded!: string;
}

/** A sheet that somebody sent, until its import is confirmed. */
@Entity('register_import')
@Index('register_import_created', ['createdAt'])
export class RegisterImportRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Key(16) register!: RegisterName;
  @Key() byId!: string;
  @Key(128) messageId!: string;
  @JsonColumn() sheet!: RegisterSheet;
  @At() createdAt!: Instant;
  @Key(16) state!: 'offered' | 'imported';
  /** What the import changed, as its card shows it; null before. */
  @JsonColumn({ nullable: true }) outcome!: JsonObject | null;
}
