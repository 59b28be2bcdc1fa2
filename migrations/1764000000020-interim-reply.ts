import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** The moment and the text of the interim reply (阶段性答复) that the rep gave the customer. */
export class InterimReply1764000000020 implements MigrationInterface {
  name = 'InterimReply1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await new Steps(runner).addColumns('feedback', [
      { name: 'interimAt', type: 'bigint', isNullable: true },
      { name: 'interimReply', type: 'text', isNullable: true },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropColumns('feedback', ['interimAt', 'interimReply']);
  }
}
