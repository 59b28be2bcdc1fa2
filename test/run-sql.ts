import { createConnection } from 'mysql2/promise';

/** Runs one or more statements on a MySQL server, on a connection of their own. */
export async function runSql(url: string, statements: string): Promise<void> {
  const connection = await createConnection({ uri: url, multipleStatements: true });
  try {
    await connection.query(statements);
  } finally {
    await connection.end();
  }
}
