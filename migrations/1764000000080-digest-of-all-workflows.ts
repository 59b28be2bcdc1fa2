import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hands the digest from feedback to the bot, which sums up all workflows; it continues after the last slot served. */
export class DigestOfAllWorkflows1764000000080 implements MigrationInterface {
  name = 'DigestOfAllWorkflows1764000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE period SET job = 'bot.digest' WHERE job = 'feedback.digest'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE period SET job = 'feedback.digest' WHERE job = 'bot.digest'");
  }
}
