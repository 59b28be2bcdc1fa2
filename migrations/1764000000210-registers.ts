import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** Registers of customers, products and projects: entries, the names that find them, and names that wait for a decision. */
export class Registers1764000000210 implements MigrationInterface {
  name = 'Registers1764000000210';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    const { integer } = steps;
    const id = {
      name: 'id',
      type: integer,
      isPrimary: true,
      isGenerated: true,
      generationStrategy: 'increment' as const,
    };
    const register = { name: 'register', type: 'varchar', length: '16' };
    await steps.createTable('register_entry', [
      id,
      register,
      { name: 'entryKey', type: 'varchar', length: '64' },
      { name: 'name', type: 'varchar', length: '100' },
      { name: 'aliases', type: 'json' },
      { name: 'learned', type: 'json' },
      { name: 'formerKeys', type: 'json' },
      { name: 'rep', type: 'varchar', length: '64', isNullable: true },
      { name: 'region', type: 'varchar', length: '60' },
      { name: 'class', type: 'varchar', length: '60' },
      { name: 'contacts', type: 'json' },
      { name: 'activeFrom', type: 'varchar', length: '10', isNullable: true },
      { name: 'activeUntil', type: 'varchar', length: '10', isNullable: true },
      { name: 'version', type: integer },
    ]);
    await steps.createIndex('register_entry', 'register_entry_key', ['register', 'entryKey'], true);
    await steps.createTable('register_alias', [
      { ...register, isPrimary: true },
      { name: 'folded', type: 'varchar', length: '100', isPrimary: true },
      { name: 'core', type: 'varchar', length: '100' },
      { name: 'entryId', type: integer },
    ]);
    await steps.createIndex('register_alias', 'register_alias_core', ['register', 'core']);
    await steps.createIndex('register_alias', 'register_alias_entry', ['entryId']);
    await steps.createTable('register_proposal', [
      id,
      register,
      { name: 'folded', type: 'varchar', length: '100' },
      { name: 'name', type: 'varchar', length: '100' },
      { name: 'workflow', type: 'varchar', length: '32' },
      { name: 'recordId', type: integer },
      { name: 'firstAt', type: 'bigint' },
      { name: 'state', type: 'varchar', length: '16' },
    ]);
    await steps.createIndex('register_proposal', 'register_proposal_name', ['register', 'folded'], true);
    await steps.createTable('register_mention', [
      { name: 'workflow', type: 'varchar', length: '32', isPrimary: true },
      { name: 'recordId', type: integer, isPrimary: true },
      { ...register, isPrimary: true },
      { name: 'folded', type: 'varchar', length: '100', isPrimary: true },
    ]);
    await steps.createIndex('register_mention', 'register_mention_name', ['register', 'folded']);
    await steps.createTable('register_import', [
      id,
      register,
      { name: 'byId', type: 'varchar', length: '64' },
      { name: 'messageId', type: 'varchar', length: '128' },
      { name: 'sheet', type: 'json' },
      { name: 'createdAt', type: 'bigint' },
      { name: 'state', type: 'varchar', length: '16' },
      { name: 'outcome', type: 'json', isNullable: true },
    ]);
    await steps.createIndex('register_import', 'register_import_created', ['createdAt']);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    const tables = ['register_import', 'register_mention', 'register_proposal', 'register_alias', 'register_entry'];
    for (const table of tables) await steps.dropTable(table);
  }
}
