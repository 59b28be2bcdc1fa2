import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The digest sums up all workflows now: the bot sends it, and goes on from the slot that feedback served last. */
export class DigestOfAllWorkflows1764000000080 implements MigrationInterface {
  name = 'DigestOfAllWorkflows1764000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE period SET job = 'bot.digest' WHERE job = 'feedback.digest'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE period SET job = 'feedback.digest' WHERE job = 'bot.digest'");
  }
}
