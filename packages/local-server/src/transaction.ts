import type { DatabaseSync } from 'node:sqlite';

/** Runs synchronous work atomically. */
export type Transaction = <Result>(work: () => Result) => Result;

/** The transaction runner of a database. Transactions do not nest. */
export const createTransaction =
  (database: DatabaseSync): Transaction =>
  (work) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
