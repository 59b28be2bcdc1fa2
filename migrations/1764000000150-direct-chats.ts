import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** The direct chat with each person, in which a message is looked for whose answer was lost. */
export class DirectChats1764000000150 implements MigrationInterface {
  name = 'DirectChats1764000000150';

  async up(runner: QueryRunner): Promise<void> {
    await new Steps(runner).addColumns('person', [
      { name: 'directChatId', type: 'varchar', length: '128', isNullable: true },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropColumns('person', ['directChatId']);
  }
}
