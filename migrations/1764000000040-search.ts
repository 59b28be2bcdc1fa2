import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

const BATCH = 200;
/** MySQL's TEXT holds 65,535 bytes. */
const MAX_BYTES = 64_000;
const PARTED_DIGITS = /\d(?:[ .-]?\d){6,19}/g;

const PLAIN = [
  ...['customer', 'contact', 'note', 'instruction', 'answer', 'cause', 'prevention', 'transferReason', 'reason'],
  ...['toldCustomer', 'customerWords', 'goodwill'],
];
const JSONS = ['extension', 'questions', 'notes', 'sources'];
/** Fields of the JSON columns that hold texts of people. */
const SPOKEN = new Set(['text', 'question', 'info', 'reason', 'name']);

type Row = Record<string, unknown>;

/** Search text of existing records, as the program wrote it when this migration was made; frozen. */
function searchTextOf(row: Row): string {
  const plain = PLAIN.map((name) => String(row[name] ?? ''));
  const spoken = JSONS.flatMap((name) => spokenIn(parsed(row[name])));
  const text = [...plain, ...spoken].filter(Boolean).join('\n').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  const runs = [...text.matchAll(PARTED_DIGITS)].map(([digits]) => digits.replace(/\D/g, ''));
  const added = [...new Set(runs)].filter((digits) => !text.includes(digits)).join(' ');
  const bytes = Buffer.from(added === '' ? text : `${added} ${text}`, 'utf8');
  return bytes
    .subarray(0, MAX_BYTES)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}

/** MariaDB and SQLite return JSON as text, MySQL as an object. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

function spokenIn(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(spokenIn);
  if (typeof json !== 'object' || json === null) return [];
  if (typeof (json as Row).recalledAt === 'number') return [];
  return Object.entries(json).flatMap(([key, value]) =>
    typeof value === 'string' ? (SPOKEN.has(key) ? [value] : []) : spokenIn(value),
  );
}

/** Moves search text into a narrow table of its own; adds an index for the departments that a person acts for. */
export class Search1764000000040 implements MigrationInterface {
  name = 'Search1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.createTable('feedback_search', [
      { name: 'feedbackId', type: steps.integer, isPrimary: true },
      { name: 'text', type: 'text' },
    ]);
    const names = ['id', ...PLAIN, ...JSONS].join(', ');
    for (let after = 0; ; ) {
      const rows: Row[] = await runner.query(
        `SELECT ${names} FROM feedback WHERE id > ${after} ORDER BY id LIMIT ${BATCH}`,
      );
      for (const row of rows) {
        await runner.query('REPLACE INTO feedback_search (feedbackId, text) VALUES (?, ?)', [
          row.id,
          searchTextOf(row),
        ]);
      }
      if (rows.length < BATCH) break;
      after = Number(rows.at(-1)?.id);
    }
    await steps.dropColumns('feedback', ['searchText']);
    await steps.createIndex('timeline', 'timeline_actor', ['actorId', 'at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.dropIndex('timeline', 'timeline_actor');
    await steps.addColumns('feedback', [{ name: 'searchText', type: 'text', isNullable: true }]);
    await steps.dropTable('feedback_search');
  }
}
