import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** The open case of the same customer which a draft may be about. */
export class SimilarCases1764000000180 implements MigrationInterface {
  name = 'SimilarCases1764000000180';

  async up(runner: QueryRunner): Promise<void> {
    await new Steps(runner).addColumns('feedback', [{ name: 'similar', type: 'json', isNullable: true }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropColumns('feedback', ['similar']);
  }
}
