import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import { Steps } from './steps';

const key = (name: string, length = 64): TableColumnOptions => ({ name, type: 'varchar', length: String(length) });
const moment = (name: string): TableColumnOptions => ({ name, type: 'bigint' });
const orNull = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });
const primary = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isPrimary: true });

/** Records of any procedure, who has to do with them, what is looked up in them, and the definitions they began with. */
export class Procedures1764000000190 implements MigrationInterface {
  name = 'Procedures1764000000190';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    const whole = (name: string): TableColumnOptions => ({ name, type: steps.integer });
    const flag = (name: string): TableColumnOptions => ({ name, type: steps.isMysql ? 'tinyint' : 'boolean' });
    await steps.createTable('procedure_record', [
      { ...whole('id'), isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      whole('version'),
      orNull(moment('nextReminderAt')),
      key('procedureName'),
      whole('definitionVersion'),
      orNull(key('number', 128)),
      key('title', 255),
      key('starterId'),
      key('holderId'),
      key('stage'),
      flag('isOpen'),
      flag('isPrivate'),
      key('priority', 16),
      orNull(moment('dueAt')),
      orNull(whole('parentId')),
      orNull(key('parentField')),
      moment('createdAt'),
      orNull(moment('endedAt')),
      { name: 'data', type: 'json' },
    ]);
    await steps.createIndex('procedure_record', 'procedure_record_number', ['number'], true);
    await steps.createIndex('procedure_record', 'procedure_record_reminder', ['nextReminderAt']);
    await steps.createIndex('procedure_record', 'procedure_record_stage', ['procedureName', 'stage']);
    await steps.createIndex('procedure_record', 'procedure_record_open', ['isOpen', 'dueAt']);
    await steps.createIndex('procedure_record', 'procedure_record_parent', ['parentId']);
    await steps.createIndex('procedure_record', 'procedure_record_created', ['procedureName', 'createdAt']);
    await steps.createIndex('procedure_record', 'procedure_record_holder', ['holderId']);
    await steps.createIndex('procedure_record', 'procedure_record_version', [
      ...['procedureName', 'definitionVersion', 'isOpen'],
    ]);
    await steps.createTable('procedure_asked', [primary(whole('recordId')), primary(key('party', 96))]);
    await steps.createIndex('procedure_asked', 'procedure_asked_of', ['party']);
    await steps.createTable('procedure_party', [primary(whole('recordId')), primary(key('party', 96)), flag('isOpen')]);
    await steps.createIndex('procedure_party', 'procedure_party_of', ['party', 'isOpen', 'recordId']);
    await steps.createTable('procedure_value', [
      primary(whole('recordId')),
      primary(key('field')),
      primary(whole('place')),
      key('text', 128),
    ]);
    await steps.createIndex('procedure_value', 'procedure_value_text', ['field', 'text']);
    await steps.createTable('procedure_search', [primary(whole('recordId')), { name: 'text', type: 'text' }]);
    await steps.createTable('procedure_sequence', [primary(key('prefix', 128)), whole('last')]);
    await steps.createTable('procedure_definition', [
      primary(key('name')),
      primary(whole('version')),
      { name: 'text', type: 'text' },
      key('hash'),
      moment('storedAt'),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    const tables = ['definition', 'sequence', 'search', 'value', 'party', 'asked', 'record'];
    for (const table of tables) await steps.dropTable(`procedure_${table}`);
  }
}
