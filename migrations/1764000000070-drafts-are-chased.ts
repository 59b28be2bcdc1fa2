import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes old drafts due, so that the next tick computes their reminders. */
export class DraftsAreChased1764000000070 implements MigrationInterface {
  name = 'DraftsAreChased1764000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE feedback SET nextReminderAt = createdAt WHERE status = 'draft'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE feedback SET nextReminderAt = NULL WHERE status = 'draft'");
  }
}
