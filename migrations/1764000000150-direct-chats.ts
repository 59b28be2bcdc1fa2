import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** The direct chat with each person: if Feishu's answer to a send is lost, the bot looks there for the message. */
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
