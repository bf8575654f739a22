import type { DatabaseSync } from 'node:sqlite';

/** Runs synchronous work and commits it as a whole, or rolls it back. */
export type Transaction = <T>(work: () => T) => T;

/** Returns the transaction runner of a database. */
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
