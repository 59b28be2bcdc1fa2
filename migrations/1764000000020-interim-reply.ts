import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** The moment and the text of the interim reply (阶段性答复) that the rep gave the customer. */
export class InterimReply1764000000020 implements MigrationInterface {
  name = 'InterimReply1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('feedback', [
      new TableColumn({ name: 'interimAt', type: 'bigint', isNullable: true }),
      new TableColumn({ name: 'interimReply', type: 'text', isNullable: true }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('feedback', ['interimAt', 'interimReply']);
  }
}
