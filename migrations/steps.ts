import { type QueryRunner, Table, TableColumn, type TableColumnOptions, TableIndex } from 'typeorm';

/**
 * Ids that differ only in case are different (`_bin`). The collation is set with the table, as the tail of ENGINE=…:
 * converting it afterwards would turn TEXT into MEDIUMTEXT.
 */
const MYSQL_TABLE = 'InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/**
 * Changes of the schema that do nothing where they are done already. MySQL commits each of them by itself: a migration
 * that was killed half-way is run again from its beginning.
 */
export class Steps {
  readonly isMysql: boolean;

  constructor(private readonly runner: QueryRunner) {
    this.isMysql = runner.connection.options.type === 'mysql';
  }

  /** The type of a whole number in this database. */
  get integer(): 'int' | 'integer' {
    return this.isMysql ? 'int' : 'integer';
  }

  hasTable(name: string): Promise<boolean> {
    return this.runner.hasTable(name);
  }

  async createTable(name: string, columns: TableColumnOptions[]): Promise<void> {
    if (await this.hasTable(name)) return;
    await this.runner.createTable(new Table({ name, columns, ...(this.isMysql ? { engine: MYSQL_TABLE } : {}) }));
  }

  async dropTable(name: string): Promise<void> {
    if (await this.hasTable(name)) await this.runner.dropTable(name);
  }

  async addColumns(table: string, columns: TableColumnOptions[]): Promise<void> {
    for (const column of columns) {
      const isThere = await this.runner.hasColumn(table, column.name);
      if (!isThere) await this.runner.addColumn(table, new TableColumn(column));
    }
  }

  async dropColumns(table: string, names: string[]): Promise<void> {
    for (const name of names) {
      if (await this.runner.hasColumn(table, name)) await this.runner.dropColumn(table, name);
    }
  }

  /** Makes the index, also in place of one that has this name and other columns. */
  async createIndex(table: string, name: string, columnNames: string[], isUnique = false): Promise<void> {
    const known = (await this.runner.getTable(table))?.indices.find((index) => index.name === name);
    if (known?.columnNames.join() === columnNames.join()) return;
    if (known) await this.runner.dropIndex(table, name);
    await this.runner.createIndex(table, new TableIndex({ name, columnNames, isUnique }));
  }

  async dropIndex(table: string, name: string): Promise<void> {
    const known = (await this.runner.getTable(table))?.indices.some((index) => index.name === name);
    if (known) await this.runner.dropIndex(table, name);
  }
}
