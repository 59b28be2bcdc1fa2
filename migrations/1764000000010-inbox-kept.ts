import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** An index for tidying up: rows of messages that became part of a record stay, and must not be read each time. */
export class InboxKept1764000000010 implements MigrationInterface {
  name = 'InboxKept1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('inbox', 'inbox_received');
    await runner.createIndex('inbox', new TableIndex({ name: 'inbox_received', columnNames: ['state', 'receivedAt'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('inbox', 'inbox_received');
    await runner.createIndex('inbox', new TableIndex({ name: 'inbox_received', columnNames: ['receivedAt'] }));
  }
}
