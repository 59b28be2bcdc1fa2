import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import { Steps } from './steps';

type Columns = TableColumnOptions[];

/** The first schema, one file for MySQL/MariaDB and SQLite: moments are BIGINT ms, ids and keys varchar. */
export class FirstTables1764000000000 implements MigrationInterface {
  name = 'FirstTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    const mysql = steps.isMysql;
    const id: TableColumnOptions = {
      name: 'id',
      type: mysql ? 'int' : 'integer',
      isPrimary: true,
      isGenerated: true,
      generationStrategy: 'increment',
    };
    const count = (name: string) => ({ name, type: mysql ? 'int' : 'integer' });
    const at = (name: string) => ({ name, type: 'bigint' });
    const atOrNull = (name: string) => ({ name, type: 'bigint', isNullable: true });
    const key = (name: string, length = 64) => ({ name, type: 'varchar', length: String(length) });
    const keyOrNull = (name: string, length = 64) => ({ ...key(name, length), isNullable: true });
    const text = (name: string) => ({ name, type: 'text' });
    const json = (name: string) => ({ name, type: 'json' });
    const jsonOrNull = (name: string) => ({ name, type: 'json', isNullable: true });
    const flag = (name: string) => ({ name, type: mysql ? 'tinyint' : 'boolean' });
    const primary = (name: string, length: number) => ({ ...key(name, length), isPrimary: true });

    const create = async (name: string, columns: Columns, indices: Record<string, string[]>, unique: string[] = []) => {
      await steps.createTable(name, columns);
      for (const [index, columnNames] of Object.entries(indices)) {
        await steps.createIndex(name, index, columnNames, unique.includes(index));
      }
    };

    await create(
      'inbox',
      [
        id,
        key('eventId', 128),
        keyOrNull('messageId', 128),
        key('eventType', 128),
        json('envelope'),
        at('receivedAt'),
        atOrNull('dueAt'),
        count('attempts'),
        key('state', 16),
        keyOrNull('workflow', 32),
        { ...count('recordId'), isNullable: true },
      ],
      {
        inbox_event: ['eventId'],
        inbox_message: ['messageId'],
        inbox_due: ['dueAt'],
        inbox_received: ['receivedAt'],
      },
      ['inbox_event', 'inbox_message'],
    );
    await create(
      'outbox',
      [
        id,
        key('workflow', 32),
        count('recordId'),
        json('notice'),
        key('uuid', 50),
        keyOrNull('dedupeKey', 128),
        at('createdAt'),
        atOrNull('dueAt'),
        count('attempts'),
        key('state', 16),
        keyOrNull('messageId', 128),
        atOrNull('sentAt'),
        keyOrNull('lastError', 255),
      ],
      {
        outbox_dedupe: ['dedupeKey'],
        outbox_due: ['dueAt'],
        outbox_created: ['createdAt'],
        outbox_message: ['messageId'],
      },
      ['outbox_dedupe'],
    );
    await create(
      'card',
      [
        id,
        key('workflow', 32),
        count('recordId'),
        key('wall', 64),
        key('recipientId', 128),
        key('chatId', 128),
        key('messageId', 128),
        count('wantedVersion'),
        count('shownVersion'),
        key('shownHash', 64),
        flag('retired'),
        flag('dead'),
        at('postedAt'),
        atOrNull('dueAt'),
        count('attempts'),
      ],
      {
        card_message: ['messageId'],
        card_record: ['workflow', 'recordId'],
        card_due: ['dueAt'],
        card_posted: ['dead', 'postedAt'],
      },
      ['card_message'],
    );
    await create(
      'timeline',
      [
        id,
        key('workflow', 32),
        count('recordId'),
        count('version'),
        at('at'),
        keyOrNull('actorId'),
        key('what', 32),
        json('detail'),
      ],
      { timeline_version: ['workflow', 'recordId', 'version'] },
      ['timeline_version'],
    );
    await create(
      'feedback',
      [
        id,
        count('version'),
        atOrNull('nextReminderAt'),
        key('status', 16),
        key('repId'),
        json('sources'),
        atOrNull('lastSourceAt'),
        text('searchText'),
        text('customer'),
        text('contact'),
        key('channel', 16),
        key('kind', 16),
        key('category'),
        keyOrNull('department'),
        key('priority', 16),
        text('note'),
        json('guessedFrom'),
        at('createdAt'),
        atOrNull('submittedAt'),
        atOrNull('dueAt'),
        count('cycle'),
        flag('overdue'),
        atOrNull('remindedAt'),
        atOrNull('lastUrgedAt'),
        atOrNull('assignedAt'),
        keyOrNull('claimedBy'),
        atOrNull('claimedAt'),
        text('instruction'),
        keyOrNull('instructedBy'),
        atOrNull('instructedAt'),
        text('transferReason'),
        keyOrNull('transferredFrom'),
        json('questions'),
        json('notes'),
        jsonOrNull('extension'),
        text('answer'),
        text('cause'),
        text('prevention'),
        keyOrNull('answeredBy'),
        atOrNull('answeredAt'),
        text('toldCustomer'),
        keyOrNull('satisfaction', 16),
        text('customerWords'),
        text('goodwill'),
        keyOrNull('closedBy'),
        atOrNull('closedAt'),
        text('reason'),
        at('heldSince'),
        json('lastMove'),
      ],
      {
        feedback_reminder: ['nextReminderAt'],
        feedback_rep: ['repId', 'lastSourceAt'],
        feedback_status: ['status', 'dueAt'],
        feedback_submitted: ['submittedAt'],
        feedback_closed: ['closedAt'],
        feedback_department: ['department', 'status'],
      },
    );
    await create('period', [primary('job', 64), at('slot')], {});
    await create('person', [primary('openId', 64), keyOrNull('name', 255), at('fetchedAt')], {});
    await create('binding', [primary('department', 64), key('chatId', 128), key('boundBy'), at('boundAt')], {});
    await create('mutex', [primary('name', 128), at('lockedAt')], {});
    await create(
      'idempotency',
      [primary('idempotencyKey', 128), key('requestHash'), count('recordId'), at('createdAt')],
      {},
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'idempotency',
      'mutex',
      'binding',
      'person',
      'period',
      'feedback',
      'timeline',
      'card',
      'outbox',
      'inbox',
    ]) {
      await runner.dropTable(name);
    }
  }
}
