import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** An index for tidying up: rows of messages that became part of a record stay, and must not be read each time. */
export class InboxKept1764000000010 implements MigrationInterface {
  name = 'InboxKept1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await new Steps(runner).createIndex('inbox', 'inbox_received', ['state', 'receivedAt']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).createIndex('inbox', 'inbox_received', ['receivedAt']);
  }
}
