import type { Tx } from '../../src/db/transaction';
import { AppError } from '../../src/domain/errors';
import type { Instant } from '../../src/domain/time';
import type { RecordStore } from '../../src/engine/workflow';
import type { Dialect } from '../databases';
import type { Task } from './task';

/** The table, made before the program starts: the product knows nothing of it. */
export const CREATE_TASKS: Record<Dialect, string> = {
  sqlite: 'CREATE TABLE task (id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, body TEXT NOT NULL)',
  mysql:
    'CREATE TABLE task (id INT PRIMARY KEY AUTO_INCREMENT, version INT NOT NULL, body TEXT NOT NULL)' +
    ' CHARACTER SET utf8mb4',
};

interface Row {
  id: number;
  body: string;
}

const taskOf = ({ id, body }: Row): Task => ({ ...JSON.parse(body), id: Number(id) });

/** Tasks as JSON in one column: enough for a few of them. */
export class TaskStore implements RecordStore<Task> {
  constructor(private readonly tx: Tx) {}

  async all(): Promise<Task[]> {
    return (await this.tx.query<Row[]>('SELECT id, body FROM task ORDER BY id')).map(taskOf);
  }

  async get(id: number): Promise<Task | null> {
    return (await this.all()).find((task) => task.id === id) ?? null;
  }

  async locked(id: number): Promise<Task | null> {
    if (this.isMysql) await this.tx.query('SELECT id FROM task WHERE id = ? FOR UPDATE', [id]);
    return this.get(id);
  }

  async insert(task: Task): Promise<Task> {
    await this.tx.query('INSERT INTO task (version, body) VALUES (?, ?)', [task.version, JSON.stringify(task)]);
    const last = this.isMysql ? 'LAST_INSERT_ID()' : 'last_insert_rowid()';
    const [row] = await this.tx.query<{ id: number }[]>(`SELECT ${last} AS id`);
    return { ...task, id: Number(row?.id) };
  }

  async save(task: Task): Promise<Task> {
    const lock = this.isMysql ? ' FOR UPDATE' : '';
    const [row] = await this.tx.query<{ version: number }[]>(`SELECT version FROM task WHERE id = ?${lock}`, [task.id]);
    if (row?.version !== task.version - 1) throw new AppError('stale_record', `task ${task.id} has moved`);
    const values = [task.version, JSON.stringify(task), task.id];
    await this.tx.query('UPDATE task SET version = ?, body = ? WHERE id = ?', values);
    return task;
  }

  async dueForReminder(now: Instant, limit: number): Promise<number[]> {
    const due = (await this.all()).filter(({ nextReminderAt }) => nextReminderAt !== null && nextReminderAt <= now);
    return due.slice(0, limit).map(({ id }) => id);
  }

  async earliestReminder(): Promise<Instant | null> {
    const moments = (await this.all()).flatMap(({ nextReminderAt }) => nextReminderAt ?? []);
    return moments.length === 0 ? null : Math.min(...moments);
  }

  async awaitedAfter(after: number, limit: number): Promise<number[]> {
    const open = (await this.all()).filter(({ id, status }) => status === 'open' && id > after);
    return open.slice(0, limit).map(({ id }) => id);
  }

  async openCounts(now: Instant): Promise<{ open: number; overdue: number }> {
    const open = (await this.all()).filter(({ status }) => status === 'open');
    return { open: open.length, overdue: open.filter(({ dueAt }) => dueAt <= now).length };
  }

  private get isMysql(): boolean {
    return this.tx.connection.options.type === 'mysql';
  }
}
