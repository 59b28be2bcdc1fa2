import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** An extension that waits for a manager's nod; and until when a person hears no escalations. */
export class NodsAndMutes1764000000170 implements MigrationInterface {
  name = 'NodsAndMutes1764000000170';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.addColumns('feedback', [{ name: 'askedExtension', type: 'json', isNullable: true }]);
    await steps.addColumns('person', [{ name: 'mutedUntil', type: 'bigint', isNullable: true }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.dropColumns('feedback', ['askedExtension']);
    await steps.dropColumns('person', ['mutedUntil']);
  }
}
